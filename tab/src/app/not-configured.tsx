import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { hrefOf, settingsRoute } from '../lib/route.ts';
import { useTranslation } from '../lib/translation.tsx';
import { useIsAdmin } from '../lib/use-is-admin.ts';
import { useRoute } from '../lib/use-route.ts';

const useStyles = makeStyles({
  box: {
    maxWidth: '60ch',
    padding: '32px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: '0 0 8px', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

/** The first run: nothing is connected yet. A reader learns what is coming, an administrator where to begin. */
export function NotConfigured(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const route = useRoute();
  const isAdmin = useIsAdmin();
  return (
    <div className={styles.box}>
      <h2 className={styles.title}>{t('state.not-configured.title')}</h2>
      <p>{t('state.not-configured.body')}</p>
      {isAdmin ? (
        <Link href={hrefOf(settingsRoute(route, 'sources'))}>{t('state.not-configured.admin')}</Link>
      ) : (
        <p>{t('state.not-configured.reader')}</p>
      )}
    </div>
  );
}
