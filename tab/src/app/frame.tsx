import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Suspense, type ReactElement } from 'react';
import { PageHeading } from '../components/page-heading.tsx';
import { ProblemView } from '../components/problem-view.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { latestYear } from '../lib/latest-year.ts';
import { useYears } from '../lib/resources/years.ts';
import { hrefOf, pageRoute } from '../lib/route.ts';
import { useTranslation } from '../lib/translation.tsx';
import { useIsAdmin } from '../lib/use-is-admin.ts';
import { useRoute } from '../lib/use-route.ts';
import { Navigation } from './navigation.tsx';
import { NotConfigured } from './not-configured.tsx';
import { PageBoundary } from './page-boundary.tsx';
import {
  AccessibilityPage,
  ExplanationPanel,
  FailingChannels,
  RESULT_PAGES,
  SettingsFrame,
} from './pages.ts';

const useStyles = makeStyles({
  frame: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
  skip: {
    position: 'absolute',
    top: '-48px',
    left: '8px',
    zIndex: 1,
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    ':focus': { top: '8px' },
  },
  header: {
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  inner: {
    boxSizing: 'border-box',
    maxWidth: '1240px',
    margin: '0 auto',
    paddingLeft: '20px',
    paddingRight: '20px',
    '@media (max-width: 480px)': { paddingLeft: '12px', paddingRight: '12px' },
  },
  footer: { paddingTop: '8px', paddingBottom: '24px', fontSize: tokens.fontSizeBase200 },
  main: { paddingTop: '20px', paddingBottom: '40px', ':focus': { outline: 'none' } },
});

const FIRST_SKELETON_PX = [160, 160, 240] as const;

/** Header with the pages, and the page. */
export function Frame(): ReactElement {
  const styles = useStyles();
  const isAdmin = useIsAdmin();
  const { t } = useTranslation();
  const route = useRoute();
  return (
    <div className={styles.frame}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          // The hash is the address of the page; the jump is made by hand.
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
      >
        {t('app.skip')}
      </a>
      <header className={styles.header}>
        <div className={styles.inner}>
          <Navigation />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={mergeClasses(styles.inner, styles.main)}>
        {isAdmin && (
          <Suspense fallback={null}>
            <FailingChannels />
          </Suspense>
        )}
        <PageBoundary key={`${route.page} ${route.section} ${route.year}`}>
          <Suspense fallback={<Skeleton heightsPx={FIRST_SKELETON_PX} />}>
            <CurrentPage />
          </Suspense>
        </PageBoundary>
      </main>
      <footer className={mergeClasses(styles.inner, styles.footer)}>
        <Link href={hrefOf(pageRoute(route, 'accessibility'))}>{t('page.accessibility')}</Link>
      </footer>
    </div>
  );
}

function CurrentPage(): ReactElement {
  const { t } = useTranslation();
  const route = useRoute();
  const years = useYears();
  const page = route.page === 'configure' ? 'overview' : route.page;
  const title = t(`page.${page}`);
  // The statement is for whoever has trouble with the tab, so it waits for nothing.
  if (page === 'accessibility') return <AccessibilityPage />;
  if (years.data === undefined) {
    return (
      <>
        <PageHeading title={title} />
        {years.isError ? (
          <ProblemView error={years.error} onRetry={() => void years.refetch()} />
        ) : (
          <Skeleton heightsPx={FIRST_SKELETON_PX} />
        )}
      </>
    );
  }
  const year = route.year ?? latestYear(years.data.years);
  if (page === 'settings') return <SettingsFrame year={year} />;
  if (!years.data.configured || year === null) {
    return (
      <>
        <PageHeading title={title} />
        <NotConfigured />
      </>
    );
  }
  const Page = RESULT_PAGES[page];
  return (
    <>
      <Page year={year} />
      {route.explain !== null && (
        <Suspense fallback={null}>
          <ExplanationPanel figureId={route.explain} year={year} />
        </Suspense>
      )}
    </>
  );
}
