import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { hrefOf, pageRoute, type PageId } from '../lib/route.ts';
import { useTranslation } from '../lib/translation.tsx';
import { useIsAdmin } from '../lib/use-is-admin.ts';
import { useRoute } from '../lib/use-route.ts';
import { NAVIGATION_PAGE_IDS } from './pages.ts';

const useStyles = makeStyles({
  nav: { overflowX: 'auto', scrollbarWidth: 'thin' },
  list: { display: 'flex', gap: '4px', margin: 0, padding: 0, listStyleType: 'none' },
  link: {
    display: 'block',
    padding: '12px 10px 9px',
    borderBottom: '3px solid transparent',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    '&:hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
});

/** The tab's pages. The year goes along from page to page. */
export function Navigation(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const route = useRoute();
  const isAdmin = useIsAdmin();
  const current = useRef<HTMLAnchorElement>(null);
  const pages: readonly PageId[] = [...NAVIGATION_PAGE_IDS, ...(isAdmin ? (['settings'] as const) : [])];
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [route.page]);
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      <ul className={styles.list}>
        {pages.map((page) => {
          const isCurrent = page === route.page;
          return (
            <li key={page}>
              <a
                ref={isCurrent ? current : undefined}
                className={mergeClasses(styles.link, isCurrent && styles.current)}
                href={hrefOf(pageRoute(route, page))}
                aria-current={isCurrent ? 'page' : undefined}
              >
                {t(`page.${page}`)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
