import {
  AdaptiveCard,
  Column,
  ColumnSet,
  Container,
  HorizontalBarChart,
  OpenUrlAction,
  TextBlock,
  type CardElement,
} from '@microsoft/teams.cards';
import type { Language } from '#core/contracts/digest.ts';
import type { DigestContent, DigestFigure } from '#core/digest/digest-content.ts';
import { attention, heading, line, textBar, type Piece } from './card-parts.ts';
import { changeColor, chartValue, writtenChange, writtenFigure } from './card-figures.ts';
import { CARD_TEXTS, type CardTexts } from './card-texts.ts';
import { closing, opening } from './card-frame.ts';
import type { CardSetting } from './card-setting.ts';
import { harmlessText } from './harmless-text.ts';
import { mentionEntities } from './card-mentions.ts';

/**
 * The digest as an Adaptive Card 1.5. Texts that somebody typed stand in text runs, which know no markdown; a chart has a
 * fallback that says the same in text.
 */
export function digestCard(content: DigestContent, setting: CardSetting): AdaptiveCard {
  const { language, link, room } = setting;
  const texts = CARD_TEXTS[language];
  const elements: CardElement[] = [
    ...opening(setting),
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
    ...attention(content.attention, texts, room.attentionLines),
    ...closing(content.computedAt, setting),
  ];
  return new AdaptiveCard(...elements)
    .withVersion('1.5')
    .withLang(language)
    .withOptions({
      $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
      fallbackText: `${texts.title} ${content.year}: ${writtenFigure(content.index.figure, 'score', texts, language)}`,
      actions: [new OpenUrlAction(link, { title: texts.open })],
      ...mentionEntities(setting.mentions),
    });
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
  const pieces: Piece[] = [[value, { size: 'ExtraLarge', weight: 'Bolder' }]];
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
        [textBar(y / 10), { fontType: 'Monospace' }],
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
