import { makeStyles } from '@fluentui/react-components';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { leversOf } from '#core/change/levers.ts';
import { whatIf, type Scenario } from '#core/change/what-if.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { PageGrid } from '../../components/page-grid.tsx';
import { ResultPage } from '../../components/result-page.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { goTo, useRoute } from '../../lib/use-route.ts';
import { IndexMovesTable } from './index-moves-table.tsx';
import { Levers } from './levers.tsx';
import { readScenario, writeScenario } from './scenario.ts';
import { WhatChanged } from './what-changed.tsx';
import { WouldBe } from './would-be.tsx';

const useStyles = makeStyles({
  layout: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr)',
    gap: '16px',
    alignItems: 'start',
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** Moves the figures and shows the index that would be, computed here by the same code as the index itself. */
export function WhatIfPage({ year }: { readonly year: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <ResultPage title={t('page.what-if')} year={year} skeletonHeightsPx={[420, 200]}>
      {({ result }) => <Trial key={result.hash} result={result} />}
    </ResultPage>
  );
}

/** The address follows when the reader pauses: browsers stop a page that writes it at every step of a slider. */
const ADDRESS_AFTER_MS = 300;

function Trial({ result }: { readonly result: IndexResult }): ReactElement {
  const styles = useStyles();
  const route = useRoute();
  const [scenario, setScenario] = useState<Scenario>(() => readScenario(route.scenario, result));
  const levers = useMemo(() => leversOf(result), [result]);
  const now = useMemo(() => whatIf(result, scenario), [result, scenario]);
  const text = writeScenario(scenario);
  useEffect(() => {
    if (route.scenario === text) return undefined;
    const timer = setTimeout(() => goTo({ ...route, scenario: text }, { replace: true }), ADDRESS_AFTER_MS);
    return () => clearTimeout(timer);
  }, [route, text]);
  return (
    <PageGrid columns="one">
      <div className={styles.layout}>
        <Levers levers={levers} scenario={scenario} onScenario={setScenario} />
        <WouldBe result={result} now={now} moved={text !== null} onReset={() => setScenario({})} />
      </div>
      <WhatChanged now={now} />
      <IndexMovesTable result={result} scenario={scenario} now={now} />
    </PageGrid>
  );
}
