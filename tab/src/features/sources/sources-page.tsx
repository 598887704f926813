import type { ReactElement } from 'react';
import { PageGrid } from '../../components/page-grid.tsx';
import { WithSettings } from '../../components/with-settings.tsx';
import { SettingsSources } from './settings-sources.tsx';

/** Where the index comes from. */
export function SourcesPage(): ReactElement {
  return (
    <WithSettings>
      {(stored) => (
        <PageGrid columns="one">
          <SettingsSources stored={stored} />
        </PageGrid>
      )}
    </WithSettings>
  );
}
