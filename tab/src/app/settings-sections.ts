import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { SettingsSectionId } from '../lib/route.ts';

/** What every sub-page of the settings is told: the year that is chosen, null where there is none yet. */
interface SectionProps {
  readonly year: number | null;
}

interface SettingsSection {
  /** Shows the choice of year beside the heading. */
  readonly byYear: boolean;
  readonly Page: LazyExoticComponent<ComponentType<SectionProps>>;
}

/** Each sub-page is a feature of its own and is loaded when it is opened. */
export const SETTINGS_SECTIONS: Readonly<Record<SettingsSectionId, SettingsSection>> = {
  sources: {
    byYear: false,
    Page: lazy(() =>
      import('../features/sources/sources-page.tsx').then((page) => ({ default: page.SourcesPage })),
    ),
  },
  method: {
    byYear: false,
    Page: lazy(() =>
      import('../features/settings/method-page.tsx').then((page) => ({ default: page.MethodSettingsPage })),
    ),
  },
  general: {
    byYear: false,
    Page: lazy(() =>
      import('../features/settings/general-page.tsx').then((page) => ({ default: page.GeneralPage })),
    ),
  },
  history: {
    byYear: false,
    Page: lazy(() =>
      import('../features/settings/history-page.tsx').then((page) => ({ default: page.HistoryPage })),
    ),
  },
  log: {
    byYear: false,
    Page: lazy(() => import('../features/settings/log-page.tsx').then((page) => ({ default: page.LogPage }))),
  },
  transfer: {
    byYear: false,
    Page: lazy(() =>
      import('../features/settings/transfer-page.tsx').then((page) => ({ default: page.TransferPage })),
    ),
  },
  refresh: {
    byYear: false,
    Page: lazy(() =>
      import('../features/refresh/refresh-page.tsx').then((page) => ({ default: page.RefreshPage })),
    ),
  },
  quality: {
    byYear: true,
    Page: lazy(() =>
      import('../features/quality/quality-page.tsx').then((page) => ({ default: page.QualityPage })),
    ),
  },
  publishing: {
    byYear: true,
    Page: lazy(() =>
      import('../features/publishing/publishing-page.tsx').then((page) => ({ default: page.PublishingPage })),
    ),
  },
  channels: {
    byYear: false,
    Page: lazy(() =>
      import('../features/digests/channels-page.tsx').then((page) => ({ default: page.ChannelsPage })),
    ),
  },
};
