import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { FoundFile } from '#core/contracts/sources.ts';
import { ProblemView } from '../../../components/problem-view.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { shortDateAndTime } from '../../../lib/dates.ts';
import { useTranslation } from '../../../lib/translation.tsx';
import { useFiles } from '../api/setup.ts';

const useStyles = makeStyles({
  path: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px' },
  list: {
    margin: 0,
    padding: '4px',
    listStyleType: 'none',
    maxHeight: '320px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  entry: { justifyContent: 'flex-start', width: '100%', textAlign: 'start' },
  facts: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, marginLeft: '8px' },
});

const SKELETON_PX = [160] as const;

interface FileChoiceProps {
  readonly siteId: string;
  readonly chosenId: string | null;
  readonly onChoose: (file: FoundFile) => void;
}

/** Walks through a site's document libraries to an Excel or CSV file. */
export function FileChoice({ siteId, chosenId, onChoose }: FileChoiceProps): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  /** Library and folders on the way down. */
  const [path, setPath] = useState<readonly FoundFile[]>([]);
  const at = path.at(-1);
  const files = useFiles(siteId, at?.driveId ?? null, at?.itemId ?? null);
  const open = (entry: FoundFile) => (entry.kind === 'file' ? onChoose(entry) : setPath([...path, entry]));
  return (
    <div>
      <nav aria-label={t('sources.file.path')} className={styles.path}>
        <Button size="small" appearance="transparent" onClick={() => setPath([])}>
          {t('sources.file.libraries')}
        </Button>
        {path.map((entry, index) => (
          <Button
            key={`${entry.driveId} ${entry.itemId ?? ''}`}
            size="small"
            appearance="transparent"
            onClick={() => setPath(path.slice(0, index + 1))}
          >
            / {entry.name}
          </Button>
        ))}
      </nav>
      {files.isError ? (
        <ProblemView error={files.error} onRetry={() => void files.refetch()} />
      ) : files.data === undefined ? (
        <Skeleton heightsPx={SKELETON_PX} />
      ) : files.data.length === 0 ? (
        <p role="status">{t('sources.file.none')}</p>
      ) : (
        <ul className={styles.list} aria-label={t('sources.file.choose')}>
          {files.data.map((entry) => (
            <li key={`${entry.driveId} ${entry.itemId ?? ''}`}>
              <Button
                className={styles.entry}
                appearance={entry.itemId !== null && entry.itemId === chosenId ? 'outline' : 'subtle'}
                aria-pressed={entry.kind === 'file' ? entry.itemId === chosenId : undefined}
                onClick={() => open(entry)}
              >
                {entry.kind === 'file' ? entry.name : `${entry.name} /`}
                <span className={styles.facts}>
                  {entry.kind === 'file' && entry.lastChangedAt !== null
                    ? t('sources.changed', { time: shortDateAndTime(entry.lastChangedAt, language) })
                    : ''}
                </span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
