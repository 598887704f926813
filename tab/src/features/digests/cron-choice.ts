/** How often a card comes, as people choose it. `own` is a cron pattern that somebody writes. */
export type CronChoice =
  | { readonly every: 'weekday'; readonly time: string }
  | { readonly every: 'week'; readonly weekday: number; readonly time: string }
  | { readonly every: 'month'; readonly day: number; readonly time: string }
  | { readonly every: 'own'; readonly cron: string };

/** Monday first, as cron counts them. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const;

const NUMBER = /^\d{1,2}$/;

/** The cron pattern of a choice; a time that is not filled in counts as eight in the morning. */
export function cronOf(choice: CronChoice): string {
  if (choice.every === 'own') return choice.cron;
  const [, hour = '8', minute = '0'] = /^(\d{2}):(\d{2})$/.exec(choice.time) ?? [];
  const at = `${Number(minute)} ${Number(hour)}`;
  switch (choice.every) {
    case 'weekday':
      return `${at} * * 1-5`;
    case 'week':
      return `${at} * * ${choice.weekday}`;
    case 'month':
      return `${at} ${choice.day} * *`;
  }
}

/** The choice behind a cron pattern; one that fits none of the usual ones is the reader's own. */
export function choiceOf(cron: string): CronChoice {
  const own: CronChoice = { every: 'own', cron };
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = cron.trim().split(/\s+/);
  if (!NUMBER.test(minute) || !NUMBER.test(hour) || month !== '*') return own;
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (day === '*' && weekday === '1-5') return { every: 'weekday', time };
  if (day === '*' && /^[0-6]$/.test(weekday)) return { every: 'week', weekday: Number(weekday), time };
  if (NUMBER.test(day) && weekday === '*') return { every: 'month', day: Number(day), time };
  return own;
}
