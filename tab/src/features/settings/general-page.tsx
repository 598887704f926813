import { Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { PageGrid } from '../../components/page-grid.tsx';
import { Surface } from '../../components/surface.tsx';
import { WithSettings } from '../../components/with-settings.tsx';
import { dateAndTime } from '../../lib/dates.ts';
import { useEditedSettings } from '../../lib/edit-settings.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { YearsField } from './years-field.tsx';

const useStyles = makeStyles({ form: { display: 'grid', gap: '20px', maxWidth: '60ch' } });

/** What is not about a source or the method: whose index it is, which years, who sees units. */
export function GeneralPage(): ReactElement {
  return <WithSettings>{(stored) => <GeneralForm stored={stored} />}</WithSettings>;
}

function GeneralForm({ stored }: { readonly stored: StoredSettings }): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const { settings, change } = useEditedSettings(stored);
  const isNamed = settings.organisationName.trim() !== '';
  return (
    <PageGrid columns="one">
      <Surface
        title={t('general.title')}
        lead={t('general.lead', {
          version: String(stored.version),
          time: dateAndTime(stored.savedAt, language),
          who: stored.savedBy,
        })}
      >
        <div className={styles.form}>
          <Field
            label={t('general.organisation')}
            required
            {...(!isNamed && { validationMessage: t('general.organisation.missing') })}
          >
            <Input
              value={settings.organisationName}
              maxLength={200}
              onChange={(_event, { value }) => change({ organisationName: value })}
            />
          </Field>
          <YearsField years={settings.years} onChange={(years) => change({ years })} />
          <Field label={t('general.units')} hint={t('general.units.hint')}>
            <RadioGroup
              value={settings.visibility.units}
              onChange={(_event, { value }) =>
                change({ visibility: { units: value === 'managers' ? 'managers' : 'everyone' } })
              }
            >
              <Radio value="everyone" label={t('general.units.everyone')} />
              <Radio value="managers" label={t('general.units.managers')} />
            </RadioGroup>
          </Field>
        </div>
      </Surface>
    </PageGrid>
  );
}
