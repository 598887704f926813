import type { ColumnKind } from '#core/result/column-kinds.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';

/** What the method reads of a source, by topic, with the words that lists use for it in Swedish and English. */
export interface SourceField {
  /** The mapping's own name for it. */
  readonly field: string;
  readonly required: boolean;
  /** Kinds of column that fit; another kind can still be chosen. */
  readonly kinds: readonly ColumnKind[];
  /** Folded names, the most telling first. */
  readonly words: readonly string[];
}

/** The two forms an employee survey comes in; other topics have one. */
export type SourceForm = 'answers' | 'aggregated' | 'rows';

const TEXT = ['text', 'choice'] as const;
const NUMBER = ['number', 'percentage', 'text'] as const;
const YEAR = ['number', 'date', 'date-time', 'choice', 'text'] as const;
const REFERENCE = ['lookup', 'text', 'choice', 'number'] as const;

const field = (
  name: string,
  required: boolean,
  kinds: readonly ColumnKind[],
  ...words: readonly string[]
): SourceField => ({ field: name, required, kinds, words });

const YEAR_WORDS = ['år', 'year', 'avser år', 'mätår', 'enkätår', 'budgetår'] as const;
const UNIT_WORDS = ['enhet', 'unit', 'avdelning', 'förvaltning', 'department', 'organisationsenhet'] as const;
const OBJECT_WORDS = [
  'förvaltningsobjekt',
  'portfolio object',
  'objekt',
  'portfölj',
  'portfolio',
  'verksamhetsområde',
] as const;

