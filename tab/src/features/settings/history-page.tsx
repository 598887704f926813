import { Button, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { SettingsVersionList } from '#core/contracts/settings-history.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageGrid } from '../../components/page-grid.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { SettingsChanges } from '../../components/settings-changes.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Surface } from '../../components/surface.tsx';
import { WithSettings } from '../../components/with-settings.tsx';
import { shortDateAndTime } from '../../lib/dates.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useRestore, useVersion, useVersions } from './api/history.ts';

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px' },
});

type Version = SettingsVersionList['versions'][number];

/** Every version of the settings: who saved it, what it changed, and a way back to it. */
export function HistoryPage(): ReactElement {
  return <WithSettings>{({ version }) => <Versions latest={version} />}</WithSettings>;
}

function Versions({ latest }: { readonly latest: number }): ReactElement {
  const { t, language } = useTranslation();
  const versions = useVersions();
  const [open, setOpen] = useState<number | null>(null);
  const columns: readonly RecordColumn<Version>[] = [
    {
      id: 'version',
      header: t('history.version'),
      kind: 'short-text',
      cell: ({ version }) =>
        version === latest
          ? t('history.in-force', { version: String(version) })
          : t('history.number', { version: String(version) }),
    },
    {
      id: 'saved',
      header: t('history.saved'),
      kind: 'wide-text',
      cell: ({ savedAt, savedBy }) => `${shortDateAndTime(savedAt, language)}, ${savedBy}`,
    },
    {
      id: 'open',
      header: t('history.changes'),
      kind: 'text',
      cell: ({ version }) => (
        <Button
          size="small"
          aria-label={t('history.show-one', { version: String(version) })}
          aria-expanded={open === version}
          onClick={() => setOpen(open === version ? null : version)}
        >
          {t('history.show')}
        </Button>
      ),
    },
  ];
  return (
    <PageGrid columns="one">
      {open !== null && <OneVersion key={open} version={open} latest={latest} />}
      <Surface title={t('history.title')} lead={t('history.lead')}>
        {versions.data !== undefined ? (
          <RecordTable
            caption={t('history.caption')}
            captionHidden
            columns={columns}
            rows={versions.data.versions}
            rowKey={({ version }) => String(version)}
          />
        ) : versions.isError ? (
          <ProblemView error={versions.error} onRetry={() => void versions.refetch()} />
        ) : (
          <Skeleton heightsPx={[160]} />
        )}
      </Surface>
    </PageGrid>
  );
}

interface OneVersionProps {
  readonly version: number;
  readonly latest: number;
}

function OneVersion({ version, latest }: OneVersionProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const found = useVersion(version);
  const restore = useRestore();
  const title = t('history.number', { version: String(version) });
  if (found.data === undefined) {
    return (
      <Surface title={title}>
        {found.isError ? <ProblemView error={found.error} /> : <Skeleton heightsPx={[120]} />}
      </Surface>
    );
  }
  return (
    <Surface title={title}>
      {restore.isSuccess && (
        <Notice
          tone="success"
          announced
          title={t('history.restored', { from: String(version), version: String(restore.data.version) })}
        />
      )}
      {restore.isError && <ProblemView error={restore.error} />}
      {found.data.changes.length === 0 ? (
        <p>{t('history.no-changes')}</p>
      ) : (
        <SettingsChanges caption={t('history.changed-then')} changes={found.data.changes} />
      )}
      {version !== latest && !restore.isSuccess && (
        <div className={styles.buttons}>
          <Button
            disabledFocusable={restore.isPending}
            onClick={() => restore.mutate({ version, over: latest })}
          >
            {t('history.restore', { version: String(version) })}
          </Button>
        </div>
      )}
    </Surface>
  );
}
