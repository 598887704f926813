import type { ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { AUDIT_DAYS } from '#core/settings/kept-days.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { KeptDaysField } from '../../components/kept-days-field.tsx';
import { Surface } from '../../components/surface.tsx';
import { useEditedSettings } from '../../lib/edit-settings.ts';
import { useTranslation } from '../../lib/translation.tsx';

/** How long the log of who changed what is kept; saved with the other settings. */
export function LogRetention({ stored }: { readonly stored: StoredSettings }): ReactElement {
  const { t } = useTranslation();
  const { settings, change } = useEditedSettings(stored);
  // Settings that were saved before there was a choice say nothing of it.
  const { auditLog } = settings as Partial<Settings>;
  return (
    <Surface title={t('log.keep.title')} lead={t('log.keep.lead')}>
      <KeptDaysField
        label={t('log.keep.days')}
        allowed={AUDIT_DAYS}
        days={auditLog?.keepDays ?? AUDIT_DAYS.usual}
        onChange={(keepDays) => change({ auditLog: { keepDays } })}
      />
    </Surface>
  );
}