const FIELDS: Readonly<Record<SourceTopic, Partial<Record<SourceForm, readonly SourceField[]>>>> = {
  units: {
    rows: [
      field(
        'id',
        true,
        ['text', 'number'],
        'enhets-id',
        'enhetsid',
        'unit id',
        'enhetskod',
        'kod',
        'id',
        'code',
      ),
      field(
        'name',
        true,
        TEXT,
        'enhetsnamn',
        'unit name',
        'namn',
        'name',
        'enhet',
        'rubrik',
        'title',
        'unit',
      ),
      field('parent', false, REFERENCE, 'överordnad', 'parent', 'överordnad enhet', 'parent unit', 'tillhör'),
      field(
        'invited',
        false,
        NUMBER,
        'inbjudna',
        'invited',
        'antal anställda',
        'antal inbjudna',
        'anställda',
        'employees',
      ),
    ],
  },
  'employee-survey': {
    answers: [
      field(
        'answer',
        true,
        ['choice', 'number', 'text'],
        'svar',
        'answer',
        'effektiva digitala stöd',
        'betyg',
        'score',
        'värde',
      ),
      field('unit', false, REFERENCE, ...UNIT_WORDS, 'enhets-id'),
      field('year', false, YEAR, ...YEAR_WORDS),
    ],
    aggregated: [
      field('unit', true, REFERENCE, 'enhets-id', ...UNIT_WORDS),
      field(
        'n',
        true,
        NUMBER,
        'antal svar',
        'n',
        'svarande',
        'answers',
        'responses',
        'antal svarande',
        'antal',
      ),
      field('mean', false, NUMBER, 'medelvärde', 'mean', 'medel', 'snitt', 'average', 'genomsnitt'),
      field('count1', false, NUMBER, 'antal 1', 'count 1', 'svar 1', '1'),
      field('count2', false, NUMBER, 'antal 2', 'count 2', 'svar 2', '2'),
      field('count3', false, NUMBER, 'antal 3', 'count 3', 'svar 3', '3'),
      field('count4', false, NUMBER, 'antal 4', 'count 4', 'svar 4', '4'),
      field('count5', false, NUMBER, 'antal 5', 'count 5', 'svar 5', '5'),
      field('year', false, YEAR, ...YEAR_WORDS),
    ],
  },
  maturity: {
    rows: [
      field(
        'respondent',
        true,
        ['text', 'number'],
        'respondentkod',
        'respondent',
        'respondent-id',
        'respondent code',
        'svarande',
        'deltagare',
      ),
      field('statement', true, TEXT, 'påstående', 'statement', 'fråga', 'question'),
      field('area', true, TEXT, 'område', 'area', 'delområde', 'dimension'),
      field('answer', true, ['number', 'choice', 'text'], 'svar', 'answer', 'värde', 'score', 'betyg'),
      field('unit', false, REFERENCE, ...UNIT_WORDS),
      field('year', false, YEAR, ...YEAR_WORDS),
    ],
  },
  initiatives: {
    rows: [
      field(
        'title',
        true,
        ['text'],
        'rubrik',
        'title',
        'initiativ',
        'namn',
        'name',
        'benämning',
        'projekt',
        'project',
      ),
      field('status', true, TEXT, 'status', 'läge', 'state', 'fas', 'phase'),
      field(
        'year',
        true,
        YEAR,
        'beslutsdatum',
        'decision date',
        'beslutad',
        'decided',
        ...YEAR_WORDS,
        'slutdatum',
        'planerat slut',
        'end date',
      ),
      field(
        'businessId',
        false,
        ['text', 'number'],
        'initiativ-id',
        'initiative id',
        'id-nummer',
        'projekt-id',
        'diarienummer',
        'nummer',
      ),
      field('portfolioObject', false, [...TEXT, 'lookup'], ...OBJECT_WORDS),
      field(
        'innovationEfficiency',
        false,
        NUMBER,
        'innovation-effektivitet',
        'innovation–efficiency',
        'innovation-efficiency',
        'innovation',
      ),
      field(
        'operationalStrategic',
        false,
        NUMBER,
        'operativ-strategisk',
        'operational-strategic',
        'strategisk',
      ),
      field(
        'externalInternal',
        false,
        NUMBER,
        'extern-intern',
        'external-internal',
        'extern nytta',
        'extern',
      ),
    ],
  },
  benefits: {
    rows: [
      field(
        'title',
        true,
        ['text'],
        'rubrik',
        'title',
        'nytta',
        'benefit',
        'indikator',
        'indicator',
        'namn',
        'effekt',
      ),
      field(
        'expected',
        true,
        NUMBER,
        'förväntat',
        'expected',
        'förväntad',
        'mål',
        'target',
        'målvärde',
        'förväntat värde',
      ),
      field('measured', true, NUMBER, 'utfall', 'measured', 'uppmätt', 'actual', 'utfallsvärde', 'resultat'),
      field('baseline', false, NUMBER, 'utgångsvärde', 'baseline', 'nuläge', 'startvärde', 'nollmätning'),
      field('year', false, YEAR, ...YEAR_WORDS, 'mätdatum', 'measured on', 'uppföljningsdatum'),
      field('weight', false, NUMBER, 'vikt', 'weight', 'viktning'),
      field('kind', false, TEXT, 'nyttotyp', 'benefit kind', 'typ', 'kind', 'type', 'slag'),
      field('businessId', false, ['text', 'number'], 'nytto-id', 'benefit id', 'indikator-id', 'id-nummer'),
      field('initiative', false, REFERENCE, 'initiativ', 'initiative', 'projekt', 'project', 'initiativ-id'),
      field('portfolioObject', false, [...TEXT, 'lookup'], ...OBJECT_WORDS),
    ],
  },
  trends: {
    rows: [
      field('title', true, ['text'], 'rubrik', 'title', 'trend', 'namn', 'name'),
      field('horizon', true, TEXT, 'horisont', 'horizon', 'tidshorisont', 'när', 'tid'),
      field('impact', true, NUMBER, 'påverkan', 'impact', 'betydelse', 'konsekvens'),
      field('readiness', false, NUMBER, 'beredskap', 'readiness', 'mognad'),
      field('kind', false, TEXT, 'slag', 'kind', 'typ', 'type', 'kategori', 'category'),
      field('goalArea', false, [...TEXT, 'lookup'], 'målområde', 'goal area', 'mål', 'område'),
      field(
        'meaning',
        false,
        ['text'],
        'betyder för oss',
        'meaning',
        'innebörd',
        'vad det betyder',
        'konsekvenser',
        'beskrivning',
      ),
      field('source', false, ['text', 'other'], 'källa', 'source', 'länk', 'link'),
      field(
        'sourceDate',
        false,
        ['date', 'date-time', 'text'],
        'källans datum',
        'source date',
        'datum',
        'date',
      ),
      field('questions', false, ['text'], 'frågor', 'questions', 'diskussionsfrågor'),
      field('initiatives', false, REFERENCE, 'initiativ', 'initiatives', 'initiative', 'projekt'),
    ],
  },
};

/** What can be mapped of a topic, the required first. */
export function fieldsOf(topic: SourceTopic, form: SourceForm): readonly SourceField[] {
  return FIELDS[topic][form] ?? FIELDS[topic].rows ?? FIELDS[topic].answers ?? [];
}

/** Whether a topic's rows are answers of persons: never stored, never shown in a preview. METHOD.md section 6, rule 8. */
export function isSurvey(topic: SourceTopic): boolean {
  return topic === 'employee-survey' || topic === 'maturity';
}
