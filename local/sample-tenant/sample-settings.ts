import { settingsSchema, type Settings } from '#core/settings/settings-schema.ts';
import type { SharePointList } from '#core/settings/source-location.ts';
import { KIND_WORDS } from './declared/benefits.ts';
import { STATUS_WORDS } from './declared/initiatives.ts';
import { AREA_WORDS, DECLARED_RESPONDENTS } from './declared/maturity.ts';
import { ANSWER_CHOICES, DECLARED_SURVEYS, SAMPLE_YEARS } from './declared/survey.ts';
import {
  BENEFIT_COLUMNS,
  INITIATIVE_COLUMNS,
  LIST_IDS,
  MATURITY_COLUMNS,
  SITES,
  SURVEY_COLUMNS,
  TREND_COLUMNS,
  UNIT_COLUMNS,
} from './names.ts';

/** What an admin of Ekviken would have chosen: which lists, which columns, which words. The country's maturity is made up, like Ekviken. */
export const sampleSettings: Settings = settingsSchema.parse({
  organisationName: 'Ekvikens kommun',
  years: [...SAMPLE_YEARS],
  sources: [
    ...unitSources(),
    ...surveySources(),
    maturitySource(),
    initiativeSource(),
    benefitSource(),
    trendSource(),
  ],
  nationalMaturity: [{ year: 2024, percent: '58.6', source: 'Påhittat rikssnitt för Ekviken' }],
});

function listAt(site: keyof typeof SITES, listId: string, listName: string): SharePointList {
  return { kind: 'sharepoint-list', siteId: SITES[site].id, siteName: SITES[site].name, listId, listName };
}

/** Turns {key: word} or {key: [words]} into {word: key}. */
function byWord(words: Readonly<Record<string, string | readonly string[]>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, word]) => [word].flat().map((one) => [one, key])),
  );
}

/** One list of units; the column with the number of invited differs by year. */
function unitSources() {
  return SAMPLE_YEARS.map((year) => ({
    id: `enheter-${year}`,
    topic: 'units',
    location: listAt('hr', LIST_IDS.units, 'Enheter'),
    years: [year],
    mapping: {
      id: UNIT_COLUMNS.id,
      name: 'Title',
      parent: UNIT_COLUMNS.parent,
      invited: UNIT_COLUMNS.invited(year),
    },
  }));
}

function surveySources() {
  return SAMPLE_YEARS.map((year) => ({
    id: `medarbetarenkat-${year}`,
    topic: 'employee-survey',
    location: listAt('hr', LIST_IDS.survey(year), `Medarbetarenkät ${year}`),
    years: [year],
    closesOn: DECLARED_SURVEYS[year].closesOn,
    mapping: {
      form: 'answers',
      answer: SURVEY_COLUMNS.answer,
      unit: SURVEY_COLUMNS.unit,
      values: Object.fromEntries(ANSWER_CHOICES.map((choice, index) => [choice, String(index + 1)])),
    },
  }));
}

function maturitySource() {
  const { respondent, statement, area, answer, year } = MATURITY_COLUMNS;
  return {
    id: 'digital-mognad',
    topic: 'maturity',
    location: listAt('digital', LIST_IDS.maturity, 'Digital mognad (DiMiOS)'),
    invited: Object.fromEntries(
      SAMPLE_YEARS.map((each) => [String(each), DECLARED_RESPONDENTS[each].invited]),
    ),
    mapping: { respondent, statement, area, answer, year, areas: byWord(AREA_WORDS) },
  };
}

function initiativeSource() {
  const { businessId, status, decidedOn, portfolioObject } = INITIATIVE_COLUMNS;
  const { innovationEfficiency, operationalStrategic, externalInternal } = INITIATIVE_COLUMNS;
  return {
    id: 'initiativ',
    topic: 'initiatives',
    location: listAt('digital', LIST_IDS.initiatives, 'Digitala initiativ'),
    mapping: {
      businessId,
      title: 'Title',
      status,
      year: decidedOn,
      portfolioObject,
      innovationEfficiency,
      operationalStrategic,
      externalInternal,
      statuses: byWord(STATUS_WORDS),
    },
  };
}

function benefitSource() {
  return {
    id: 'nyttoregister',
    topic: 'benefits',
    location: listAt('digital', LIST_IDS.benefits, 'Nyttoregister'),
    mapping: { ...BENEFIT_COLUMNS, title: 'Title', yearRule: 'column', kinds: byWord(KIND_WORDS) },
  };
}

function trendSource() {
  return {
    id: 'omvarld',
    topic: 'trends',
    location: listAt('digital', LIST_IDS.trends, 'Omvärldsbevakning'),
    mapping: {
      ...TREND_COLUMNS,
      title: 'Title',
      horizons: { Nu: 'now', '1–3 år': '1-3-years', 'Över 3 år': '3-plus-years' },
    },
  };
}
