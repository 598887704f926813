import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Change } from '#core/settings/changes-between.ts';
import { useTranslation } from '../lib/translation.tsx';
import type { RecordColumn } from './record-column.ts';
import { RecordTable } from './record-table.tsx';
import { settingName } from './setting-name.ts';
import { settingValue } from './setting-value.ts';

const useStyles = makeStyles({
  value: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
});

interface SettingsChangesProps {
  readonly caption: string;
  readonly changes: readonly Change[];
}

/** What was or would be changed, before and after. */
export function SettingsChanges({ caption, changes }: SettingsChangesProps): ReactElement {
  const styles = useStyles();
  const translation = useTranslation();
  const { t } = translation;
  const value = (of: unknown): ReactElement => (
    <span className={styles.value}>{settingValue(of, translation)}</span>
  );
  const columns: readonly RecordColumn<Change>[] = [
    {
      id: 'path',
      header: t('changes.what'),
      kind: 'wide-text',
      cell: (change) => settingName(change, translation),
    },
    { id: 'before', header: t('changes.before'), kind: 'wide-text', cell: ({ before }) => value(before) },
    { id: 'after', header: t('changes.after'), kind: 'wide-text', cell: ({ after }) => value(after) },
  ];
  return (
    <RecordTable
      caption={caption}
      columns={columns}
      rows={changes}
      rowKey={({ path }) => path}
      rowsAtATime={20}
    />
  );
}
