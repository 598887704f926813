import type { ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { RECEIPT_DAYS } from '#core/settings/kept-days.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { KeptDaysField } from '../../components/kept-days-field.tsx';
import { Surface } from '../../components/surface.tsx';
import { useEditedSettings } from '../../lib/edit-settings.ts';
import { useTranslation } from '../../lib/translation.tsx';

/** How long receipts are kept; saved with the other settings. */
export function ReceiptRetention({ stored }: { readonly stored: StoredSettings }): ReactElement {
  const { t } = useTranslation();
  const { settings, change } = useEditedSettings(stored);
  // Settings that were saved before there was a choice say nothing of it.
  const { receipts } = settings as Partial<Settings>;
  return (
    <Surface title={t('receipts.keep.title')} lead={t('receipts.keep.lead')}>
      <KeptDaysField
        label={t('receipts.keep.days')}
        allowed={RECEIPT_DAYS}
        days={receipts?.keepDays ?? RECEIPT_DAYS.usual}
        onChange={(keepDays) => change({ receipts: { keepDays } })}
      />
    </Surface>
  );
}
