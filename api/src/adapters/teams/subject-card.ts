import {
  AdaptiveCard,
  Container,
  HorizontalBarChart,
  OpenUrlAction,
  TextBlock,
  type CardElement,
} from '@microsoft/teams.cards';
import type { Language } from '#core/contracts/digest.ts';
import type { SubjectDigest, SubjectFigure } from '#core/digest/subject-digest.ts';
import { changeColor, writtenChange, writtenFigure } from './card-figures.ts';
import { closing, opening } from './card-frame.ts';
import { mentionEntities } from './card-mentions.ts';
import { attention, heading, line, textBar, type Piece } from './card-parts.ts';
import type { CardSetting } from './card-setting.ts';
import { CARD_TEXTS } from './card-texts.ts';
import { harmlessText } from './harmless-text.ts';
import { SUBJECT_TEXTS } from './subject-texts.ts';

/** Figures that are better when they sink: their change is coloured the other way round. */
const BETTER_LOW: ReadonlySet<string> = new Set(['errors', 'warnings', 'rows-set-aside', 'unit-negative']);
/** Lines of one topic, and characters of one line. */
const TOPIC_LINES = 3;
const QUESTION_LENGTH = 300;

/** A digest of a portfolio object, a unit, the data's quality or the trends, as an Adaptive Card 1.5. */
export function subjectCard(content: SubjectDigest, setting: CardSetting): AdaptiveCard {
  const { language, link, room } = setting;
  const texts = CARD_TEXTS[language];
  const subject = SUBJECT_TEXTS[language];
  const title = `${subject.titles[content.kind]} ${content.year}`;
  const name = harmlessText(content.name, room.nameLength);
  const organisation = harmlessText(content.organisationName, room.nameLength);
  const { headline } = content;
  const elements: CardElement[] = [
    ...opening(setting),
    new TextBlock(title, { style: 'heading', size: 'Large', weight: 'Bolder', wrap: true }),
    line([name === '' ? organisation : `${name} · ${organisation}`], { isSubtle: true }, 'None'),
    headlineOf(content, language),
    ...(content.running ? [line([texts.running], { isSubtle: true }, 'None')] : []),
    ...(room.hasChart ? chart(content, language) : []),
    new Container(...content.figures.map((figure) => figureLine(figure, language))).withSpacing('Medium'),
    ...quality(content, language, room.attentionLines),
    ...topics(content, setting),
    ...closing(content.computedAt, setting),
  ];
  const written = writtenFigure(headline.figure, headline.unit, texts, language);
  return new AdaptiveCard(...elements)
    .withVersion('1.5')
    .withLang(language)
    .withOptions({
      $schema: 'https://adaptivecards.io/schemas/adaptive-card.json',
      fallbackText: `${title}: ${subject.figures[headline.id]} ${written}`,
      actions: [new OpenUrlAction(link, { title: texts.open })],
      ...mentionEntities(setting.mentions),
    });
}

function headlineOf({ headline, against }: SubjectDigest, language: Language): Container {
  const texts = CARD_TEXTS[language];
  const pieces: Piece[] = [
    [
      writtenFigure(headline.figure, headline.unit, texts, language),
      { size: 'ExtraLarge', weight: 'Bolder' },
    ],
    `  ${SUBJECT_TEXTS[language].figures[headline.id]}`,
  ];
  const change = changeOf(headline, language);
  if (change === null || against === null) return new Container(line(pieces, {}, 'Default'));
  const since = texts.since.replace('{year}', String(against));
  return new Container(line(pieces, {}, 'Default'), line([change, ` ${since}`], {}, 'None'));
}

function figureLine(figure: SubjectFigure, language: Language) {
  const value = writtenFigure(figure.figure, figure.unit, CARD_TEXTS[language], language);
  const change = changeOf(figure, language);
  return line(
    [
      `${SUBJECT_TEXTS[language].figures[figure.id]}: `,
      [value, { weight: 'Bolder' }],
      ...(change === null ? [] : [' (', change, ')']),
    ],
    {},
    'None',
  );
}

/** A change with its sign and colour; nothing where it is not known or there is none. */
function changeOf({ id, change }: SubjectFigure, language: Language): Piece | null {
  const written = writtenChange(change, language);
  if (written === null || change?.kind !== 'value' || Number(change.shown) === 0) return null;
  const color = changeColor(change);
  const turned = { Good: 'Attention', Attention: 'Good', Default: 'Default' } as const;
  return [written, { color: BETTER_LOW.has(id) ? turned[color] : color, weight: 'Bolder' }];
}

function chart({ kind, chart: { figures, end } }: SubjectDigest, language: Language): readonly CardElement[] {
  const subject = SUBJECT_TEXTS[language];
  const bars = figures.flatMap((figure) =>
    figure.figure.kind === 'value'
      ? [{ x: subject.figures[figure.id], y: Number(figure.figure.shown), figure }]
      : [],
  );
  if (bars.length < 2) return [];
  const lines = bars.map(({ x, y, figure }) => {
    const value = writtenFigure(figure.figure, figure.unit, CARD_TEXTS[language], language);
    return line(
      [[textBar(y / end), { fontType: 'Monospace' }], `  ${x} ${value}`],
      { size: 'Small' },
      'None',
    );
  });
  return [
    new HorizontalBarChart({
      title: subject.charts[kind],
      showTitle: true,
      data: bars.map(({ x, y }) => ({ x, y })),
      displayMode: 'AbsoluteWithAxis',
      fallback: new Container(...lines),
    }),
  ];
}

function quality(content: SubjectDigest, language: Language, most: number): readonly CardElement[] {
  if (content.kind !== 'data-quality') return [];
  if (content.attention.length === 0) return [line([SUBJECT_TEXTS[language].allKept])];
  // This card is about them: three times the room they have in others.
  return attention(content.attention, CARD_TEXTS[language], most * 3);
}

function topics(
  { kind, topics: found }: SubjectDigest,
  { language, room }: CardSetting,
): readonly CardElement[] {
  if (kind !== 'trends') return [];
  const subject = SUBJECT_TEXTS[language];
  if (found.length === 0) return [line([subject.noTopics])];
  const left = found.length - room.topics;
  return [
    heading(subject.topics),
    ...found
      .slice(0, room.topics)
      .flatMap(({ title, lines }) => [
        line([[harmlessText(title, room.nameLength), { weight: 'Bolder' }]]),
        ...lines
          .slice(0, TOPIC_LINES)
          .map((question) => line([harmlessText(question, QUESTION_LENGTH)], {}, 'None')),
      ]),
    ...(left > 0
      ? [line([CARD_TEXTS[language].andMore.replace('{count}', String(left))], { isSubtle: true })]
      : []),
  ];
}
