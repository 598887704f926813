import type { ReactElement } from 'react';
import { PageGrid } from '../../components/page-grid.tsx';
import { ResultPage } from '../../components/result-page.tsx';
import { ScoreHero } from '../../components/score-hero.tsx';
import { UncertaintyLine } from '../../components/uncertainty-line.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { ChosenUnit } from './chosen-unit.tsx';
import { EmployeeItem } from './employee-item.tsx';
import { MaturityPath } from './maturity-path.tsx';
import { MaturityPicture } from './maturity-picture.tsx';
import { MaturityUnits } from './maturity-units.tsx';
import { UnitsDots } from './units-dots.tsx';
import { UnitsTable } from './units-table.tsx';

/** Digital maturity and the employee item: what the organisation has to work with. */
export function PreconditionsPage({ year }: { readonly year: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <ResultPage title={t('page.preconditions')} year={year} skeletonHeightsPx={[140, 320, 320]}>
      {({ result }) => (
        <PageGrid columns="one">
          <ChosenUnit result={result} />
          <ScoreHero
            figure={result.figures.preconditions}
            title={`${t('figure.preconditions')} ${year}`}
            below={<UncertaintyLine result={result} figure="preconditions" />}
          />
          <PageGrid columns="two">
            <MaturityPicture result={result} />
            <EmployeeItem result={result} />
          </PageGrid>
          <PageGrid columns="two">
            <MaturityPath result={result} />
            <UnitsDots result={result} />
          </PageGrid>
          <UnitsTable result={result} />
          <MaturityUnits units={result.maturity.units} />
        </PageGrid>
      )}
    </ResultPage>
  );
}
