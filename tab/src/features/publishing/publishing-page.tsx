import type { ReactElement } from 'react';
import { PageGrid } from '../../components/page-grid.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { WithSettings } from '../../components/with-settings.tsx';
import { useVintages } from '../../lib/resources/vintages.ts';
import { CompareVintages } from './compare-vintages.tsx';
import { OpenData } from './open-data.tsx';
import { PublishYear } from './publish-year.tsx';
import { VintagesTable } from './vintages-table.tsx';

/** Publishing a year, what has been published, and what differs. */
export function PublishingPage({ year }: { readonly year: number | null }): ReactElement {
  return (
    <WithSettings>
      {(stored) => (
        <PageGrid columns="one">
          {year !== null && <OfYear key={year} year={year} />}
          <OpenData stored={stored} />
        </PageGrid>
      )}
    </WithSettings>
  );
}

function OfYear({ year }: { readonly year: number }): ReactElement {
  const list = useVintages(year, true);
  if (list.data === undefined) {
    return list.isError ? (
      <ProblemView error={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <Skeleton heightsPx={[200, 160]} />
    );
  }
  const { vintages, live } = list.data;
  return (
    <PageGrid columns="one">
      <PublishYear year={year} live={live} latest={vintages[0] ?? null} />
      {vintages.length > 0 && <VintagesTable year={year} vintages={vintages} />}
      {vintages.length > 1 && <CompareVintages year={year} vintages={vintages} />}
    </PageGrid>
  );
}
