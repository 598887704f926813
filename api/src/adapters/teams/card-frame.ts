import type { CardElement } from '@microsoft/teams.cards';
import { mentionLine } from './card-mentions.ts';
import { line, writtenTime } from './card-parts.ts';
import { FULL_ROOM, type CardSetting } from './card-setting.ts';
import { CARD_TEXTS } from './card-texts.ts';

/** What every digest begins with: that it is a test, and whom it is for. */
export function opening({ language, isTest, mentions }: CardSetting): readonly CardElement[] {
  const texts = CARD_TEXTS[language];
  return [
    ...(isTest ? [line([texts.test], { weight: 'Bolder', color: 'Warning' }, 'None')] : []),
    ...(mentions.length > 0 ? [mentionLine(mentions)] : []),
  ];
}

/** What every digest ends with: when it was computed, and that something was cut. */
export function closing(computedAt: string, { language, room }: CardSetting): readonly CardElement[] {
  const texts = CARD_TEXTS[language];
  const small = { isSubtle: true, size: 'Small' } as const;
  return [
    line([texts.computed.replace('{time}', writtenTime(computedAt, language))], small),
    ...(room === FULL_ROOM ? [] : [line([texts.cut], small, 'None')]),
  ];
}
