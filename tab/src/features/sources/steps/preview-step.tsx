import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { SourcePreview } from '#core/contracts/sources.ts';
import { isSurvey } from '#core/settings/source-fields.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import type { RecordColumn } from '../../../components/record-column.ts';
import { RecordTable } from '../../../components/record-table.tsx';
import { FigureValue } from '../../../components/figure-value.tsx';
import { FindingsList } from '../../../components/findings-list.tsx';
import { Notice } from '../../../components/notice.tsx';
import { ProblemView } from '../../../components/problem-view.tsx';
import { Skeleton } from '../../../components/skeleton.tsx';
import { useTranslation } from '../../../lib/translation.tsx';
import type { MessageKey } from '../../../texts/sv.ts';
import { usePreview } from '../api/setup.ts';
import { ConnectionTest } from '../connection-test.tsx';

const useStyles = makeStyles({
  year: { maxWidth: '160px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    gap: '8px 16px',
    margin: 0,
  },
  fact: { display: 'flex', flexDirection: 'column-reverse' },
  number: { margin: 0, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  heading: { margin: '8px 0 0', fontSize: tokens.fontSizeBase400 },
});

const SKELETON_PX = [80, 200] as const;

interface PreviewStepProps {
  readonly source: SourceSettings;
  readonly method: MethodSettings;
  readonly years: readonly number[];
  readonly year: number;
  readonly onYear: (year: number) => void;
}

/** What the source would give: rows as they are understood, what is set aside and why, and the figure. */
export function PreviewStep({ source, method, years, year, onYear }: PreviewStepProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const preview = usePreview({ source, year, method });
  return (
    <>
      <Field label={t('sources.preview.year')} className={styles.year}>
        <Select value={String(year)} onChange={(_event, data) => onYear(Number(data.value))}>
          {years.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      </Field>
      {preview.isError ? (
        <ProblemView error={preview.error} onRetry={() => void preview.refetch()} />
      ) : preview.data === undefined ? (
        <Skeleton heightsPx={SKELETON_PX} />
      ) : (
        <PreviewResult source={source} preview={preview.data} year={year} />
      )}
      <ConnectionTest source={source} />
    </>
  );
}

function PreviewResult({
  source,
  preview,
  year,
}: {
  readonly source: SourceSettings;
  readonly preview: SourcePreview;
  readonly year: number;
}): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const { rowsRead, rowsUsed, rowsLeftOut, rowsSetAside, figure } = preview;
  const counts = [
    ['read', rowsRead],
    ['used', rowsUsed],
    ['left-out', rowsLeftOut],
    ['set-aside', rowsSetAside],
  ] as const;
  return (
    <>
      <dl className={styles.facts} aria-live="polite">
        {figure !== null && (
          <div className={styles.fact}>
            <dd className={styles.number}>
              <FigureValue figure={figure.figure} unit="score" />
            </dd>
            <dt>{t('sources.preview.figure', { figure: t(`figure.${figure.id}`), year: String(year) })}</dt>
          </div>
        )}
        {counts.map(([name, count]) => (
          <div key={name} className={styles.fact}>
            <dd className={styles.number}>{count ?? t('sources.rows-hidden')}</dd>
            <dt>{t(`sources.preview.${name}`)}</dt>
          </div>
        ))}
      </dl>
      {preview.truncated && <Notice tone="info" title={t('sources.preview.truncated')} />}
      {rowsUsed === 0 && (
        <Notice tone="warning" title={t('sources.preview.empty')}>
          {preview.years.length === 0
            ? t('sources.preview.empty.years')
            : t('sources.preview.empty.other', {
                years: preview.years.map((one) => `${one.year} (${one.rows})`).join(', '),
              })}
        </Notice>
      )}
      {preview.findings.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('sources.preview.findings')}</h3>
          <FindingsList findings={preview.findings} sources={[]} />
        </>
      )}
      {isSurvey(source.topic) ? (
        <Notice tone="info" title={t('sources.preview.survey')} />
      ) : (
        <PreviewRows preview={preview} />
      )}
    </>
  );
}

function PreviewRows({ preview }: { readonly preview: SourcePreview }): ReactElement {
  const { t } = useTranslation();
  type Row = SourcePreview['rows'][number];
  const remarks = new Map(
    preview.findings.flatMap(({ rule, rowIds }) =>
      rowIds.map((id) => [id, t(`finding.${rule}`, { count: 1 })] as const),
    ),
  );
  const columns: readonly RecordColumn<Row>[] = [
    { id: 'id', header: t('sources.preview.row'), kind: 'short-text', cell: ({ id }) => id },
    ...preview.columns.map(({ field }): RecordColumn<Row> => ({
      id: field,
      header: t(`source-field.${field}` as MessageKey),
      kind: field === 'title' ? 'wide-text' : 'text',
      cell: ({ cells }) => cells[field] ?? '',
    })),
    {
      id: 'remark',
      header: t('sources.preview.remark'),
      kind: 'wide-text',
      cell: ({ id }) => remarks.get(id) ?? '',
    },
  ];
  return (
    <RecordTable
      caption={t('sources.preview.rows', { count: preview.rows.length })}
      columns={columns}
      rows={preview.rows}
      rowKey={({ id }) => id}
    />
  );
}
