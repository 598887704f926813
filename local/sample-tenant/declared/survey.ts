/** The years that the sample tenant has rows for, oldest first. */
export const SAMPLE_YEARS = [2023, 2024, 2025] as const;
export type SampleYear = (typeof SAMPLE_YEARS)[number];

export interface DeclaredSurvey {
  /** How many answered 1, 2, 3, 4, 5 in all. */
  readonly counts: readonly [number, number, number, number, number];
  /** "Vet ej" and blank cells, on top. */
  readonly doNotKnow: number;
  readonly blank: number;
  /** ISO date. */
  readonly closesOn: string;
}

/** The employee item per year: 2025 as published by Nacka kommun (3,72 of 5); the other years are constructed. */
export const DECLARED_SURVEYS: Readonly<Record<SampleYear, DeclaredSurvey>> = {
  2023: { counts: [95, 190, 390, 682, 443], doNotKnow: 21, blank: 9, closesOn: '2023-10-20' },
  2024: { counts: [90, 190, 400, 740, 480], doNotKnow: 18, blank: 7, closesOn: '2024-10-18' },
  2025: { counts: [90, 190, 420, 790, 510], doNotKnow: 24, blank: 11, closesOn: '2025-10-17' },
};

/** The choices of the survey's list; one in ten answers is typed as a plain number, as lists that were imported have it. */
export const ANSWER_CHOICES = [
  '1 – Instämmer inte alls',
  '2 – Instämmer i låg grad',
  '3 – Instämmer delvis',
  '4 – Instämmer i hög grad',
  '5 – Instämmer helt',
] as const;
export const DO_NOT_KNOW = 'Vet ej';
