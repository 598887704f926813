import type { ReactElement } from 'react';
import { PageGrid } from '../../components/page-grid.tsx';
import { WithSettings } from '../../components/with-settings.tsx';
import { RefreshYears } from './refresh-years.tsx';

/** Reading the sources again, year by year. */
export function RefreshPage(): ReactElement {
  return (
    <WithSettings>
      {({ settings }) => (
        <PageGrid columns="one">
          <RefreshYears years={settings.years} />
        </PageGrid>
      )}
    </WithSettings>
  );
}
