import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState, type ReactElement } from 'react';
import { useTranslation } from '../../lib/translation.tsx';

const useStyles = makeStyles({
  label: { display: 'block', marginBottom: '4px' },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '6px',
    margin: '0 0 10px',
    padding: 0,
    listStyleType: 'none',
  },
  year: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '2px 4px 2px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  add: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px' },
  input: { width: '110px' },
});

const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const MOST_YEARS = 30;

interface YearsFieldProps {
  /** Oldest first. */
  readonly years: readonly number[];
  readonly onChange: (years: number[]) => void;
}

/** The years that are computed and shown: each can be taken away but the last, others added. */
export function YearsField({ years, onChange }: YearsFieldProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const labelId = useId();
  const [text, setText] = useState('');
  const year = Number(text);
  const isYear = Number.isInteger(year) && year >= FIRST_YEAR && year <= LAST_YEAR;
  const canAdd = isYear && !years.includes(year) && years.length < MOST_YEARS;
  const add = (): void => {
    if (!canAdd) return;
    onChange([...years, year].sort((a, b) => a - b));
    setText('');
  };
  return (
    <div role="group" aria-labelledby={labelId}>
      <span id={labelId} className={styles.label}>
        {t('general.years')}
      </span>
      <ul className={styles.list}>
        {years.map((one) => (
          <li key={one} className={styles.year}>
            {one}
            <Button
              size="small"
              appearance="subtle"
              aria-label={t('general.years.remove-one', { year: String(one) })}
              disabledFocusable={years.length === 1}
              onClick={() => onChange(years.filter((other) => other !== one))}
            >
              {t('general.years.remove')}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field
          label={t('general.years.new')}
          {...(text !== '' && !canAdd && { validationMessage: t('general.years.wrong') })}
        >
          <Input
            className={styles.input}
            inputMode="numeric"
            value={text}
            onChange={(_event, { value }) => setText(value)}
          />
        </Field>
        <Button type="submit" disabledFocusable={!canAdd}>
          {t('general.years.add')}
        </Button>
      </form>
    </div>
  );
}
