import type { ReactElement } from 'react';
import type { Portfolio } from '#core/result/portfolio-schema.ts';
import { BandBar, BandLegend } from '../../charts/band-bar.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { Surface } from '../../components/surface.tsx';
import { useTranslation } from '../../lib/translation.tsx';

/** How the initiatives divide into external, balanced and internal benefit. The legend carries the numbers. */
export function SplitPicture({ portfolio }: { readonly portfolio: Portfolio }): ReactElement {
  const { t } = useTranslation();
  const { external, balanced, internal } = portfolio;
  return (
    <Surface title={t('delivery.split.title')} lead={t('delivery.split.lead')}>
      {external + balanced + internal === 0 ? (
        <p>{t('delivery.split.none')}</p>
      ) : (
        <ChartFrame
          title={t('delivery.split.title')}
          data={{
            caption: t('delivery.split.lead'),
            columns: [
              { header: t('delivery.split.side'), kind: 'text' },
              { header: t('delivery.count'), kind: 'number' },
            ],
            rows: [
              { id: 'external', cells: [t('delivery.split.external-side'), String(external)] },
              { id: 'balanced', cells: [t('delivery.split.balanced-side'), String(balanced)] },
              { id: 'internal', cells: [t('delivery.split.internal-side'), String(internal)] },
            ],
          }}
          picture={() => (
            <>
              <BandLegend
                negative={t('delivery.split.external', { count: external })}
                neutral={t('delivery.split.balanced', { count: balanced })}
                positive={t('delivery.split.internal', { count: internal })}
              />
              <BandBar negative={external} neutral={balanced} positive={internal} />
            </>
          )}
        />
      )}
    </Surface>
  );
}
