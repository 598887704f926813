import type { ReactElement } from 'react';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { NotComputed } from '../../components/not-computed.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { WithSettings } from '../../components/with-settings.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useResult } from '../../lib/resources/result.ts';
import { FindingsBrowser } from './findings-browser.tsx';

interface QualityPageProps {
  readonly year: number | null;
}

/** What was found in the data behind what was computed last of a year: where, how grave, and what to do. */
export function QualityPage({ year }: QualityPageProps): ReactElement {
  return (
    <WithSettings>
      {({ settings }) =>
        year === null ? null : <OfYear key={year} year={year} sources={settings.sources} />
      }
    </WithSettings>
  );
}

interface OfYearProps {
  readonly year: number;
  readonly sources: readonly SourceSettings[];
}

function OfYear({ year, sources }: OfYearProps): ReactElement {
  const result = useResult(year, 'live');
  if (result.data !== undefined) {
    return <FindingsBrowser result={result.data.result} sources={sources} />;
  }
  if (!result.isError) return <Skeleton heightsPx={[80, 320]} />;
  if (result.error instanceof ApiProblem && result.error.code === 'not-computed') {
    return <NotComputed year={year} />;
  }
  return <ProblemView error={result.error} onRetry={() => void result.refetch()} />;
}
