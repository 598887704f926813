import type { ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { EffectOfSettings } from '../../components/effect-of-settings.tsx';
import { PageGrid } from '../../components/page-grid.tsx';
import { Surface } from '../../components/surface.tsx';
import { WithSettings } from '../../components/with-settings.tsx';
import { useEditedSettings } from '../../lib/edit-settings.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { MethodSettingField } from './method-setting-field.tsx';
import { METHOD_FIELD_IDS } from './method-fields.ts';
import { NationalMaturityForm } from './national-maturity-form.tsx';

/** The rules that the method leaves open, each with what it means, and what a change would do. */
export function MethodSettingsPage(): ReactElement {
  return <WithSettings>{(stored) => <MethodForm stored={stored} />}</WithSettings>;
}

function MethodForm({ stored }: { readonly stored: StoredSettings }): ReactElement {
  const { t } = useTranslation();
  const { settings, change } = useEditedSettings(stored);
  return (
    <PageGrid columns="one">
      <EffectOfSettings settings={settings} />
      <Surface title={t('method-settings.title')} lead={t('method-settings.lead')}>
        {METHOD_FIELD_IDS.map((id) => (
          <MethodSettingField
            key={`${id} ${stored.version}`}
            id={id}
            value={settings.method[id]}
            onChange={(value) => change({ method: { ...settings.method, [id]: value } })}
          />
        ))}
      </Surface>
      <NationalMaturityForm
        values={settings.nationalMaturity}
        onChange={(nationalMaturity) => change({ nationalMaturity })}
      />
    </PageGrid>
  );
}
