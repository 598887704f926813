import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from '../lib/translation.tsx';

const useStyles = makeStyles({
  page: {
    boxSizing: 'border-box',
    minHeight: '100vh',
    padding: '48px 20px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  box: { maxWidth: '56ch', margin: '0 auto' },
  title: { margin: '0 0 12px', fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
});

/** A plain browser window: there is no one to sign in, so the way in is shown instead of a blank page. */
export function OutsideTeams(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <h1 className={styles.title}>{t('outside.title')}</h1>
        <p>{t('outside.body')}</p>
        <p>{t('outside.hint')}</p>
        <p>
          <Link href="https://teams.microsoft.com/">{t('outside.link')}</Link>
        </p>
      </div>
    </main>
  );
}
