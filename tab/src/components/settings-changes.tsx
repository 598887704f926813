import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { DEFAULT_METHOD_SETTINGS, type MethodSettings } from '#core/settings/method-settings.ts';
import type { Change } from '#core/settings/changes-between.ts';
import { useTranslation, type Translation } from '../lib/translation.tsx';
import { DataTable, type DataColumn } from './data-table.tsx';

const useStyles = makeStyles({
  value: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  path: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

const LONGEST_VALUE = 400;

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
    <span className={styles.value}>{valueText(of, translation)}</span>
  );
  const columns: readonly DataColumn<Change>[] = [
    {
      id: 'path',
      header: t('changes.what'),
      kind: 'wide-text',
      cell: ({ path }) => pathText(path, translation) ?? <span className={styles.path}>{path}</span>,
    },
    { id: 'before', header: t('changes.before'), kind: 'wide-text', cell: ({ before }) => value(before) },
    { id: 'after', header: t('changes.after'), kind: 'wide-text', cell: ({ after }) => value(after) },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={changes}
      rowKey={({ path }) => path}
      rowsAtATime={20}
    />
  );
}

/** The words for a setting that has some; null: its path says what it is. */
export function pathText(path: string, { t }: Translation): string | null {
  const [first = '', second = '', ...rest] = path.split('.');
  if (first === 'method' && second in DEFAULT_METHOD_SETTINGS) {
    const name = t(`method.setting.${second as keyof MethodSettings}`);
    return rest.length === 0 ? name : `${name} (${rest.join('.')})`;
  }
  switch (first) {
    case 'organisationName':
      return t('general.organisation');
    case 'visibility':
      return t('general.units');
    case 'receipts':
      return t('receipts.keep.days');
    case 'years':
      return t('general.years');
    case 'publishedFigures':
      return [t('changes.published'), second, ...rest].filter((part) => part !== '').join(' ');
    case 'publishedUnits':
      return [t('changes.published-unit'), second, ...rest].filter((part) => part !== '').join(' ');
    case 'nationalMaturity':
      return [t('national.title'), second, ...rest].filter((part) => part !== '').join(' ');
    default:
      return null;
  }
}

function valueText(value: unknown, { t }: Translation): string {
  if (value === null || value === undefined) return t('changes.nothing');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
}
