import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { hrefOf, SETTINGS_SECTION_IDS, settingsRoute, type SettingsSectionId } from '../lib/route.ts';
import { useTranslation } from '../lib/translation.tsx';
import { useRoute } from '../lib/use-route.ts';

const useStyles = makeStyles({
  nav: { overflowX: 'auto', scrollbarWidth: 'thin' },
  list: {
    display: 'grid',
    gap: '2px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    '@media (max-width: 860px)': { display: 'flex', gap: '4px' },
  },
  link: {
    display: 'block',
    padding: '7px 12px',
    borderLeft: '3px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    whiteSpace: 'nowrap',
    // No background: that of high contrast hides the text.
    '&:hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 860px)': {
      borderLeft: 'none',
      borderBottom: '3px solid transparent',
      borderRadius: 0,
    },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeftColor: tokens.colorCompoundBrandStroke,
    '@media (max-width: 860px)': {
      backgroundColor: 'transparent',
      borderBottomColor: tokens.colorCompoundBrandStroke,
    },
  },
});

/** The sub-pages of the settings: beside the page where there is room, above it on a phone. */
export function SettingsNavigation({ current }: { readonly current: SettingsSectionId }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const route = useRoute();
  const currentLink = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    currentLink.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <nav className={styles.nav} aria-label={t('settings.nav')}>
      <ul className={styles.list}>
        {SETTINGS_SECTION_IDS.map((section) => {
          const isCurrent = section === current;
          return (
            <li key={section}>
              <a
                ref={isCurrent ? currentLink : undefined}
                className={mergeClasses(styles.link, isCurrent && styles.current)}
                href={hrefOf(settingsRoute(route, section))}
                aria-current={isCurrent ? 'page' : undefined}
              >
                {t(`settings-section.${section}`)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
