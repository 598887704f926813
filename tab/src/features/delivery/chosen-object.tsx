import type { ReactElement } from 'react';
import { sameWords } from '#core/fields/fold-words.ts';
import { inLanguage } from '#core/number/in-language.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { ScoreBar } from '../../charts/score-bar.tsx';
import { ChosenNotice } from '../../components/chosen-notice.tsx';
import { FigureValue } from '../../components/figure-value.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';

/** The portfolio object that the page is turned to: its own share carried out. */
export function ChosenObject({ result }: { readonly result: IndexResult }): ReactElement | null {
  const { t, language } = useTranslation();
  const chosen = useRoute().object;
  if (chosen === null) return null;
  const isChosen = sameWords(chosen);
  const object = result.delivery.objects.find(({ name }) => isChosen(name));
  if (object === undefined) {
    return <ChosenNotice title={chosen}>{t('chosen.unknown-object')}</ChosenNotice>;
  }
  return (
    <ChosenNotice title={object.name}>
      <p>
        <FigureValue figure={object.score} unit="score" /> {t('figure.of-ten')}.{' '}
        {t('delivery.ratio.lead', {
          decided: inLanguage(String(object.decided), language),
          realised: inLanguage(String(object.realised), language),
        })}
      </p>
      <ScoreBar figure={object.score} max={10} />
    </ChosenNotice>
  );
}
