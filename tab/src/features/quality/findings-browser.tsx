import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import { csvOf } from '../../charts/export/csv.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { Notice } from '../../components/notice.tsx';
import { Surface } from '../../components/surface.tsx';
import { dateAndTime } from '../../lib/dates.ts';
import { foundIn } from '../../lib/find-rows.ts';
import { findingRemedy } from '../../lib/remedies.ts';
import { saveFile } from '../../lib/save-file.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { FindingRows } from './finding-rows.tsx';
import { findingsAsTable, findingText } from './finding-words.ts';
import { placeFindings, type PlacedFinding } from './found-rows.ts';

const useStyles = makeStyles({
  stack: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '16px' },
  filters: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px 16px', marginBottom: '12px' },
  count: { paddingBottom: '6px' },
  error: { fontWeight: tokens.fontWeightSemibold },
});

const SEVERITIES = ['error', 'warning', 'info'] as const;

interface FindingsBrowserProps {
  readonly result: IndexResult;
  readonly sources: readonly SourceSettings[];
}

/** The findings of a year as a table that can be filtered and saved. */
export function FindingsBrowser({ result, sources }: FindingsBrowserProps): ReactElement {
  const styles = useStyles();
  const translation = useTranslation();
  const { t, language } = translation;
  const [severity, setSeverity] = useState('');
  const [source, setSource] = useState('');
  const [search, setSearch] = useState('');
  const all = placeFindings(result.findings, result.sources, sources);
  const shown = all.filter(
    (placed) =>
      (severity === '' || placed.finding.severity === severity) &&
      (source === '' || placed.finding.sourceId === source) &&
      foundIn(search, [
        findingText(placed, translation),
        placed.sourceName ?? '',
        placed.columnName ?? '',
        ...placed.rows.map(({ rowId }) => rowId),
      ]),
  );
  const errors = all.filter(({ finding }) => finding.severity === 'error').length;
  const time = dateAndTime(result.computedAt, language);
  const save = (): void => {
    const csv = csvOf(findingsAsTable(shown, translation));
    saveFile(
      new Blob([csv], { type: 'text/csv;charset=utf-8' }),
      t('quality.file', { year: String(result.year) }),
    );
  };
  return (
    <div className={styles.stack}>
      {errors > 0 ? (
        <Notice tone="error" title={t('quality.blocked', { count: errors, year: String(result.year) })}>
          {t('quality.blocked.body')}
        </Notice>
      ) : (
        <Notice tone="success" title={t('quality.clear', { year: String(result.year) })} />
      )}
      <Surface
        title={t('quality.title', { year: String(result.year) })}
        lead={t('quality.lead', { time })}
        actions={<Button onClick={save}>{t('quality.export')}</Button>}
      >
        <div className={styles.filters} role="search">
          <Field label={t('quality.severity')}>
            <Select value={severity} onChange={(_event, { value }) => setSeverity(value)}>
              <option value="">{t('table.all')}</option>
              {SEVERITIES.map((one) => (
                <option key={one} value={one}>
                  {t(`severity.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('quality.source')}>
            <Select value={source} onChange={(_event, { value }) => setSource(value)}>
              <option value="">{t('table.all')}</option>
              {result.sources.map(({ sourceId, name }) => (
                <option key={sourceId} value={sourceId}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('table.search')}>
            <Input type="search" value={search} onChange={(_event, { value }) => setSearch(value)} />
          </Field>
          <span role="status" className={styles.count}>
            {t('table.found', { shown: shown.length, total: all.length })}
          </span>
        </div>
        <FindingsTable findings={shown} />
      </Surface>
    </div>
  );
}

function FindingsTable({ findings }: { readonly findings: readonly PlacedFinding[] }): ReactElement {
  const styles = useStyles();
  const translation = useTranslation();
  const { t } = translation;
  const columns: readonly RecordColumn<PlacedFinding>[] = [
    {
      id: 'what',
      header: t('quality.what'),
      kind: 'wide-text',
      cell: (placed) => findingText(placed, translation),
    },
    {
      id: 'severity',
      header: t('quality.severity'),
      kind: 'short-text',
      cell: ({ finding }) => (
        <span className={finding.severity === 'error' ? styles.error : undefined}>
          {t(`severity.${finding.severity}`)}
        </span>
      ),
      sortBy: ({ finding }) => SEVERITIES.indexOf(finding.severity),
    },
    {
      id: 'source',
      header: t('quality.source'),
      kind: 'text',
      cell: ({ sourceName, columnName }) =>
        [sourceName, columnName].filter((part) => part !== null).join(', '),
      sortBy: ({ sourceName }) => sourceName,
    },
    {
      id: 'rows',
      header: t('quality.rows'),
      kind: 'wide-text',
      cell: (placed) => <FindingRows placed={placed} />,
    },
    {
      id: 'remedy',
      header: t('quality.remedy'),
      kind: 'wide-text',
      cell: ({ finding }) => t(findingRemedy(finding.rule)),
    },
  ];
  return (
    <RecordTable
      caption={t('quality.caption')}
      captionHidden
      columns={columns}
      rows={findings}
      rowKey={({ id }) => id}
    />
  );
}
