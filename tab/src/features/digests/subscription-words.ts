import type { SubscriptionWhen } from '#core/contracts/subscriptions.ts';
import type { DeliverySubject } from '#core/contracts/digest.ts';
import type { Schedule } from '#core/digest/schedule.ts';
import { shortDateAndTime } from '../../lib/dates.ts';
import type { Translation } from '../../lib/translation.tsx';
import { choiceOf } from './cron-choice.ts';

/** What a card is about, in words; a unit by its name where that is known, since its id says nothing. */
export function subjectWords(subject: DeliverySubject, { t }: Translation, unitName = ''): string {
  switch (subject.kind) {
    case 'object':
      return t('subject.object.named', { name: subject.name });
    case 'unit':
      return t('subject.unit.named', { name: unitName === '' ? subject.unitId : unitName });
    case 'notice':
      return t('subject.notice', { name: subject.targetName });
    case 'connection':
    case 'index':
    case 'data-quality':
    case 'trends':
      return t(`subject.${subject.kind}`);
  }
}

/** When a subscription posts, in words. */
export function whenWords(when: SubscriptionWhen, translation: Translation): string {
  const { t, language } = translation;
  switch (when.kind) {
    case 'schedule':
      return scheduleWords(when, translation);
    case 'publishing':
      return t('when.publishing');
    case 'index-change':
      return t('when.index-change.at', { change: decimal(when.atLeast, language) });
    case 'response-rate-below':
      return t('when.response-rate-below.at', { percent: decimal(when.percent, language) });
    case 'once':
      return t('when.once.at', { time: shortDateAndTime(when.at, language) });
  }
}

function scheduleWords({ cron, timeZone }: Schedule, { t, language }: Translation): string {
  const choice = choiceOf(cron);
  switch (choice.every) {
    case 'weekday':
      return t('when.weekday.at', { time: choice.time });
    case 'week':
      return t('when.week.at', { day: weekdayName(choice.weekday, language), time: choice.time });
    case 'month':
      return t('when.month.at', { day: choice.day, time: choice.time });
    case 'own':
      return `${cron} (${timeZone})`;
  }
}

/** A weekday's name, as cron counts them: 0 is Sunday. */
export function weekdayName(weekday: number, language: Translation['language']): string {
  // 4 January 1970 was a Sunday.
  const day = new Date(Date.UTC(1970, 0, 4 + weekday));
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(day);
}

function decimal(text: string, language: Translation['language']): string {
  return language === 'sv' ? text.replace('.', ',') : text;
}
