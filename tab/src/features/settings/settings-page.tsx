import type { ReactElement } from 'react';
import { Notice } from '../../components/notice.tsx';
import { PageGrid } from '../../components/page-grid.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { YearSelect } from '../../components/year-select.tsx';
import { ApiProblem } from '../../lib/api-problem.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useSettings } from './api/settings.ts';
import { ChannelTargets } from './channel-targets.tsx';
import { Deliveries } from './deliveries.tsx';
import { RefreshYears } from './refresh-years.tsx';
import { SendDigest } from './send-digest.tsx';
import { SettingsSources } from './settings-sources.tsx';

/** What administrators do: see the sources, refresh years, set up channels, send cards and read the receipts. */
export function SettingsPage({ year }: { readonly year: number | null }): ReactElement {
  const { t } = useTranslation();
  const settings = useSettings();
  const notConfigured = settings.error instanceof ApiProblem && settings.error.code === 'not-configured';
  return (
    <>
      <PageHeading title={t('page.settings')} year={year}>
        <YearSelect />
      </PageHeading>
      {settings.data !== undefined ? (
        <PageGrid columns="one">
          <RefreshYears years={settings.data.settings.years} />
          <ChannelTargets />
          <SendDigest years={settings.data.settings.years} year={year} />
          <Deliveries />
          <SettingsSources stored={settings.data} />
        </PageGrid>
      ) : notConfigured ? (
        <Notice tone="info" title={t('problem.not-configured')}>
          {t('settings.none')}
        </Notice>
      ) : settings.isError ? (
        <ProblemView error={settings.error} onRetry={() => void settings.refetch()} />
      ) : (
        <Skeleton heightsPx={[200, 200, 240]} />
      )}
    </>
  );
}
