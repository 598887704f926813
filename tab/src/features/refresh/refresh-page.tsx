import type { ReactElement } from 'react';
import { PageGrid } from '../../components/page-grid.tsx';
import { WithSettings } from '../../components/with-settings.tsx';
import { RefreshYears } from './refresh-years.tsx';
import { ScheduleForm } from './schedule-form.tsx';

/** Reading the sources again: year by year, and when it happens by itself. */
export function RefreshPage(): ReactElement {
  return (
    <WithSettings>
      {(stored) => (
        <PageGrid columns="one">
          <RefreshYears years={stored.settings.years} />
          <ScheduleForm stored={stored} />
        </PageGrid>
      )}
    </WithSettings>
  );
}
