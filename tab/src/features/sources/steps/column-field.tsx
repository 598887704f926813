import { Field, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { SourceColumns } from '#core/contracts/sources.ts';
import type { SourceField } from '#core/settings/source-fields.ts';
import { useTranslation } from '../../../lib/translation.tsx';
import type { MessageKey } from '../../../texts/sv.ts';

interface ColumnFieldProps {
  readonly field: SourceField;
  readonly columns: SourceColumns['columns'];
  readonly chosen: string | null;
  /** The chosen column is not there any more. */
  readonly isGone: boolean;
  readonly suggestion: SourceColumns['suggestions'][number] | null;
  readonly onChoose: (column: string | null) => void;
}

/** One field and the column it is read from. */
export function ColumnField(props: ColumnFieldProps): ReactElement {
  const { field, columns, chosen, isGone, suggestion, onChoose } = props;
  const { t } = useTranslation();
  const own = columns.filter(({ isSystem, name }) => !isSystem || name === chosen);
  const isSuggested = suggestion !== null && suggestion.column === chosen;
  const isMissing = field.required && chosen === null;
  const hint = isSuggested
    ? t('sources.suggestion', {
        confidence: t(`sources.confidence.${suggestion.confidence}`),
        reasons: suggestion.reasons.map((reason) => t(`sources.reason.${reason}`)).join(', '),
      })
    : null;
  return (
    <Field
      label={t(`source-field.${field.field}` as MessageKey)}
      required={field.required}
      hint={hint}
      validationState={isGone || isMissing ? 'warning' : 'none'}
      validationMessage={
        isGone
          ? t('sources.column.gone', { column: chosen ?? '' })
          : isMissing
            ? t('sources.column.missing')
            : null
      }
    >
      <Select
        value={chosen ?? ''}
        onChange={(_event, data) => onChoose(data.value === '' ? null : data.value)}
      >
        <option value="">{field.required ? t('sources.column.choose') : t('sources.column.none')}</option>
        {isGone && chosen !== null && <option value={chosen}>{chosen}</option>}
        {own.map(({ name, displayName, kind }) => (
          <option key={name} value={name}>
            {t('sources.column.option', { name: displayName, kind: t(`column-kind.${kind}`) })}
          </option>
        ))}
      </Select>
    </Field>
  );
}
