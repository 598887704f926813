import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { Surface } from '../../components/surface.tsx';
import { useEditedSettings } from '../../lib/edit-settings.ts';
import { useTranslation } from '../../lib/translation.tsx';

const useStyles = makeStyles({ field: { maxWidth: '40ch' } });
const { keepDays: daysSchema } = settingsSchema.unwrap().shape.receipts.unwrap().unwrap().shape;

/** How long receipts are kept; saved with the other settings. */
export function ReceiptRetention({ stored }: { readonly stored: StoredSettings }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const { settings, change } = useEditedSettings(stored);
  const days = settings.receipts.keepDays;
  const isAllowed = daysSchema.safeParse(days).success;
  return (
    <Surface title={t('receipts.keep.title')} lead={t('receipts.keep.lead')}>
      <Field
        className={styles.field}
        label={t('receipts.keep.days')}
        hint={t('receipts.keep.hint')}
        {...(!isAllowed && { validationMessage: t('receipts.keep.range') })}
      >
        <Input
          type="number"
          min={30}
          max={3650}
          value={String(days)}
          onChange={(_event, { value }) => change({ receipts: { keepDays: Math.round(Number(value)) } })}
        />
      </Field>
    </Surface>
  );
}
