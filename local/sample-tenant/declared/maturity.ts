import type { MaturityArea } from '#core/result/figure-ids.ts';
import type { SampleYear } from './survey.ts';

/** Who was asked and who answered; every respondent answered every statement. 2025 as published: 142 of 220. */
export const DECLARED_RESPONDENTS: Readonly<
  Record<SampleYear, { readonly respondents: number; readonly invited: number }>
> = {
  2023: { respondents: 131, invited: 210 },
  2024: { respondents: 138, invited: 215 },
  2025: { respondents: 142, invited: 220 },
};

/** The words of the list for the six areas. */
export const AREA_WORDS: Readonly<Record<MaturityArea, string>> = {
  efficiency: 'Effektivitet',
  innovation: 'Innovation',
  balancing: 'Balansering',
  technology: 'Teknik',
  users: 'Användare',
  organisation: 'Organisation',
};

/** A statement with the sum of its answers (1–6) per year: what 65,1 % and 64,2 % come from. */
export interface DeclaredStatement {
  readonly area: MaturityArea;
  readonly text: string;
  readonly sums: Readonly<Record<SampleYear, number>>;
}

export const DECLARED_STATEMENTS: readonly DeclaredStatement[] = [
  {
    area: 'efficiency',
    text: 'Vi digitaliserar det som ger mest nytta',
    sums: { 2023: 516, 2024: 554, 2025: 576 },
  },
  {
    area: 'efficiency',
    text: 'Våra processer är dokumenterade innan de digitaliseras',
    sums: { 2023: 503, 2024: 540, 2025: 564 },
  },
  {
    area: 'efficiency',
    text: 'Manuella moment tas bort när ett stöd införs',
    sums: { 2023: 491, 2024: 528, 2025: 550 },
  },
  {
    area: 'innovation',
    text: 'Vi prövar ny teknik i liten skala',
    sums: { 2023: 484, 2024: 520, 2025: 543 },
  },
  {
    area: 'innovation',
    text: 'Idéer från medarbetare tas om hand',
    sums: { 2023: 460, 2024: 495, 2025: 517 },
  },
  {
    area: 'innovation',
    text: 'Vi lär av andra kommuner och regioner',
    sums: { 2023: 501, 2024: 537, 2025: 560 },
  },
  {
    area: 'balancing',
    text: 'Vi väger nytt mot förvaltning av det vi har',
    sums: { 2023: 476, 2024: 511, 2025: 534 },
  },
  {
    area: 'balancing',
    text: 'Satsningar avslutas när de inte ger nytta',
    sums: { 2023: 452, 2024: 486, 2025: 507 },
  },
  {
    area: 'balancing',
    text: 'Ansvar för digitala tjänster är tydligt',
    sums: { 2023: 498, 2024: 534, 2025: 558 },
  },
  {
    area: 'technology',
    text: 'Våra system kan utbyta information',
    sums: { 2023: 508, 2024: 545, 2025: 569 },
  },
  { area: 'technology', text: 'Driften är stabil', sums: { 2023: 533, 2024: 571, 2025: 595 } },
  {
    area: 'technology',
    text: 'Säkerheten är en del av varje införande',
    sums: { 2023: 523, 2024: 561, 2025: 585 },
  },
  {
    area: 'users',
    text: 'Invånare kan utföra sina ärenden digitalt',
    sums: { 2023: 519, 2024: 557, 2025: 581 },
  },
  { area: 'users', text: 'Tjänsterna är tillgängliga för alla', sums: { 2023: 506, 2024: 543, 2025: 567 } },
  {
    area: 'users',
    text: 'Medarbetare får stöd när något strular',
    sums: { 2023: 481, 2024: 517, 2025: 540 },
  },
  {
    area: 'organisation',
    text: 'Ledningen efterfrågar digital utveckling',
    sums: { 2023: 503, 2024: 539, 2025: 562 },
  },
  {
    area: 'organisation',
    text: 'Kompetensen räcker för det vi vill göra',
    sums: { 2023: 470, 2024: 505, 2025: 528 },
  },
  {
    area: 'organisation',
    text: 'Vi har råd med det vi har beslutat',
    sums: { 2023: 489, 2024: 525, 2025: 548 },
  },
];
