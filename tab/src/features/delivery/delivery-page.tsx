import type { ReactElement } from 'react';
import type { YearComparison } from '#core/change/year-comparison.ts';
import { PageGrid } from '../../components/page-grid.tsx';
import { ResultPage } from '../../components/result-page.tsx';
import { ScoreHero } from '../../components/score-hero.tsx';
import { useChange } from '../../lib/resources/change.ts';
import { useYears, yearBefore } from '../../lib/resources/years.ts';
import { figureText } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { ChosenObject } from './chosen-object.tsx';
import { InitiativesTable } from './initiatives-table.tsx';
import { ObjectsTable } from './objects-table.tsx';
import { PortfolioPicture } from './portfolio-picture.tsx';
import { SplitPicture } from './split-picture.tsx';
import { StatusPicture } from './status-picture.tsx';

/** What was decided and what came of it. */
export function DeliveryPage({ year }: { readonly year: number }): ReactElement {
  const { t, language } = useTranslation();
  const years = useYears().data?.years ?? [];
  const change = useChange(year, yearBefore(years, year)).data;
  return (
    <ResultPage title={t('page.delivery')} year={year} skeletonHeightsPx={[140, 280, 320]}>
      {({ result }) => {
        const decided = figureText(result.figures.decidedInitiatives.figure, 'count', language);
        const realised = figureText(result.figures.realisedInitiatives.figure, 'count', language);
        return (
          <PageGrid columns="one">
            <ChosenObject result={result} />
            <ScoreHero figure={result.figures.delivery} title={t('delivery.ratio.title')}>
              {decided !== null && realised !== null && t('delivery.ratio.lead', { decided, realised })}{' '}
              {change !== undefined && <DecidedChange change={change} />}
            </ScoreHero>
            <PageGrid columns="two">
              <StatusPicture result={result} />
              <PageGrid columns="one">
                <SplitPicture portfolio={result.delivery.portfolio} />
                <PortfolioPicture result={result} />
              </PageGrid>
            </PageGrid>
            <ObjectsTable objects={result.delivery.objects} />
            <InitiativesTable year={year} />
          </PageGrid>
        );
      }}
    </ResultPage>
  );
}

/** How many more or fewer initiatives were decided than the year before. */
function DecidedChange({ change }: { readonly change: YearComparison }): ReactElement | null {
  const { t, language } = useTranslation();
  const { decidedInitiativesChange: count, decidedInitiativesChangePercent: percent } = change;
  if (count.kind === 'absent' || percent.kind === 'absent') return null;
  const sign = Number(count.shown) > 0 ? '+' : '';
  return (
    <>
      {t('delivery.change', {
        change: `${sign}${figureText(count, 'count', language) ?? ''}`,
        percent: `${sign}${figureText(percent, 'percent', language) ?? ''}`,
        year: String(change.against),
      })}
    </>
  );
}
