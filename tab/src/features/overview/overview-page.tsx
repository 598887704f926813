import type { ReactElement } from 'react';
import { Link } from '@fluentui/react-components';
import { FindingsList } from '../../components/findings-list.tsx';
import { PageGrid } from '../../components/page-grid.tsx';
import { ResultPage } from '../../components/result-page.tsx';
import { SourcesTable } from '../../components/sources-table.tsx';
import { Surface } from '../../components/surface.tsx';
import { dateAndTime } from '../../lib/dates.ts';
import { useChange } from '../../lib/resources/change.ts';
import { useYears, yearBefore } from '../../lib/resources/years.ts';
import { hrefOf } from '../../lib/route.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useRoute } from '../../lib/use-route.ts';
import { ComponentCard } from './component-card.tsx';
import { Contributions } from './contributions.tsx';
import { IndexHero } from './index-hero.tsx';

const NOTES_SHOWN = 3;

/** The index at a glance: the figure, its parts, its history, what moved it, and what it was computed from. */
export function OverviewPage({ year }: { readonly year: number }): ReactElement {
  const { t, language } = useTranslation();
  const route = useRoute();
  const years = useYears().data?.years ?? [];
  const change = useChange(year, yearBefore(years, year));
  return (
    <ResultPage title={t('page.overview')} year={year} skeletonHeightsPx={[300, 170, 240]}>
      {({ result }) => (
        <PageGrid columns="one">
          <IndexHero result={result} years={years} change={change.data ?? null} />
          <PageGrid columns="three">
            {(['preconditions', 'delivery', 'benefit'] as const).map((component) => (
              <ComponentCard
                key={component}
                figure={result.figures[component]}
                page={component}
                change={change.data ?? null}
              />
            ))}
          </PageGrid>
          <Contributions result={result} years={years} change={change} />
          <Surface
            title={t('overview.computed.title')}
            lead={t('overview.computed.lead', { time: dateAndTime(result.computedAt, language) })}
          >
            <SourcesTable sources={result.sources} />
          </Surface>
          <Surface title={t('overview.notes.title')}>
            {result.findings.length === 0 ? (
              <p>{t('overview.notes.none')}</p>
            ) : (
              <>
                <FindingsList findings={result.findings.slice(0, NOTES_SHOWN)} sources={result.sources} />
                <p>
                  <Link href={hrefOf({ ...route, page: 'method', year, explain: null })}>
                    {t('overview.notes.all')}
                  </Link>
                </p>
              </>
            )}
          </Surface>
        </PageGrid>
      )}
    </ResultPage>
  );
}
