import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { useState, type ReactElement, type SubmitEvent } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { FIGURE_IDS, type FigureId } from '#core/result/figure-ids.ts';
import { publishedFigureSchema, type PublishedFigure } from '#core/settings/source-settings.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Surface } from '../../components/surface.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useSaveSettings } from './api/setup.ts';

const useStyles = makeStyles({
  form: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(170px, 100%), 1fr))',
    gap: '12px 16px',
    alignItems: 'start',
    marginTop: '16px',
  },
  add: { alignSelf: 'end', justifySelf: 'start' },
});

const EMPTY = { year: '', figure: 'index', value: '', source: '', sourceDate: '' } as const;
type Typed = { readonly [Name in keyof typeof EMPTY]: string };

/** Figures of years without rows, typed in as they were published, with where they stand. */
export function PublishedFigures({ stored }: { readonly stored: StoredSettings }): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const { settings, version } = stored;
  const figures = settings.publishedFigures;
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const save = useSaveSettings();
  const parsed = publishedFigureSchema.safeParse({
    year: Number(typed.year),
    figure: typed.figure,
    value: typed.value.trim().replace(',', '.').replace('−', '-'),
    source: typed.source.trim(),
    sourceDate: typed.sourceDate === '' ? null : typed.sourceDate,
  });
  const keep = (kept: readonly PublishedFigure[]) =>
    save.mutate(
      {
        settings: { ...settings, publishedFigures: [...kept], years: withYears(settings.years, kept) },
        version,
      },
      { onSuccess: () => setTyped(EMPTY) },
    );

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!parsed.success) return;
    const { year, figure } = parsed.data;
    keep([...figures.filter((other) => other.year !== year || other.figure !== figure), parsed.data]);
  }

  const columns: readonly RecordColumn<PublishedFigure>[] = [
    {
      id: 'year',
      header: t('published.year'),
      kind: 'short-text',
      cell: ({ year }) => year,
      sortBy: ({ year }) => year,
    },
    {
      id: 'figure',
      header: t('published.figure'),
      kind: 'text',
      cell: ({ figure }) => t(`figure.${figure}`),
    },
    {
      id: 'value',
      header: t('published.value'),
      kind: 'number',
      cell: ({ value }) => (language === 'sv' ? value.replace('.', ',') : value),
    },
    { id: 'source', header: t('published.source'), kind: 'wide-text', cell: ({ source }) => source },
    {
      id: 'date',
      header: t('published.date'),
      kind: 'short-text',
      cell: ({ sourceDate }) => sourceDate ?? '',
    },
    {
      id: 'remove',
      header: t('published.actions'),
      kind: 'text',
      cell: (one) => (
        <Button
          size="small"
          aria-label={t('published.remove.of', { figure: t(`figure.${one.figure}`), year: String(one.year) })}
          onClick={() => keep(figures.filter((other) => other !== one))}
        >
          {t('published.remove')}
        </Button>
      ),
    },
  ];
  const set = (name: keyof Typed) => (_event: unknown, data: { readonly value: string }) =>
    setTyped({ ...typed, [name]: data.value });
  return (
    <Surface title={t('published.title')} lead={t('published.lead')}>
      <RecordTable
        caption={t('settings.published', { count: figures.length })}
        columns={columns}
        rows={figures.toSorted((a, b) => b.year - a.year)}
        rowKey={({ year, figure }) => `${year} ${figure}`}
      />
      <form className={styles.form} onSubmit={submit}>
        <Field label={t('published.year')} required>
          <Input value={typed.year} inputMode="numeric" maxLength={4} onChange={set('year')} />
        </Field>
        <Field label={t('published.figure')}>
          <Select value={typed.figure} onChange={set('figure')}>
            {FIGURE_IDS.map((id: FigureId) => (
              <option key={id} value={id}>
                {t(`figure.${id}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('published.value')} hint={t('published.value.hint')} required>
          <Input value={typed.value} inputMode="decimal" maxLength={20} onChange={set('value')} />
        </Field>
        <Field label={t('published.source')} hint={t('published.source.hint')} required>
          <Input value={typed.source} maxLength={300} onChange={set('source')} />
        </Field>
        <Field label={t('published.date')}>
          <Input type="date" value={typed.sourceDate} onChange={set('sourceDate')} />
        </Field>
        <Button
          className={styles.add}
          type="submit"
          appearance="primary"
          disabledFocusable={!parsed.success || save.isPending}
        >
          {t('published.add')}
        </Button>
      </form>
      {save.isError && <ProblemView error={save.error} />}
    </Surface>
  );
}

/** A year that has a published figure is a year that is shown. */
function withYears(years: readonly number[], figures: readonly PublishedFigure[]): number[] {
  return [...new Set([...years, ...figures.map(({ year }) => year)])].sort((a, b) => a - b);
}
