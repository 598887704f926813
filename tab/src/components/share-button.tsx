import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { formatRoute, type Route } from '../lib/route.ts';
import { shareInTeams } from '../lib/teams-session.ts';
import { useTranslation } from '../lib/translation.tsx';
import { useRoute } from '../lib/use-route.ts';

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  button: { '@media (max-width: 480px)': { paddingLeft: '4px', paddingRight: '4px', minWidth: 'auto' } },
  said: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Shares a link to this page and year: through Teams' own dialog, or else to the clipboard. */
export function ShareButton({ year }: { readonly year: number | null }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const route = useRoute();
  const [said, setSaid] = useState('');

  async function share(): Promise<void> {
    const shared: Route = { ...route, year };
    const label = t('share.label', {
      page: t(`page.${route.page}`),
      year: year === null ? '' : String(year),
    });
    if (shareInTeams(formatRoute(shared), label)) return;
    try {
      await navigator.clipboard.writeText(window.location.href);
      setSaid(t('share.copied'));
    } catch {
      setSaid(t('share.failed', { address: window.location.href }));
    }
  }

  return (
    <div className={styles.group}>
      <Button appearance="subtle" className={styles.button} onClick={() => void share()}>
        {t('share.link')}
      </Button>
      <span role="status" className={styles.said}>
        {said}
      </span>
    </div>
  );
}
