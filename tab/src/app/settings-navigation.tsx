import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { hrefOf, SETTINGS_SECTION_IDS, settingsRoute, type SettingsSectionId } from '../lib/route.ts';
import { useTranslation } from '../lib/translation.tsx';
import { useRoute } from '../lib/use-route.ts';

const NARROW = '@media (max-width: 860px)';

const useStyles = makeStyles({
  beside: { [NARROW]: { display: 'none' } },
  above: { display: 'none', [NARROW]: { display: 'block' } },
  summary: {
    padding: '8px 12px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    fontWeight: tokens.fontWeightSemibold,
    cursor: 'pointer',
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: {
    display: 'grid',
    gap: '2px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [NARROW]: { paddingTop: '4px' },
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
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    borderLeftColor: tokens.colorCompoundBrandStroke,
  },
});

/** The sub-pages of the settings: beside the page where there is room; on a phone folded away above it, under the current one. */
export function SettingsNavigation({ current }: { readonly current: SettingsSectionId }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <nav aria-label={t('settings.nav')}>
      <div className={styles.beside}>
        <Links current={current} />
      </div>
      {/* Anew for each sub-page: who has chosen sees the page, not the choice. */}
      <details key={current} className={styles.above}>
        <summary className={styles.summary}>
          {t('settings.nav.current', { section: t(`settings-section.${current}`) })}
        </summary>
        <Links current={current} />
      </details>
    </nav>
  );
}

function Links({ current }: { readonly current: SettingsSectionId }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const route = useRoute();
  return (
    <ul className={styles.list}>
      {SETTINGS_SECTION_IDS.map((section) => {
        const isCurrent = section === current;
        return (
          <li key={section}>
            <a
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
  );
}
