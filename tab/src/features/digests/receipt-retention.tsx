import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { RECEIPT_DAYS } from '#core/settings/receipt-days.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { Surface } from '../../components/surface.tsx';
import { useEditedSettings } from '../../lib/edit-settings.ts';
import { useTranslation } from '../../lib/translation.tsx';

const useStyles = makeStyles({ field: { maxWidth: '40ch' } });

/** How long receipts are kept; saved with the other settings. */
export function ReceiptRetention({ stored }: { readonly stored: StoredSettings }): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const { settings, change } = useEditedSettings(stored);
  // Settings that were saved before there was a choice say nothing of it.
  const { receipts } = settings as Partial<Settings>;
  const days = receipts?.keepDays ?? RECEIPT_DAYS.usual;
  const isAllowed = Number.isInteger(days) && days >= RECEIPT_DAYS.least && days <= RECEIPT_DAYS.most;
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
          min={RECEIPT_DAYS.least}
          max={RECEIPT_DAYS.most}
          value={String(days)}
          onChange={(_event, { value }) => change({ receipts: { keepDays: Math.round(Number(value)) } })}
        />
      </Field>
    </Surface>
  );
}
