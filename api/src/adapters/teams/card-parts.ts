import {
  RichTextBlock,
  TextBlock,
  TextRun,
  type CardElement,
  type TextRunOptions,
} from '@microsoft/teams.cards';
import type { Language } from '#core/contracts/digest.ts';
import type { DigestAttention } from '#core/digest/digest-content.ts';
import type { CardTexts } from './card-texts.ts';

/** A piece of a line, with how it looks where that differs from its line. */
export type Piece = string | readonly [string, TextRunOptions];

/** One line of text runs, which show what they are given and know no markdown. */
export function line(
  pieces: readonly Piece[],
  options: TextRunOptions = {},
  spacing: 'None' | 'Small' | 'Default' = 'Small',
): RichTextBlock {
  const runs = pieces.map((piece) =>
    typeof piece === 'string'
      ? new TextRun(piece, options)
      : new TextRun(piece[0], { ...options, ...piece[1] }),
  );
  // Runs are set apart: the constructor takes a single run for its options.
  return new RichTextBlock().withSpacing(spacing).withInlines(...runs);
}

const BAR_BLOCKS = 10;

/** A bar of text, for hosts that draw no charts. @param share 0–1; what lies outside fills or empties the bar */
export function textBar(share: number): string {
  const filled = Math.max(0, Math.min(BAR_BLOCKS, Math.round(share * BAR_BLOCKS)));
  return `${'█'.repeat(filled)}${'░'.repeat(BAR_BLOCKS - filled)}`;
}

/** A heading inside the card. */
export function heading(text: string): TextBlock {
  return new TextBlock(text, { style: 'heading', weight: 'Bolder', spacing: 'Medium', wrap: true });
}

/** What breaks the rules of data quality, the first of it in a line each. */
export function attention(
  found: readonly DigestAttention[],
  texts: CardTexts,
  most: number,
): readonly CardElement[] {
  if (found.length === 0) return [];
  const left = found.length - most;
  const lines = found.slice(0, most).map(({ rule, severity, count }) => {
    const color = severity === 'error' ? 'Attention' : 'Warning';
    return line(
      [[`${severity === 'error' ? '✖' : '▲'} `, { color }], `${texts.findings[rule]}: ${count}`],
      {},
      'None',
    );
  });
  if (left > 0)
    lines.push(line([texts.andMore.replace('{count}', String(left))], { isSubtle: true }, 'None'));
  return [heading(texts.attention), ...lines];
}

/** An instant as people write it, in Swedish time. */
export function writtenTime(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return format.format(new Date(instant));
}
