import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { AUDIT_ACTIONS, type AuditEntry } from '#core/contracts/audit.ts';
import { PageGrid } from '../../components/page-grid.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Surface } from '../../components/surface.tsx';
import { WithSettings } from '../../components/with-settings.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useAuditLog, type LogFilter } from './api/history.ts';
import { LogEntry } from './log-entry.tsx';
import { LogRetention } from './log-retention.tsx';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px 16px', marginBottom: '12px' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
});

const ALL: LogFilter = { action: '', by: '', since: '', until: '' };

/** Who changed what, and for how long that is kept. */
export function LogPage(): ReactElement {
  return (
    <PageGrid columns="one">
      <Log />
      <WithSettings>{(stored) => <LogRetention stored={stored} />}</WithSettings>
    </PageGrid>
  );
}

/** The log, newest first: who changed what, before and after. */
function Log(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const [filter, setFilter] = useState(ALL);
  const log = useAuditLog(useDeferredValue(filter));
  const entries = log.data?.pages.flatMap((page) => page.entries) ?? [];
  const set = (part: Partial<LogFilter>): void => setFilter({ ...filter, ...part });
  return (
    <Surface title={t('log.title')} lead={t('log.lead')}>
      <div className={styles.filters} role="search">
        <Field label={t('log.action')}>
          <Select
            value={filter.action}
            onChange={(_event, { value }) =>
              set({ action: AUDIT_ACTIONS.find((action) => action === value) ?? '' })
            }
          >
            <option value="">{t('table.all')}</option>
            {AUDIT_ACTIONS.map((action) => (
              <option key={action} value={action}>
                {t(`log.action.${action}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('log.by')}>
          <Input type="search" value={filter.by} onChange={(_event, { value }) => set({ by: value })} />
        </Field>
        <Field label={t('log.since')}>
          <Input type="date" value={filter.since} onChange={(_event, { value }) => set({ since: value })} />
        </Field>
        <Field label={t('log.until')}>
          <Input type="date" value={filter.until} onChange={(_event, { value }) => set({ until: value })} />
        </Field>
      </div>
      {log.data === undefined ? (
        log.isError ? (
          <ProblemView error={log.error} onRetry={() => void log.refetch()} />
        ) : (
          <Skeleton heightsPx={[240]} />
        )
      ) : (
        <>
          <p role="status">{t('log.found', { count: entries.length })}</p>
          <ul className={styles.list}>
            {entries.map((entry) => (
              <LogEntry key={keyOf(entry)} entry={entry} />
            ))}
          </ul>
          {log.hasNextPage && (
            <Button disabledFocusable={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
              {t('log.older')}
            </Button>
          )}
        </>
      )}
    </Surface>
  );
}

function keyOf({ at, correlationId, action, subject }: AuditEntry): string {
  return [at, correlationId, action, subject].join(' ');
}
