import type { ReactElement } from 'react';
import type { Portfolio } from '#core/result/result-schema.ts';
import { BandBar, BandLegend } from '../../charts/band-bar.tsx';
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
        <>
          <BandLegend
            negative={t('delivery.split.external', { count: external })}
            neutral={t('delivery.split.balanced', { count: balanced })}
            positive={t('delivery.split.internal', { count: internal })}
          />
          <BandBar negative={external} neutral={balanced} positive={internal} />
        </>
      )}
    </Surface>
  );
}
