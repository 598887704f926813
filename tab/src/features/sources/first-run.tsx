import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { useState, type ReactElement, type SubmitEvent } from 'react';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { ProblemView } from '../../components/problem-view.tsx';
import { Surface } from '../../components/surface.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useSaveSettings } from './api/setup.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px', maxWidth: '460px', justifyItems: 'start' },
  field: { width: '100%' },
});

/** The very first settings: whose index it is, and which years it is computed for. */
export function FirstRun(): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const thisYear = new Date().getFullYear();
  const [name, setName] = useState('');
  const [years, setYears] = useState(`${thisYear - 1}, ${thisYear}`);
  const save = useSaveSettings();
  const parsed = settingsSchema.safeParse({
    organisationName: name.trim(),
    years: [...new Set([...years.matchAll(/\b2\d{3}\b/g)].map(([year]) => Number(year)))].sort(
      (a, b) => a - b,
    ),
    sources: [],
  });

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (parsed.success) save.mutate({ settings: parsed.data, version: null });
  }

  return (
    <Surface title={t('first-run.title')} lead={t('first-run.lead')}>
      <form className={styles.form} onSubmit={submit}>
        <Field className={styles.field} label={t('first-run.name')} required>
          <Input value={name} maxLength={200} onChange={(_event, data) => setName(data.value)} />
        </Field>
        <Field
          className={styles.field}
          label={t('first-run.years')}
          hint={t('first-run.years.hint')}
          required
        >
          <Input value={years} inputMode="numeric" onChange={(_event, data) => setYears(data.value)} />
        </Field>
        {save.isError && <ProblemView error={save.error} />}
        <Button type="submit" appearance="primary" disabledFocusable={!parsed.success || save.isPending}>
          {t('first-run.begin')}
        </Button>
      </form>
    </Surface>
  );
}
