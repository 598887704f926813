import type { SampleYear } from './survey.ts';

/** Words of the list for the kinds of benefit. "Miljö" is a word that nobody has mapped yet. */
export const KIND_WORDS = {
  qualitative: 'Kvalitativ',
  'resource-releasing': 'Omställning',
  financial: 'Ekonomisk',
} as const;
export const UNMAPPED_KIND = 'Miljö';

/** An indicator of the benefit register with its measured value per year; null: not yet measured. */
export interface DeclaredIndicator {
  readonly title: string;
  readonly kind: keyof typeof KIND_WORDS;
  readonly portfolioObject: string;
  readonly baseline: number;
  readonly expected: number;
  readonly measured: Readonly<Record<SampleYear, number | null>>;
  /** 1 where nothing is said. */
  readonly weight?: number;
}

/**
 * The register. Less is better where expected is under the baseline; some deliver more than expected, some are not yet
 * measured. Constructed so that the score shows 8,7 for 2025 and 8,8 for 2024, as Nacka kommun published.
 */
export const DECLARED_INDICATORS: readonly DeclaredIndicator[] = [
  {
    title: 'Handläggningstid bygglov, dagar',
    kind: 'resource-releasing',
    portfolioObject: 'Välfärd samhällsservice',
    baseline: 40,
    expected: 25,
    measured: { 2023: 25, 2024: 25, 2025: 25 },
  },
  {
    title: 'Ärenden via e-tjänst, andel i procent',
    kind: 'qualitative',
    portfolioObject: 'Ledning och styrning',
    baseline: 40,
    expected: 80,
    measured: { 2023: 76, 2024: 80, 2025: 84 },
  },
  {
    title: 'Resor i hemtjänsten, timmar per vecka',
    kind: 'resource-releasing',
    portfolioObject: 'Sociala omsorgen',
    baseline: 900,
    expected: 700,
    measured: { 2023: 700, 2024: 720, 2025: 700 },
  },
  {
    title: 'Pappersfakturor per månad',
    kind: 'financial',
    portfolioObject: 'Ledning och styrning',
    baseline: 1200,
    expected: 200,
    measured: { 2023: 400, 2024: 200, 2025: 300 },
    weight: 2,
  },
  {
    title: 'Nöjdhet med kontaktcenter, procent',
    kind: 'qualitative',
    portfolioObject: 'Välfärd samhällsservice',
    baseline: 60,
    expected: 80,
    measured: { 2023: 80, 2024: 76, 2025: 80 },
  },
  {
    title: 'Avvikelser vid läkemedel per kvartal',
    kind: 'qualitative',
    portfolioObject: 'Sociala omsorgen',
    baseline: 50,
    expected: 30,
    measured: { 2023: 36, 2024: 30, 2025: 34 },
    weight: 2,
  },
  {
    title: 'Schemaläggning, timmar per månad',
    kind: 'resource-releasing',
    portfolioObject: 'Sociala omsorgen',
    baseline: 300,
    expected: 200,
    measured: { 2023: 200, 2024: 230, 2025: 210 },
  },
  {
    title: 'Licenskostnad, tusen kronor',
    kind: 'financial',
    portfolioObject: 'Ledning och styrning',
    baseline: 2000,
    expected: 1500,
    measured: { 2023: 1600, 2024: 1500, 2025: 1500 },
  },
  {
    title: 'Frånvaroanmälningar per telefon',
    kind: 'resource-releasing',
    portfolioObject: 'Utbildning',
    baseline: 800,
    expected: 300,
    measured: { 2023: 300, 2024: 500, 2025: 450 },
  },
  {
    title: 'Digitala signeringar, andel i procent',
    kind: 'qualitative',
    portfolioObject: 'Ledning och styrning',
    baseline: 10,
    expected: 90,
    measured: { 2023: 66, 2024: 94, 2025: 90 },
  },
  {
    title: 'Svarstid felanmälan, timmar',
    kind: 'qualitative',
    portfolioObject: 'Teknik och miljö',
    baseline: 48,
    expected: 28,
    measured: { 2023: 28, 2024: 36, 2025: 36 },
  },
  {
    title: 'Bokningar utan handläggare, procent',
    kind: 'resource-releasing',
    portfolioObject: 'Kultur och fritid',
    baseline: 20,
    expected: 70,
    measured: { 2023: 50, 2024: 70, 2025: 80 },
  },
  {
    title: 'Utskrifter, tusen sidor',
    kind: 'financial',
    portfolioObject: 'Utbildning',
    baseline: 500,
    expected: 400,
    measured: { 2023: 400, 2024: 430, 2025: 420 },
  },
  {
    title: 'Kontroller med mobilt stöd, procent',
    kind: 'resource-releasing',
    portfolioObject: 'Teknik och miljö',
    baseline: 0,
    expected: 50,
    measured: { 2023: 45, 2024: 50, 2025: 50 },
  },
  {
    title: 'Introduktion klar första veckan, procent',
    kind: 'qualitative',
    portfolioObject: 'Ledning och styrning',
    baseline: 50,
    expected: 100,
    measured: { 2023: 100, 2024: 85, 2025: 100 },
  },
  {
    title: 'Arkivleveranser i tid, procent',
    kind: 'qualitative',
    portfolioObject: 'Ledning och styrning',
    baseline: 70,
    expected: 90,
    measured: { 2023: 78, 2024: 90, 2025: 80 },
  },
  {
    title: 'Energianvändning, megawattimmar',
    kind: 'financial',
    portfolioObject: 'Teknik och miljö',
    baseline: 4000,
    expected: 3500,
    measured: { 2023: null, 2024: 3700, 2025: 3550 },
  },
  {
    title: 'Inköp via avtal, procent',
    kind: 'financial',
    portfolioObject: 'Ledning och styrning',
    baseline: 60,
    expected: 90,
    measured: { 2023: null, 2024: 90, 2025: 90 },
  },
  {
    title: 'Omlån via app, procent',
    kind: 'qualitative',
    portfolioObject: 'Kultur och fritid',
    baseline: 30,
    expected: 60,
    measured: { 2023: null, 2024: null, 2025: 54 },
  },
  {
    title: 'Skolskjutsbeslut automatiskt, procent',
    kind: 'resource-releasing',
    portfolioObject: 'Utbildning',
    baseline: 0,
    expected: 80,
    measured: { 2023: null, 2024: null, 2025: 40 },
  },
];
