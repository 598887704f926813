import type { AnswerCounts } from '#core/masking/unit-tree.ts';
import type { Finding } from '#core/quality/finding-schema.ts';

/** The answers of one unit as its source named it: a path (one part for a unit column), [] for answers without a unit. */
export interface GroupTally {
  readonly path: readonly string[];
  /** How many answered 1, 2, 3, 4, 5; null where only n and the mean were typed. */
  readonly counts: AnswerCounts | null;
  /** n and Σ × 100 where only n and the mean were typed. */
  readonly typed: { readonly n: number; readonly sumHundredths: number } | null;
  /** The aggregated row that it stands on, with the cell of its number; null for answers, which are not traced to rows. */
  readonly row: { readonly id: string; readonly column: string } | null;
}

/** What an employee survey came to: per unit, never per row. */
export interface EmployeeSurveyTally {
  readonly form: 'answers' | 'aggregated-own' | 'aggregated-total';
  /** ISO date on which the year's round closed or closes; null: it is over. */
  readonly closesOn: string | null;
  /** How rows name their unit: by the unit list's row id (a lookup), by business id, or spelt out by path columns. */
  readonly unitsBy: 'row' | 'id' | 'path';
  /** The column that names the unit, or the first of its path; null where none is mapped. */
  readonly unitColumn: string | null;
  readonly groups: readonly GroupTally[];
  readonly rowsRead: number;
  /** Answers (or aggregated rows) that entered the figures. */
  readonly used: number;
  /** "Vet ej", blank and the like. */
  readonly leftOut: number;
  readonly otherYears: number;
  readonly setAside: number;
  readonly findings: readonly Finding[];
}
