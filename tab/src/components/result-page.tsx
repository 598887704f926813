import { makeStyles } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { ResultEnvelope } from '#core/contracts/read.ts';
import { ApiProblem } from '../lib/api-problem.ts';
import { useShownResult } from '../lib/resources/result.ts';
import { useTranslation } from '../lib/translation.tsx';
import { useOnline } from '../lib/use-online.ts';
import { FreshnessNotice } from './freshness-notice.tsx';
import { NotComputed } from './not-computed.tsx';
import { Notice } from './notice.tsx';
import { PageHeading } from './page-heading.tsx';
import { ProblemView } from './problem-view.tsx';
import { ShareButton } from './share-button.tsx';
import { Skeleton } from './skeleton.tsx';
import { VintageNotice, VintageSelect } from './vintage-select.tsx';
import { YearSelect } from './year-select.tsx';

const useStyles = makeStyles({
  notices: { display: 'grid', gap: '8px', marginBottom: '16px', ':empty': { display: 'none' } },
});

interface ResultPageProps {
  readonly title: string;
  readonly year: number;
  readonly skeletonHeightsPx: readonly number[];
  readonly children: (envelope: ResultEnvelope) => ReactNode;
}

/** A page about one year's result: heading, year, how fresh it is, and each way in which there may be nothing to show. */
export function ResultPage({ title, year, skeletonHeightsPx, children }: ResultPageProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const result = useShownResult(year);
  const online = useOnline();
  const envelope = result.data;
  return (
    <>
      <PageHeading title={title} year={year}>
        <YearSelect />
        {envelope !== undefined && <VintageSelect year={year} envelope={envelope} />}
        <ShareButton year={year} />
      </PageHeading>
      {envelope === undefined ? (
        <NoResult year={year} result={result} skeletonHeightsPx={skeletonHeightsPx} />
      ) : (
        <>
          <div className={styles.notices}>
            {!online && <Notice tone="warning" announced title={t('state.offline')} />}
            <FreshnessNotice freshness={envelope.freshness} />
            <VintageNotice envelope={envelope} />
            {envelope.result.running && (
              <Notice tone="info" title={t('state.running.title', { year: String(year) })}>
                {t('state.running.body')}
              </Notice>
            )}
          </div>
          {children(envelope)}
        </>
      )}
    </>
  );
}

interface NoResultProps {
  readonly year: number;
  readonly result: ReturnType<typeof useShownResult>;
  readonly skeletonHeightsPx: readonly number[];
}

function NoResult({ year, result, skeletonHeightsPx }: NoResultProps): ReactElement {
  if (!result.isError) return <Skeleton heightsPx={skeletonHeightsPx} />;
  if (result.error instanceof ApiProblem && result.error.code === 'not-computed') {
    return <NotComputed year={year} />;
  }
  return <ProblemView error={result.error} onRetry={() => void result.refetch()} />;
}
