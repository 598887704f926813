import type { SampleYear } from './survey.ts';

/** Words of the list for the six statuses; "Klar" and "Genomförd" both mean realised, as in lists that grew. */
export const STATUS_WORDS = {
  proposed: ['Förslag'],
  decided: ['Beslutad'],
  ongoing: ['Pågår'],
  realised: ['Genomförd', 'Klar'],
  paused: ['Pausad'],
  cancelled: ['Avbruten'],
} as const;

export interface DeclaredInitiatives {
  /** How many have each status. */
  readonly statuses: Readonly<Record<keyof typeof STATUS_WORDS, number>>;
  /** Decided initiatives (every status but proposed) per portfolio object. */
  readonly objects: Readonly<Record<string, number>>;
  /** Decided initiatives at 1, 2, 3, 4, 5 of each scale. */
  readonly innovationEfficiency: readonly number[];
  readonly operationalStrategic: readonly number[];
  readonly externalInternal: readonly number[];
}

/**
 * Initiatives per year. Published by Nacka kommun: delivery 9,2 for 2023, 8,5 for 2024 and 8,8 for 2025; 5 % fewer in
 * 2025; which objects have most; how the average moved. The numbers themselves are constructed to fit.
 */
export const DECLARED_INITIATIVES: Readonly<Record<SampleYear, DeclaredInitiatives>> = {
  2023: {
    statuses: { proposed: 4, decided: 0, ongoing: 2, realised: 69, paused: 1, cancelled: 3 },
    objects: {
      'Ledning och styrning': 21,
      'Sociala omsorgen': 17,
      'Välfärd samhällsservice': 14,
      Utbildning: 10,
      'Kultur och fritid': 7,
      'Teknik och miljö': 6,
    },
    innovationEfficiency: [6, 12, 16, 23, 18],
    operationalStrategic: [23, 20, 16, 10, 6],
    externalInternal: [12, 16, 5, 24, 18],
  },
  2024: {
    statuses: { proposed: 5, decided: 0, ongoing: 6, realised: 68, paused: 3, cancelled: 3 },
    objects: {
      'Ledning och styrning': 23,
      'Sociala omsorgen': 18,
      'Välfärd samhällsservice': 15,
      Utbildning: 11,
      'Kultur och fritid': 7,
      'Teknik och miljö': 6,
    },
    innovationEfficiency: [12, 18, 18, 20, 12],
    operationalStrategic: [16, 18, 18, 16, 12],
    externalInternal: [16, 22, 4, 22, 16],
  },
  2025: {
    statuses: { proposed: 6, decided: 1, ongoing: 4, realised: 67, paused: 2, cancelled: 2 },
    objects: {
      'Ledning och styrning': 22,
      'Sociala omsorgen': 17,
      'Välfärd samhällsservice': 14,
      Utbildning: 10,
      'Kultur och fritid': 7,
      'Teknik och miljö': 6,
    },
    innovationEfficiency: [6, 12, 16, 24, 18],
    operationalStrategic: [24, 20, 16, 10, 6],
    externalInternal: [8, 10, 6, 26, 26],
  },
};

/** What initiatives are about: a verb phrase and what it concerns make a title. */
export const TITLE_STARTS = [
  'E-tjänst för',
  'Automatiserad hantering av',
  'Nytt stöd för',
  'Mobilt arbetssätt för',
  'Samlad vy över',
  'Digital signering av',
  'Förstudie om',
] as const;
export const TITLE_SUBJECTS = [
  'bygglovsansökningar',
  'schemaläggning i hemtjänsten',
  'skolskjuts',
  'leverantörsfakturor',
  'felanmälan i gatumiljö',
  'bokning av lokaler',
  'introduktion av medarbetare',
  'läkemedelssignering',
  'livsmedelskontroller',
  'avtal och delegationsbeslut',
  'elevers frånvaro',
  'arkivering',
  'inköp',
  'biblioteksutlån',
] as const;
