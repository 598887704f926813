import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement, type SubmitEvent } from 'react';
import { nationalMaturitySchema, type NationalMaturity } from '#core/settings/published-maturity.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { Surface } from '../../components/surface.tsx';
import { useTranslation } from '../../lib/translation.tsx';

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

const EMPTY = { year: '', percent: '', source: '' } as const;
type Typed = { readonly [Name in keyof typeof EMPTY]: string };

interface NationalMaturityFormProps {
  readonly values: readonly NationalMaturity[];
  readonly onChange: (values: NationalMaturity[]) => void;
}

/** The country's maturity, year by year with its source, that the municipality's own is compared with. */
export function NationalMaturityForm({ values, onChange }: NationalMaturityFormProps): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const parsed = nationalMaturitySchema.safeParse({
    year: Number(typed.year),
    percent: typed.percent.trim().replace(',', '.'),
    source: typed.source.trim(),
  });

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (!parsed.success) return;
    onChange([...values.filter(({ year }) => year !== parsed.data.year), parsed.data]);
    setTyped(EMPTY);
  }

  const columns: readonly RecordColumn<NationalMaturity>[] = [
    { id: 'year', header: t('published.year'), kind: 'short-text', cell: ({ year }) => year },
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
          aria-label={t('published.remove.of', { figure: t('national.title'), year: String(one.year) })}
          onClick={() => onChange(values.filter((other) => other !== one))}
        >
          {t('published.remove')}
        </Button>
      ),
    },
  ];
  const set = (name: keyof Typed) => (_event: unknown, data: { readonly value: string }) =>
    setTyped({ ...typed, [name]: data.value });
  return (
    <Surface title={t('national.title')} lead={t('national.lead')}>
      {values.length > 0 && (
        <RecordTable
          caption={t('national.caption')}
          captionHidden
          columns={columns}
          rows={values.toSorted((a, b) => b.year - a.year)}
          rowKey={({ year }) => String(year)}
        />
      )}
      <form className={styles.form} onSubmit={submit}>
        <Field label={t('published.year')} required>
          <Input value={typed.year} inputMode="numeric" maxLength={4} onChange={set('year')} />
        </Field>
        <Field label={t('national.percent')} hint={t('published.value.hint')} required>
          <Input value={typed.percent} inputMode="decimal" maxLength={20} onChange={set('percent')} />
        </Field>
        <Field label={t('published.source')} hint={t('national.source.hint')} required>
          <Input value={typed.source} maxLength={300} onChange={set('source')} />
        </Field>
        <Button className={styles.add} type="submit" disabledFocusable={!parsed.success}>
          {t('published.add')}
        </Button>
      </form>
    </Surface>
  );
}
