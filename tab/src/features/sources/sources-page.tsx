import type { ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { SOURCE_TOPICS } from '#core/result/figure-ids.ts';
import { PageGrid } from '../../components/page-grid.tsx';
import { WithSettings } from '../../components/with-settings.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useSettings } from '../../lib/resources/settings.ts';
import { settingsRoute } from '../../lib/route.ts';
import { goTo, useRoute } from '../../lib/use-route.ts';
import { CreateLists } from './create-lists.tsx';
import { FirstRun } from './first-run.tsx';
import { PublishedFigures } from './published-figures.tsx';
import { PublishedUnits } from './published-units.tsx';
import { SourceWizard } from './source-wizard.tsx';
import { TopicList } from './topic-list.tsx';

/** Where the index comes from, and how that is set up. What is open stands in the address. */
export function SourcesPage(): ReactElement {
  const settings = useSettings();
  const isFirst = settings.error instanceof ApiProblem && settings.error.code === 'not-configured';
  if (isFirst && settings.data === undefined) return <FirstRun />;
  return <WithSettings>{(stored) => <Sources stored={stored} />}</WithSettings>;
}

function Sources({ stored }: { readonly stored: StoredSettings }): ReactElement {
  const route = useRoute();
  const { detail } = route;
  const open = (name: string | null) => goTo(settingsRoute(route, 'sources', name));
  const close = () => open(null);
  const newTopic = SOURCE_TOPICS.find((topic) => detail === `new-${topic}`);
  const existing = stored.settings.sources.find(({ id }) => detail === `edit-${id}`);
  if (detail === 'create-lists') return <CreateLists stored={stored} onClose={close} />;
  if (newTopic !== undefined) {
    return <SourceWizard key={detail} stored={stored} topic={newTopic} sourceId={null} onClose={close} />;
  }
  if (existing !== undefined) {
    const { id, topic } = existing;
    return <SourceWizard key={detail} stored={stored} topic={topic} sourceId={id} onClose={close} />;
  }
  return (
    <PageGrid columns="one">
      <TopicList
        stored={stored}
        onConnect={(topic) => open(`new-${topic}`)}
        onEdit={(id) => open(`edit-${id}`)}
        onCreateLists={() => open('create-lists')}
      />
      <PublishedFigures stored={stored} />
      <PublishedUnits stored={stored} />
    </PageGrid>
  );
}
