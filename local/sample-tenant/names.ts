import { guid, internalName } from './list-shapes.ts';
import type { SampleYear } from './declared/survey.ts';

/** Ids and internal names that lists and settings share. */
export const SITES = {
  digital: { id: `ekviken.sharepoint.com,${guid(0x51, 1)},${guid(0x52, 1)}`, name: 'Digitaliseringsstaben' },
  hr: { id: `ekviken.sharepoint.com,${guid(0x51, 2)},${guid(0x52, 2)}`, name: 'HR och medarbetare' },
} as const;

export const LIST_IDS = {
  units: guid(0x11, 1),
  maturity: guid(0x11, 2),
  initiatives: guid(0x11, 3),
  benefits: guid(0x11, 4),
  trends: guid(0x11, 5),
  survey: (year: SampleYear) => guid(0x12, year),
} as const;

export const UNIT_COLUMNS = {
  id: internalName('Enhets-ID'),
  parent: internalName('Överordnad'),
  invited: (year: SampleYear) => internalName(`Inbjudna ${year}`),
} as const;
export const SURVEY_COLUMNS = {
  answer: 'Svar',
  unit: 'Enhet',
  respondent: 'Besvarad_x0020_av',
  comment: 'Kommentar',
} as const;
export const MATURITY_COLUMNS = {
  respondent: 'Respondentkod',
  statement: internalName('Påstående'),
  area: internalName('Område'),
  answer: 'Svar',
  year: internalName('År'),
} as const;
export const INITIATIVE_COLUMNS = {
  businessId: internalName('Initiativ-ID'),
  status: 'Status',
  decidedOn: 'Beslutsdatum',
  portfolioObject: internalName('Förvaltningsobjekt'),
  responsible: 'Ansvarig',
  innovationEfficiency: internalName('Innovation-effektivitet'),
  operationalStrategic: internalName('Operativ-strategisk'),
  externalInternal: internalName('Extern-intern'),
} as const;
export const BENEFIT_COLUMNS = {
  businessId: internalName('Nytto-ID'),
  initiative: 'Initiativ',
  year: internalName('År'),
  baseline: internalName('Utgångsvärde'),
  expected: internalName('Förväntat'),
  measured: 'Utfall',
  weight: 'Vikt',
  kind: 'Nyttotyp',
  portfolioObject: internalName('Förvaltningsobjekt'),
} as const;
export const TREND_COLUMNS = {
  kind: 'Slag',
  goalArea: internalName('Målområde'),
  meaning: internalName('Betyder för oss'),
  horizon: 'Horisont',
  impact: internalName('Påverkan'),
  readiness: 'Beredskap',
  source: internalName('Källa'),
  sourceDate: internalName('Källans datum'),
  questions: internalName('Frågor'),
  initiatives: 'Initiativ',
} as const;
