import { Field, Input, Select } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import type { SubscriptionWhen } from '#core/contracts/subscriptions.ts';
import { hasPassed } from '#core/digest/due-run.ts';
import { nextRuns, scheduleFault, type Schedule } from '#core/digest/schedule.ts';
import { dateAndTime } from '../../lib/dates.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { choiceOf, cronOf, WEEKDAYS, type CronChoice } from './cron-choice.ts';
import { weekdayName } from './subscription-words.ts';

interface WhenFieldsProps {
  readonly when: SubscriptionWhen;
  readonly onChange: (when: SubscriptionWhen) => void;
}

const KINDS = ['schedule', 'publishing', 'index-change', 'response-rate-below', 'once'] as const;
const EVERY = ['weekday', 'week', 'month', 'own'] as const;
const SHOWN_RUNS = 5;
const FIRST_TIME = '08:00';
const FIRST: Readonly<Record<SubscriptionWhen['kind'], SubscriptionWhen>> = {
  schedule: { kind: 'schedule', cron: '0 8 * * 1', timeZone: 'Europe/Stockholm' },
  publishing: { kind: 'publishing' },
  'index-change': { kind: 'index-change', atLeast: '0.1' },
  'response-rate-below': { kind: 'response-rate-below', percent: '60' },
  once: { kind: 'once', at: '' },
};

/** Chooses when a card is posted. */
export function WhenFields({ when, onChange }: WhenFieldsProps): ReactElement {
  const { t } = useTranslation();
  const isPast = hasPassed(when, new Date().toISOString());
  const number = (text: string): string => text.replace(',', '.').trim();
  return (
    <>
      <Field label={t('when.label')}>
        <Select
          value={when.kind}
          onChange={(_event, { value }) =>
            onChange(FIRST[KINDS.find((kind) => kind === value) ?? 'schedule'])
          }
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`when.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      {when.kind === 'schedule' && <ScheduleFields when={when} onChange={onChange} />}
      {when.kind === 'index-change' && (
        <Field label={t('when.index-change.field')}>
          <Input
            inputMode="decimal"
            value={when.atLeast}
            onChange={(_event, { value }) => onChange({ ...when, atLeast: number(value) })}
          />
        </Field>
      )}
      {when.kind === 'response-rate-below' && (
        <Field label={t('when.response-rate-below.field')}>
          <Input
            inputMode="decimal"
            value={when.percent}
            onChange={(_event, { value }) => onChange({ ...when, percent: number(value) })}
          />
        </Field>
      )}
      {when.kind === 'once' && (
        <Field
          label={t('when.once.field')}
          required
          {...(isPast && { validationMessage: t('schedule-fault.past'), validationState: 'error' })}
        >
          <Input
            type="datetime-local"
            value={localOf(when.at)}
            onChange={(_event, { value }) => onChange({ ...when, at: instantOf(value) })}
          />
        </Field>
      )}
    </>
  );
}

interface ScheduleFieldsProps {
  readonly when: Extract<SubscriptionWhen, { readonly kind: 'schedule' }>;
  readonly onChange: (when: SubscriptionWhen) => void;
}

function ScheduleFields({ when, onChange }: ScheduleFieldsProps): ReactElement {
  const { t, language } = useTranslation();
  const choice = choiceOf(when.cron);
  const time = choice.every === 'own' ? FIRST_TIME : choice.time;
  const change = (next: CronChoice): void => onChange({ ...when, cron: cronOf(next) });
  const choose = (every: string): void => {
    if (every === 'weekday') change({ every, time });
    else if (every === 'week') change({ every, weekday: 1, time });
    else if (every === 'month') change({ every, day: 1, time });
    // An example that is none of the others: Mondays and Thursdays.
    else onChange({ ...when, cron: '0 8 * * 1,4' });
  };
  return (
    <>
      <Field label={t('when.every')}>
        <Select value={choice.every} onChange={(_event, { value }) => choose(value)}>
          {EVERY.map((every) => (
            <option key={every} value={every}>
              {t(`when.${every}`)}
            </option>
          ))}
        </Select>
      </Field>
      {choice.every === 'week' && (
        <Field label={t('when.day')}>
          <Select
            value={String(choice.weekday)}
            onChange={(_event, { value }) => change({ ...choice, weekday: Number(value) })}
          >
            {WEEKDAYS.map((weekday) => (
              <option key={weekday} value={weekday}>
                {weekdayName(weekday, language)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {choice.every === 'month' && (
        <Field label={t('when.day-of-month')}>
          <Input
            type="number"
            min={1}
            max={28}
            value={String(choice.day)}
            onChange={(_event, { value }) =>
              change({ ...choice, day: Math.min(28, Math.max(1, Number(value) || 1)) })
            }
          />
        </Field>
      )}
      {choice.every === 'own' ? (
        <>
          <Field label={t('when.cron')} hint={t('when.cron.hint')}>
            <Input
              value={when.cron}
              spellCheck={false}
              onChange={(_event, { value }) => onChange({ ...when, cron: value })}
            />
          </Field>
          <Field label={t('when.time-zone')}>
            <Input
              value={when.timeZone}
              spellCheck={false}
              onChange={(_event, { value }) => onChange({ ...when, timeZone: value })}
            />
          </Field>
        </>
      ) : (
        <Field label={t('when.time')}>
          <Input
            type="time"
            value={time}
            onChange={(_event, { value }) => change({ ...choice, time: value === '' ? FIRST_TIME : value })}
          />
        </Field>
      )}
      <NextRuns schedule={when} />
    </>
  );
}

/** The next five times, or what is wrong with the schedule. */
function NextRuns({ schedule }: { readonly schedule: Schedule }): ReactElement {
  const { t, language } = useTranslation();
  const titleId = useId();
  const now = new Date().toISOString();
  const fault = scheduleFault(schedule, now);
  if (fault !== null) return <p role="alert">{t(`schedule-fault.${fault}`)}</p>;
  return (
    <div>
      <p id={titleId}>{t('when.next')}</p>
      <ul aria-labelledby={titleId} aria-live="polite">
        {nextRuns(schedule, now, SHOWN_RUNS).map((run) => (
          <li key={run}>{dateAndTime(run, language)}</li>
        ))}
      </ul>
    </div>
  );
}

/** What a field for date and time shows of an instant, in the reader's own time. */
function localOf(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function instantOf(local: string): string {
  const date = new Date(local);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
