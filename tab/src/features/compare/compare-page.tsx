import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { figureChanges } from '#core/change/figure-changes.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { NotComputed } from '../../components/not-computed.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageGrid } from '../../components/page-grid.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { ResultPage } from '../../components/result-page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useResult } from '../../lib/resources/result.ts';
import { useYears, yearBefore } from '../../lib/resources/years.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { goTo, useRoute } from '../../lib/use-route.ts';
import { ComponentsCompared } from './components-compared.tsx';
import { COMPARED_GROUPS } from './compared-groups.ts';
import { GroupCompared } from './group-compared.tsx';

const SKELETON_PX = [240, 300, 300] as const;

const useStyles = makeStyles({ field: { maxWidth: '220px' } });

/** Two years beside each other, figure by figure. */
export function ComparePage({ year }: { readonly year: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <ResultPage title={t('page.compare')} year={year} skeletonHeightsPx={SKELETON_PX}>
      {({ result }) => <Against result={result} />}
    </ResultPage>
  );
}

function Against({ result }: { readonly result: IndexResult }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const route = useRoute();
  const years = (useYears().data?.years ?? []).filter(
    ({ year, state }) => state === 'computed' && year !== result.year,
  );
  const wanted = route.against === result.year ? null : route.against;
  const against = wanted ?? yearBefore(years, result.year) ?? years[0]?.year ?? null;
  if (against === null) return <Notice tone="info" title={t('compare.none')} />;
  return (
    <PageGrid columns="one">
      <Field label={t('compare.against')} className={styles.field}>
        <Select
          value={String(against)}
          onChange={(_event, { value }) => goTo({ ...route, against: Number(value) }, { replace: true })}
        >
          {!years.some(({ year }) => year === against) && <option value={against}>{against}</option>}
          {years.map(({ year }) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </Select>
      </Field>
      <Compared result={result} against={against} />
    </PageGrid>
  );
}

function Compared({
  result,
  against,
}: {
  readonly result: IndexResult;
  readonly against: number;
}): ReactElement {
  const { t } = useTranslation();
  const other = useResult(against);
  if (other.data === undefined) {
    if (!other.isError) return <Skeleton heightsPx={SKELETON_PX} />;
    return other.error instanceof ApiProblem && other.error.code === 'not-computed' ? (
      <NotComputed year={against} />
    ) : (
      <ProblemView error={other.error} onRetry={() => void other.refetch()} />
    );
  }
  const previous = other.data.result;
  const changes = figureChanges(result, previous);
  const years = { before: previous.year, after: result.year };
  return (
    <>
      {(result.running || previous.running) && (
        <Notice tone="info" title={t('overview.contributions.not-comparable')} />
      )}
      <ComponentsCompared changes={changes} years={years} />
      {COMPARED_GROUPS.map(({ id, figures }) => (
        <GroupCompared
          key={id}
          title={t(`page.${id}`)}
          changes={changes.filter((change) => figures.some((figure) => figure === change.id))}
          years={years}
        />
      ))}
    </>
  );
}
