import { Field, Input, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { DEFAULT_METHOD_SETTINGS, type MethodSettings } from '#core/settings/method-settings.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { METHOD_FIELDS, textOfValue, valueOfText } from './method-fields.ts';

const useStyles = makeStyles({
  row: {
    padding: '14px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    ':last-child': { borderBottom: 'none' },
  },
  field: { maxWidth: '60ch' },
  narrow: { width: '120px' },
});

interface MethodSettingFieldProps {
  readonly id: keyof MethodSettings;
  readonly value: MethodSettings[keyof MethodSettings];
  /** Told of every value that the method takes; what it does not take stays in the field with a message. */
  readonly onChange: (value: string | number | readonly string[]) => void;
}

/** One setting of the method: what it decides, its default, and the field. */
export function MethodSettingField({ id, value, onChange }: MethodSettingFieldProps): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const field = METHOD_FIELDS[id];
  const mark = language === 'sv' ? ',' : '.';
  const written = textOfValue(value, mark);
  const [typed, setTyped] = useState<string | null>(null);
  const parsedTyped = typed === null ? null : valueOfText(field, typed);
  const isWrong = typed !== null && parsedTyped === null;
  // What was typed stands only as long as it is the value: a draft that is thrown away takes it along.
  const stands = isWrong || String(parsedTyped) === String(value);
  const text = typed !== null && stands ? typed : written;
  const type = (next: string): void => {
    const parsed = valueOfText(field, next);
    // What can't be taken, and lines while they are written, stand as typed.
    setTyped(parsed === null || field.kind === 'lines' || field.kind === 'decimal' ? next : null);
    if (parsed !== null) onChange(parsed);
  };
  const standard = DEFAULT_METHOD_SETTINGS[id];
  const shown =
    field.kind === 'choice'
      ? t(`method.value.${standard as (typeof field.choices)[number]}`)
      : textOfValue(standard, mark).replaceAll('\n', ', ');
  return (
    <div className={styles.row}>
      <Field
        className={styles.field}
        label={t(`method.setting.${id}`)}
        hint={`${t(`method-doc.${id}`)} ${t('method-settings.default', { value: shown })}`}
        {...(isWrong && { validationMessage: t(`method-settings.wrong.${field.kind}`, rangeOf(field)) })}
      >
        {field.kind === 'choice' ? (
          <Select value={text} onChange={(_event, { value: chosen }) => type(chosen)}>
            {field.choices.map((choice) => (
              <option key={choice} value={choice}>
                {t(`method.value.${choice}`)}
              </option>
            ))}
          </Select>
        ) : field.kind === 'lines' ? (
          <Textarea
            value={text}
            resize="vertical"
            rows={5}
            onChange={(_event, { value: next }) => type(next)}
          />
        ) : (
          <Input
            className={styles.narrow}
            inputMode={field.kind === 'whole' ? 'numeric' : 'decimal'}
            value={text}
            onChange={(_event, { value: next }) => type(next)}
          />
        )}
      </Field>
    </div>
  );
}

function rangeOf(field: (typeof METHOD_FIELDS)[keyof MethodSettings]): { from: string; to: string } {
  return field.kind === 'whole' ? { from: String(field.from), to: String(field.to) } : { from: '', to: '' };
}
