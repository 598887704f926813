import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { KeptDays } from '#core/settings/kept-days.ts';
import { useTranslation } from '../lib/translation.tsx';

const useStyles = makeStyles({ field: { maxWidth: '40ch' } });

/** How many days something is kept; says so where the number lies outside what is allowed. */
export function KeptDaysField(props: {
  readonly label: string;
  readonly allowed: KeptDays;
  readonly days: number;
  readonly onChange: (days: number) => void;
}): ReactElement {
  const { label, days, onChange } = props;
  const { least, most } = props.allowed;
  const styles = useStyles();
  const { t } = useTranslation();
  const isAllowed = Number.isInteger(days) && days >= least && days <= most;
  return (
    <Field
      className={styles.field}
      label={label}
      hint={t('kept-days.hint', { least, most })}
      {...(!isAllowed && { validationMessage: t('kept-days.range', { least, most }) })}
    >
      <Input
        type="number"
        min={least}
        max={most}
        value={String(days)}
        onChange={(_event, { value }) => onChange(Math.round(Number(value)))}
      />
    </Field>
  );
}
