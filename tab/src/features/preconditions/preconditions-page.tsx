import type { ReactElement } from 'react';
import { PageGrid } from '../../components/page-grid.tsx';
import { ResultPage } from '../../components/result-page.tsx';
import { ScoreHero } from '../../components/score-hero.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { EmployeeItem } from './employee-item.tsx';
import { MaturityPicture } from './maturity-picture.tsx';
import { MaturityUnits } from './maturity-units.tsx';
import { UnitsTable } from './units-table.tsx';

/** Digital maturity and the employee item: what the organisation has to work with. */
export function PreconditionsPage({ year }: { readonly year: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <ResultPage title={t('page.preconditions')} year={year} skeletonHeightsPx={[140, 320, 320]}>
      {({ result }) => (
        <PageGrid columns="one">
          <ScoreHero figure={result.figures.preconditions} title={`${t('figure.preconditions')} ${year}`} />
          <PageGrid columns="two">
            <MaturityPicture result={result} />
            <EmployeeItem result={result} />
          </PageGrid>
          <UnitsTable result={result} />
          <MaturityUnits units={result.maturity.units} />
        </PageGrid>
      )}
    </ResultPage>
  );
}
