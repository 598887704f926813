import { makeStyles } from '@fluentui/react-components';
import { Suspense, type ReactElement } from 'react';
import { DraftBar } from '../components/draft-bar.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { YearSelect } from '../components/year-select.tsx';
import { useSettings } from '../lib/resources/settings.ts';
import { SETTINGS_SECTION_IDS } from '../lib/route.ts';
import { useTranslation } from '../lib/translation.tsx';
import { useRoute } from '../lib/use-route.ts';
import { SettingsNavigation } from './settings-navigation.tsx';
import { SETTINGS_SECTIONS } from './settings-sections.ts';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: '196px minmax(0, 1fr)',
    gap: '16px 28px',
    alignItems: 'start',
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  draft: { marginBottom: '16px', ':empty': { display: 'none' } },
});

const SECTION_SKELETON_PX = [200, 240] as const;

/** The settings: their own navigation, and the sub-page that the address names. */
export function SettingsFrame({ year }: { readonly year: number | null }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const section = useRoute().section ?? SETTINGS_SECTION_IDS[0];
  const settings = useSettings();
  const { Page, byYear } = SETTINGS_SECTIONS[section];
  return (
    <div className={styles.columns}>
      <SettingsNavigation current={section} />
      <div>
        <PageHeading title={t(`settings-section.${section}`)} year={byYear ? year : null}>
          {byYear && <YearSelect />}
        </PageHeading>
        {settings.data !== undefined && (
          <div className={styles.draft}>
            <DraftBar stored={settings.data} />
          </div>
        )}
        <Suspense fallback={<Skeleton heightsPx={SECTION_SKELETON_PX} />}>
          <Page year={year} />
        </Suspense>
      </div>
    </div>
  );
}
