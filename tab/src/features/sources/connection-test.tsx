import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { SourceCheck } from '#core/contracts/sources.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { Notice } from '../../components/notice.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useCheck } from './api/setup.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gap: '10px', justifyItems: 'start', minWidth: 0 },
  command: {
    display: 'block',
    margin: '8px 0',
    padding: '8px 10px',
    maxWidth: '100%',
    boxSizing: 'border-box',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-wrap',
    fontFamily: tokens.fontFamilyMonospace,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    userSelect: 'all',
  },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px' },
});

/** How a test of a source went: whether the app itself, on its schedule and with nobody signed in, can read it. */
export function ConnectionOutcome({
  check,
}: {
  readonly check: Pick<ReturnType<typeof useCheck>, 'data' | 'error' | 'isError'>;
}): ReactElement | null {
  const { t } = useTranslation();
  if (check.isError) return <ProblemView error={check.error} />;
  if (check.data === undefined) return null;
  if (check.data.ok) return <Notice tone="success" announced title={t('sources.check.ok')} />;
  return (
    <Notice tone="error" announced title={check.data.problem?.title ?? t('sources.check.failed')}>
      <p>{check.data.problem?.detail}</p>
      {check.data.grant !== null && <GrantHelp grant={check.data.grant} />}
    </Notice>
  );
}

/** The button and the outcome, where a source stands alone. */
export function ConnectionTest({ source }: { readonly source: SourceSettings }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const check = useCheck();
  return (
    <div className={styles.box}>
      <Button size="small" disabledFocusable={check.isPending} onClick={() => check.mutate(source)}>
        {check.isPending ? t('sources.check.running') : t('sources.check.button')}
      </Button>
      <ConnectionOutcome check={check} />
    </div>
  );
}

function GrantHelp({ grant }: { readonly grant: NonNullable<SourceCheck['grant']> }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(grant.powerShell);
      setSaid(t('sources.grant.copied'));
    } catch {
      // Teams may forbid it: the text can be marked with one click.
      setSaid(t('sources.grant.mark'));
    }
  };
  return (
    <>
      <p>{t('sources.grant.lead', { permission: grant.permission, site: grant.siteUrl })}</p>
      <code className={styles.command}>{grant.powerShell}</code>
      <div className={styles.actions}>
        <Button size="small" onClick={() => void copy()}>
          {t('sources.grant.copy')}
        </Button>
        <Link href={grant.graphExplorerUrl} target="_blank" rel="noreferrer">
          {t('sources.grant.link')}
        </Link>
        <span role="status">{said}</span>
      </div>
    </>
  );
}
