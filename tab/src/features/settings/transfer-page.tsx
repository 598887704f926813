import { Button, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { ImportPreview } from '#core/contracts/settings-history.ts';
import { FileButton } from '../../components/file-button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageGrid } from '../../components/page-grid.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { SettingsChanges } from '../../components/settings-changes.tsx';
import { Surface } from '../../components/surface.tsx';
import { saveFile } from '../../lib/save-file.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useExport, useImport, usePreviewImport } from './api/history.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  fileName: { overflowWrap: 'anywhere' },
});

/** All settings as one file: out, and in again after a look at what it would change. */
export function TransferPage(): ReactElement {
  return (
    <PageGrid columns="one">
      <ExportSettings />
      <ImportSettings />
    </PageGrid>
  );
}

function ExportSettings(): ReactElement {
  const { t } = useTranslation();
  const exported = useExport();
  const save = (): void =>
    exported.mutate(undefined, {
      onSuccess: (file) => {
        const text = `${JSON.stringify(file, null, 2)}\n`;
        const name = t('transfer.file', { date: file.exportedAt.slice(0, 10) });
        saveFile(new Blob([text], { type: 'application/json' }), name);
      },
    });
  return (
    <Surface title={t('transfer.export')} lead={t('transfer.export.lead')}>
      <Button disabledFocusable={exported.isPending} onClick={save}>
        {t('transfer.save')}
      </Button>
      {exported.isError && <ProblemView error={exported.error} />}
    </Surface>
  );
}

function ImportSettings(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const preview = usePreviewImport();
  const imported = useImport();
  const [file, setFile] = useState<unknown>(null);
  const [fileName, setFileName] = useState('');
  const [isUnreadable, setUnreadable] = useState(false);
  async function choose(chosen: File): Promise<void> {
    preview.reset();
    imported.reset();
    setUnreadable(false);
    setFileName(chosen.name);
    try {
      const json: unknown = JSON.parse(await chosen.text());
      setFile(json);
      preview.mutate(json);
    } catch {
      setUnreadable(true);
    }
  }
  return (
    <Surface title={t('transfer.import')} lead={t('transfer.import.lead')}>
      <div className={styles.stack}>
        <div className={styles.buttons}>
          <FileButton
            label={t('transfer.choose')}
            accept="application/json,.json"
            isPending={preview.isPending}
            onChoose={(chosen) => void choose(chosen)}
          />
          <span className={styles.fileName}>{fileName}</span>
        </div>
        {isUnreadable && <Notice tone="error" announced title={t('transfer.unreadable')} />}
        {preview.isError && <ProblemView error={preview.error} />}
        {imported.isError && <ProblemView error={imported.error} />}
        {imported.isSuccess ? (
          <Notice
            tone="success"
            announced
            title={t('transfer.done', { version: String(imported.data.version) })}
          >
            {t('draft.saved.body')}
          </Notice>
        ) : (
          preview.data !== undefined && (
            <Preview
              preview={preview.data}
              isPending={imported.isPending}
              onImport={() => imported.mutate({ file, over: preview.data.version })}
            />
          )
        )}
      </div>
    </Surface>
  );
}

/** What becomes of the file's subscriptions; nothing where it has none that differ. */
function SubscriptionsPreview({ added, changed, left }: ImportPreview['subscriptions']): ReactElement | null {
  const { t } = useTranslation();
  const lines = [
    added.length > 0 && t('transfer.subscriptions.added', { names: added.join(', ') }),
    changed.length > 0 && t('transfer.subscriptions.changed', { names: changed.join(', ') }),
    left.length > 0 && t('transfer.subscriptions.left', { names: left.join(', ') }),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <Notice tone="info" title={t('transfer.subscriptions')}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}

interface PreviewProps {
  readonly preview: ImportPreview;
  readonly isPending: boolean;
  readonly onImport: () => void;
}

function Preview({ preview, isPending, onImport }: PreviewProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const { changes, missingChannels, subscriptions } = preview;
  const isSame = changes.length === 0 && subscriptions.added.length + subscriptions.changed.length === 0;
  return (
    <>
      {missingChannels.length > 0 && (
        <Notice tone="info" title={t('transfer.channels', { count: missingChannels.length })}>
          {missingChannels.join(', ')}. {t('transfer.channels.body')}
        </Notice>
      )}
      <SubscriptionsPreview {...preview.subscriptions} />
      {isSame ? (
        <p role="status">{t('transfer.same')}</p>
      ) : (
        <>
          {changes.length > 0 && (
            <SettingsChanges caption={t('transfer.caption', { count: changes.length })} changes={changes} />
          )}
          <div className={styles.buttons}>
            <Button appearance="primary" disabledFocusable={isPending} onClick={onImport}>
              {t('transfer.apply', { version: String(preview.version + 1) })}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
