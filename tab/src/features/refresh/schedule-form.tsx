import { Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { StoredSettings } from '#core/contracts/admin.ts';
import { nextRefreshes, refreshScheduleSchema } from '#core/settings/refresh-schedule.ts';
import { Surface } from '../../components/surface.tsx';
import { dateAndTime } from '../../lib/dates.ts';
import { useEditedSettings } from '../../lib/edit-settings.ts';
import { useTranslation } from '../../lib/translation.tsx';

const useStyles = makeStyles({
  form: { display: 'grid', gap: '16px', maxWidth: '60ch' },
  time: { maxWidth: '160px' },
  next: { margin: 0, paddingLeft: '20px' },
  label: { margin: '0 0 4px', fontWeight: tokens.fontWeightSemibold },
});

const SHOWN_RUNS = 5;

/** When the sources are looked at by themselves, with the next times. Changes go into the draft. */
export function ScheduleForm({ stored }: { readonly stored: StoredSettings }): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const { settings, change } = useEditedSettings(stored);
  const [typed, setTyped] = useState<string | null>(null);
  const { refresh } = settings;
  const time = typed ?? refresh.timeOfDay;
  const isTime = refreshScheduleSchema.safeParse({ ...refresh, timeOfDay: time }).success;
  const setTime = (timeOfDay: string): void => {
    const isWhole = refreshScheduleSchema.safeParse({ ...refresh, timeOfDay }).success;
    setTyped(isWhole ? null : timeOfDay);
    if (isWhole) change({ refresh: { ...refresh, timeOfDay } });
  };
  return (
    <Surface title={t('schedule.title')} lead={t('schedule.lead')}>
      <div className={styles.form}>
        <Field
          className={styles.time}
          label={t('schedule.time')}
          {...(!isTime && { validationMessage: t('schedule.time.wrong') })}
        >
          <Input type="time" value={time} onChange={(_event, { value }) => setTime(value)} />
        </Field>
        <Field label={t('schedule.days')}>
          <RadioGroup
            value={refresh.days}
            onChange={(_event, { value }) =>
              change({ refresh: { ...refresh, days: value === 'weekdays' ? 'weekdays' : 'every-day' } })
            }
          >
            <Radio value="every-day" label={t('schedule.every-day')} />
            <Radio value="weekdays" label={t('schedule.weekdays')} />
          </RadioGroup>
        </Field>
        <div>
          <p id="schedule-next" className={styles.label}>
            {t('schedule.next')}
          </p>
          <ul aria-labelledby="schedule-next" className={styles.next}>
            {nextRefreshes(refresh, new Date().toISOString(), SHOWN_RUNS).map((run) => (
              <li key={run}>{dateAndTime(run, language)}</li>
            ))}
          </ul>
        </div>
      </div>
    </Surface>
  );
}
