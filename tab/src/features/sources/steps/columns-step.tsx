import { Field, Input, makeStyles, Radio, RadioGroup, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { SourceColumns } from '#core/contracts/sources.ts';
import type { SourceDraft } from '#core/settings/source-draft.ts';
import { fieldsOf, type SourceForm } from '#core/settings/source-fields.ts';
import { Notice } from '../../../components/notice.tsx';
import { useTranslation } from '../../../lib/translation.tsx';
import { ColumnField } from './column-field.tsx';
import { FilePlace } from './file-place.tsx';
import { UnitPathFields } from './unit-path-fields.tsx';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    gap: '14px 20px',
    alignItems: 'start',
  },
  years: { maxWidth: '320px' },
});

interface ColumnsStepProps {
  readonly draft: SourceDraft;
  readonly columns: SourceColumns;
  readonly onChange: (change: Partial<SourceDraft>) => void;
  readonly onFormChange: (form: SourceForm) => void;
}

/** Which column is what: every suggestion with its reason and how sure it is, all of them correctable. */
export function ColumnsStep({ draft, columns, onChange, onFormChange }: ColumnsStepProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const { topic, form, location } = draft;
  const known = new Set(columns.columns.map(({ name }) => name));
  return (
    <>
      {location.kind !== 'sharepoint-list' && (
        <FilePlace
          location={location}
          sheets={columns.sheets}
          onChange={(changed) => onChange({ location: changed, columns: {} })}
        />
      )}
      {topic === 'employee-survey' && (
        <Field label={t('sources.form')}>
          <RadioGroup value={form} onChange={(_event, data) => onFormChange(data.value as SourceForm)}>
            <Radio value="answers" label={t('sources.form.answers')} />
            <Radio value="aggregated" label={t('sources.form.aggregated')} />
          </RadioGroup>
        </Field>
      )}
      {columns.columns.length === 0 && (
        <Notice tone="warning" title={t('sources.columns.none')}>
          {t('sources.columns.none.do')}
        </Notice>
      )}
      <div className={styles.fields}>
        {fieldsOf(topic, form).map((field) => (
          <ColumnField
            key={field.field}
            field={field}
            columns={columns.columns}
            chosen={draft.columns[field.field] ?? null}
            isGone={draft.columns[field.field] !== null && !known.has(draft.columns[field.field] ?? '')}
            suggestion={columns.suggestions.find(({ field: name }) => name === field.field) ?? null}
            onChoose={(column) => onChange({ columns: { ...draft.columns, [field.field]: column } })}
          />
        ))}
      </div>
      {topic === 'employee-survey' && form === 'answers' && (draft.columns['unit'] ?? null) === null && (
        <UnitPathFields
          path={draft.unitPath}
          columns={columns.columns}
          onChange={(unitPath) => onChange({ unitPath })}
        />
      )}
      <SurveyFields draft={draft} onChange={onChange} />
      <Field className={styles.years} label={t('sources.years')} hint={t('sources.years.hint')}>
        <Input
          inputMode="numeric"
          defaultValue={draft.years.join(', ')}
          onChange={(_event, data) => onChange({ years: yearsIn(data.value) })}
        />
      </Field>
    </>
  );
}

/** What only surveys have: when the round closes, and how parents' rows are meant. */
function SurveyFields({
  draft,
  onChange,
}: Pick<ColumnsStepProps, 'draft' | 'onChange'>): ReactElement | null {
  const styles = useStyles();
  const { t } = useTranslation();
  if (draft.topic !== 'employee-survey' && draft.topic !== 'maturity') return null;
  return (
    <div className={styles.fields}>
      <Field
        label={t('sources.closes-on')}
        hint={t('sources.closes-on.hint')}
        required={draft.topic === 'employee-survey'}
      >
        <Input
          type="date"
          value={draft.closesOn}
          onChange={(_event, data) => onChange({ closesOn: data.value })}
        />
      </Field>
      {draft.form === 'aggregated' && (
        <Field label={t('sources.parent-rows')} hint={t('sources.parent-rows.hint')}>
          <Select
            value={draft.parentRows}
            onChange={(_event, data) => onChange({ parentRows: data.value === 'total' ? 'total' : 'own' })}
          >
            <option value="own">{t('sources.parent-rows.own')}</option>
            <option value="total">{t('sources.parent-rows.total')}</option>
          </Select>
        </Field>
      )}
      {draft.topic === 'maturity' && (
        <Field label={t('sources.invited')} hint={t('sources.invited.hint')}>
          <Input
            defaultValue={Object.entries(draft.invited)
              .map(([year, count]) => `${year}: ${count}`)
              .join(', ')}
            onChange={(_event, data) => onChange({ invited: invitedIn(data.value) })}
          />
        </Field>
      )}
    </div>
  );
}

/** "2024, 2025" → [2024, 2025]; what is no year is left out. */
function yearsIn(text: string): readonly number[] {
  const years = [...text.matchAll(/\b(2\d{3})\b/g)]
    .map(([year]) => Number(year))
    .filter((year) => year <= 2100);
  return [...new Set(years)].sort((a, b) => a - b);
}

/** "2024: 210, 2025: 220" → persons asked per year. */
function invitedIn(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...text.matchAll(/(2\d{3})\s*[:=]\s*(\d{1,7})/g)].map(([, year = '', count = '0']) => [
      year,
      Number(count),
    ]),
  );
}
