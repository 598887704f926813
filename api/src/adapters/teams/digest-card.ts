import {
  AdaptiveCard,
  Column,
  ColumnSet,
  Container,
  HorizontalBarChart,
  OpenUrlAction,
  RichTextBlock,
  TextBlock,
  TextRun,
  type CardElement,
  type TextRunOptions,
} from '@microsoft/teams.cards';
import type { Language } from '#core/contracts/digest.ts';
import type { DigestContent, DigestFigure } from '#core/digest/digest-content.ts';
import { changeColor, chartValue, writtenChange, writtenFigure } from './card-figures.ts';
import { CARD_TEXTS, type CardTexts } from './card-texts.ts';
import { harmlessText } from './harmless-text.ts';

/** How much of the content there is room for. */
export interface CardRoom {
  readonly attentionLines: number;
  readonly hasChart: boolean;
  readonly hasDetails: boolean;
  readonly nameLength: number;
}

export const FULL_ROOM: CardRoom = { attentionLines: 3, hasChart: true, hasDetails: true, nameLength: 200 };
export const LITTLE_ROOM: CardRoom = {
  attentionLines: 1,
  hasChart: false,
  hasDetails: false,
  nameLength: 60,
};

export interface CardOptions {
  readonly language: Language;
  /** Opens the page that the digest is about. */
  readonly link: string;
  readonly room: CardRoom;
  readonly isTest: boolean;
}

/**
 * The digest as an Adaptive Card 1.5. Texts that somebody typed stand in text runs, which know no markdown; a chart has a
 * fallback that says the same in text.
 */
export function digestCard(
  content: DigestContent,
  { language, link, room, isTest }: CardOptions,
): AdaptiveCard {
  const texts = CARD_TEXTS[language];
  const elements: CardElement[] = [
    ...(isTest ? [line([texts.test], { weight: 'Bolder', color: 'Warning' }, 'None')] : []),
    new TextBlock(`${texts.title} ${content.year}`, {
      style: 'heading',
      size: 'Large',
      weight: 'Bolder',
      wrap: true,
    }),
    line([harmlessText(content.organisationName, room.nameLength)], { isSubtle: true }, 'None'),
    headline(content, texts, language),
    new ColumnSet({
      columns: content.components.map((figure) => component(figure, texts, language)),
      separator: true,
      spacing: 'Medium',
    }),
    ...(room.hasChart ? chart(content, texts, language) : []),
    ...why(content, texts, language),
    ...(room.hasDetails ? details(content, texts, language) : []),
    ...attention(content, texts, room.attentionLines),
    line([texts.computed.replace('{time}', writtenTime(content.computedAt, language))], {
      isSubtle: true,
      size: 'Small',
    }),
    ...(room === FULL_ROOM ? [] : [line([texts.cut], { isSubtle: true, size: 'Small' }, 'None')]),
  ];
  return new AdaptiveCard(...elements)
    .withVersion('1.5')
    .withLang(language)
    .withOptions({
      $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
      fallbackText: `${texts.title} ${content.year}: ${writtenFigure(content.index.figure, 'score', texts, language)}`,
      actions: [new OpenUrlAction(link, { title: texts.open })],
    });
}

function line(
  pieces: readonly (string | readonly [string, TextRunOptions])[],
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

function heading(text: string): TextBlock {
  return new TextBlock(text, { style: 'heading', weight: 'Bolder', spacing: 'Medium', wrap: true });
}

function headline(
  { index, against, comparable, running }: DigestContent,
  texts: CardTexts,
  language: Language,
) {
  const value = writtenFigure(index.figure, index.unit, texts, language);
  const change = writtenChange(index.change, language);
  const since = change === null || against === null ? null : texts.since.replace('{year}', String(against));
  const note = running
    ? texts.running
    : against === null
      ? texts.noComparison
      : comparable
        ? null
        : texts.notComparable.replace('{year}', String(against));
  const pieces: (string | readonly [string, TextRunOptions])[] = [
    [value, { size: 'ExtraLarge', weight: 'Bolder' }],
  ];
  if (since !== null) {
    pieces.push('  ', [change ?? '', { color: changeColor(index.change), weight: 'Bolder' }], ` ${since}`);
  }
  const lines = [
    line(pieces, {}, 'Default'),
    ...(note === null ? [] : [line([note], { isSubtle: true }, 'None')]),
  ];
  return new Container(...lines);
}

function component(figure: DigestFigure, texts: CardTexts, language: Language): Column {
  const change = writtenChange(figure.change, language);
  return new Column(
    line([texts.figures[figure.id] ?? figure.id], { isSubtle: true, size: 'Small' }, 'None'),
    line(
      [[writtenFigure(figure.figure, figure.unit, texts, language), { size: 'Large', weight: 'Bolder' }]],
      {},
      'None',
    ),
    ...(change === null
      ? []
      : [line([[change, { color: changeColor(figure.change) }]], { size: 'Small' }, 'None')]),
  ).withWidth('stretch');
}

function chart({ components }: DigestContent, texts: CardTexts, language: Language): readonly CardElement[] {
  const bars = components.flatMap((figure) => {
    const y = chartValue(figure);
    return y === null ? [] : [{ x: texts.figures[figure.id] ?? figure.id, y, figure: figure.figure }];
  });
  if (bars.length === 0) return [];
  const lines = bars.map(({ x, y, figure }) =>
    line(
      [
        [`${'█'.repeat(Math.round(y))}${'░'.repeat(10 - Math.round(y))}`, { fontType: 'Monospace' }],
        `  ${x} ${writtenFigure(figure, 'score', texts, language)}`,
      ],
      { size: 'Small' },
      'None',
    ),
  );
  return [
    new HorizontalBarChart({
      title: texts.chart,
      showTitle: true,
      data: bars.map(({ x, y }) => ({ x, y })),
      displayMode: 'AbsoluteWithAxis',
      fallback: new Container(...lines),
    }),
  ];
}

function why(content: DigestContent, texts: CardTexts, language: Language): readonly CardElement[] {
  const remainder = writtenChange(content.remainder, language);
  const lines = content.reasons.map(({ contributor, contribution }) => {
    const written = writtenChange(contribution, language) ?? '';
    return line(
      [
        [written, { color: changeColor(contribution), weight: 'Bolder' }],
        `  ${texts.contributors[contributor]}`,
      ],
      {},
      'None',
    );
  });
  if (remainder !== null)
    lines.push(line([[remainder, { weight: 'Bolder' }], `  ${texts.remainder}`], {}, 'None'));
  return lines.length === 0 ? [] : [heading(texts.why), ...lines];
}

function details(
  { details: figures }: DigestContent,
  texts: CardTexts,
  language: Language,
): readonly CardElement[] {
  const lines = figures.map(({ id, figure, unit, change }) => {
    const written = writtenChange(change, language);
    const value = writtenFigure(figure, unit, texts, language);
    return line(
      [
        `${texts.figures[id] ?? id}: `,
        [value, { weight: 'Bolder' }],
        written === null ? '' : ` (${written})`,
      ],
      { size: 'Small' },
      'None',
    );
  });
  return [new Container(...lines).withSeparator(true).withSpacing('Medium')];
}

function attention(
  { attention: found }: DigestContent,
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

function writtenTime(instant: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return format.format(new Date(instant));
}
