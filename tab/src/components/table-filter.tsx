import { Field, Input, makeStyles, Select } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useTranslation } from '../lib/translation.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: '8px 16px', marginBottom: '12px' },
  search: { minWidth: 'min(220px, 100%)' },
  count: { paddingBottom: '6px' },
});

interface TableFilterProps {
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly choiceLabel: string;
  /** Null: all. */
  readonly choice: string | null;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly onChoice: (choice: string | null) => void;
  readonly shown: number;
  readonly total: number;
}

/** Finds rows by a word and by one choice, and says how many were found. */
export function TableFilter(props: TableFilterProps): ReactElement {
  const { search, onSearch, choiceLabel, choice, choices, onChoice, shown, total } = props;
  const styles = useStyles();
  const { t } = useTranslation();
  // Nothing is chosen by what stands first in a list: all rows have a value of their own.
  const value = choice === null ? '' : `=${choice}`;
  return (
    <div className={styles.row} role="search">
      <Field label={t('table.search')} className={styles.search}>
        <Input type="search" value={search} onChange={(_event, { value: text }) => onSearch(text)} />
      </Field>
      <Field label={choiceLabel}>
        <Select
          value={value}
          onChange={(_event, { value: next }) => onChoice(next === '' ? null : next.slice(1))}
        >
          <option value="">{t('table.all')}</option>
          {choices.map((one) => (
            <option key={one.value} value={`=${one.value}`}>
              {one.text}
            </option>
          ))}
        </Select>
      </Field>
      <span role="status" className={styles.count}>
        {t('table.found', { shown, total })}
      </span>
    </div>
  );
}
