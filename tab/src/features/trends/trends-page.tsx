import type { ReactElement } from 'react';
import { Notice } from '../../components/notice.tsx';
import { PageGrid } from '../../components/page-grid.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { ResultPage } from '../../components/result-page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useTrends } from './api.ts';
import { IdleInitiatives } from './idle-initiatives.tsx';
import { numberTrends } from './number-trends.ts';
import { QuestionCards } from './question-cards.tsx';
import { TrendList } from './trend-list.tsx';
import { TrendRadarPicture } from './trend-radar-picture.tsx';
import { UnansweredTrends } from './unanswered-trends.tsx';

const SKELETON_PX = [380, 220, 220] as const;

/** What goes on in the world around, what answers it, and what to talk about. */
export function TrendsPage({ year }: { readonly year: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <ResultPage title={t('page.trends')} year={year} skeletonHeightsPx={SKELETON_PX}>
      {() => <Watch year={year} />}
    </ResultPage>
  );
}

function Watch({ year }: { readonly year: number }): ReactElement {
  const { t } = useTranslation();
  const trends = useTrends(year);
  if (trends.data === undefined) {
    return trends.isError ? (
      <ProblemView error={trends.error} onRetry={() => void trends.refetch()} />
    ) : (
      <Skeleton heightsPx={SKELETON_PX} />
    );
  }
  const { watch } = trends.data;
  if (!watch.connected || watch.trends.length === 0) {
    const title = watch.connected ? t('trends.empty.title') : t('trends.not-connected.title');
    return (
      <Notice tone="info" title={title}>
        {watch.connected ? t('trends.empty.body') : t('trends.not-connected.body')}
      </Notice>
    );
  }
  const numbered = numberTrends(watch.trends);
  return (
    <PageGrid columns="one">
      <PageGrid columns="two">
        <TrendRadarPicture trends={numbered} />
        <TrendList trends={numbered} />
      </PageGrid>
      <PageGrid columns="two">
        <UnansweredTrends trends={numbered} />
        <IdleInitiatives initiatives={watch.idleInitiatives} year={year} />
      </PageGrid>
      <QuestionCards trends={numbered} />
    </PageGrid>
  );
}
