import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useState, type ReactElement } from 'react';
import type { AuditEntry } from '#core/contracts/audit.ts';
import { SettingsChanges } from '../../components/settings-changes.tsx';
import { dateAndTime } from '../../lib/dates.ts';
import { useTranslation } from '../../lib/translation.tsx';

const useStyles = makeStyles({
  entry: { padding: '10px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  // The button's own padding would set it in from the text above.
  button: { marginLeft: '-8px' },
  what: { fontWeight: tokens.fontWeightSemibold },
  facts: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** One entry of the audit log; its changes are shown when they are asked for. */
export function LogEntry({ entry }: { readonly entry: AuditEntry }): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const [open, setOpen] = useState(false);
  const { action, subject, at, byName, changes } = entry;
  const what = t(`log.action.${action}`);
  return (
    <li className={styles.entry}>
      <span className={styles.what}>{what}</span> {subject}
      <span className={styles.facts}>
        {dateAndTime(at, language)}, {byName}
      </span>
      {changes.length > 0 && (
        <Button
          className={styles.button}
          size="small"
          appearance="subtle"
          icon={open ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={open}
          aria-label={t('log.changes.of', { count: changes.length, what, subject })}
          onClick={() => setOpen(!open)}
        >
          {t('log.changes', { count: changes.length })}
        </Button>
      )}
      {open && <SettingsChanges caption={t('log.changes', { count: changes.length })} changes={changes} />}
    </li>
  );
}
