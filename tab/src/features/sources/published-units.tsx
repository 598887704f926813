import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement, type SubmitEvent } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { foldWords } from '#core/fields/fold-words.ts';
import { publishedUnitSchema, type PublishedUnit } from '#core/settings/published-maturity.ts';
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

const EMPTY = { year: '', unit: '', persons: '', percent: '', source: '' } as const;
type Typed = { readonly [Name in keyof typeof EMPTY]: string };

/** The maturity of units as the provider published it, with the number of persons that lets it be shown. */
export function PublishedUnits({ stored }: { readonly stored: StoredSettings }): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const { settings, version } = stored;
  const units = settings.publishedUnits;
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const save = useSaveSettings();
  const parsed = publishedUnitSchema.safeParse({
    year: Number(typed.year),
    unit: typed.unit.trim(),
    persons: typed.persons.trim() === '' ? null : Number(typed.persons),
    percent: typed.percent.trim().replace(',', '.'),
    source: typed.source.trim(),
  });
  // Year and source stay: the next unit is most likely of the same report.
  const keep = (kept: readonly PublishedUnit[]) =>
    save.mutate(
      { settings: { ...settings, publishedUnits: [...kept] }, version },
      { onSuccess: () => setTyped(({ year, source }) => ({ ...EMPTY, year, source })) },
    );

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!parsed.success) return;
    const { year, unit } = parsed.data;
    const isSame = (other: PublishedUnit) => other.year === year && foldWords(other.unit) === foldWords(unit);
    keep([...units.filter((other) => !isSame(other)), parsed.data]);
  }

  const columns: readonly RecordColumn<PublishedUnit>[] = [
    {
      id: 'year',
      header: t('published.year'),
      kind: 'short-text',
      cell: ({ year }) => year,
      sortBy: ({ year }) => year,
    },
    {
      id: 'unit',
      header: t('published-units.unit'),
      kind: 'wide-text',
      cell: ({ unit }) => unit,
      sortBy: ({ unit }) => unit,
    },
    {
      id: 'persons',
      header: t('published-units.persons'),
      kind: 'number',
      cell: ({ persons }) => persons ?? t('published-units.persons.none'),
    },
    {
      id: 'percent',
      header: t('national.percent'),
      kind: 'number',
      cell: ({ percent }) => (language === 'sv' ? percent.replace('.', ',') : percent),
    },
    { id: 'source', header: t('published.source'), kind: 'wide-text', cell: ({ source }) => source },
    {
      id: 'remove',
      header: t('published.actions'),
      kind: 'text',
      cell: (one) => (
        <Button
          size="small"
          aria-label={t('published.remove.of', { figure: one.unit, year: String(one.year) })}
          onClick={() => keep(units.filter((other) => other !== one))}
        >
          {t('published.remove')}
        </Button>
      ),
    },
  ];
  const set = (name: keyof Typed) => (_event: unknown, data: { readonly value: string }) =>
    setTyped({ ...typed, [name]: data.value });
  return (
    <Surface title={t('published-units.title')} lead={t('published-units.lead')}>
      {units.length > 0 && (
        <RecordTable
          caption={t('published-units.caption')}
          captionHidden
          columns={columns}
          rows={units.toSorted((a, b) => b.year - a.year)}
          rowKey={({ year, unit }) => `${year} ${unit}`}
          rowsAtATime={20}
        />
      )}
      <form className={styles.form} onSubmit={submit}>
        <Field label={t('published.year')} required>
          <Input value={typed.year} inputMode="numeric" maxLength={4} onChange={set('year')} />
        </Field>
        <Field label={t('published-units.unit')} hint={t('published-units.unit.hint')} required>
          <Input value={typed.unit} maxLength={300} onChange={set('unit')} />
        </Field>
        <Field label={t('published-units.persons')} hint={t('published-units.persons.hint')}>
          <Input value={typed.persons} inputMode="numeric" maxLength={6} onChange={set('persons')} />
        </Field>
        <Field label={t('national.percent')} hint={t('published.value.hint')} required>
          <Input value={typed.percent} inputMode="decimal" maxLength={20} onChange={set('percent')} />
        </Field>
        <Field label={t('published.source')} hint={t('published.source.hint')} required>
          <Input value={typed.source} maxLength={300} onChange={set('source')} />
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
