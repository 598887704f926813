import type { MaturityArea } from '#core/result/figure-ids.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { PersonMoments } from './person-means.ts';

/** The answers to one statement: how many persons answered, and the sum of their answers 1–6. */
export interface StatementTally {
  readonly name: string;
  readonly area: MaturityArea;
  readonly n: number;
  readonly sum: number;
}

/** The persons of one unit as rows name it. */
export interface MaturityGroup {
  /** The unit's row id (a lookup) or business id; null for persons without a unit. */
  readonly unitKey: string | null;
  readonly persons: number;
  readonly statements: readonly StatementTally[];
  readonly personMeans: PersonMoments;
}

/** What a maturity survey came to: per statement and unit, never per row; respondents are only counted. METHOD.md section 3. */
export interface MaturityTally {
  readonly sourceId: string;
  /** ISO date on which the round closed or closes; null: it is closed. */
  readonly closesOn: string | null;
  /** Persons asked in the year; null where it is not known. */
  readonly invited: number | null;
  /** How rows name their unit; null where the unit column is not mapped. */
  readonly unitsBy: 'row' | 'id' | null;
  readonly unitColumn: string | null;
  /** Persons with at least one answer on the scale. */
  readonly persons: number;
  /** By area, then by name in code-point order; only statements that someone answered. */
  readonly statements: readonly StatementTally[];
  /** Persons with at least one answer on the scale in the area. */
  readonly areaPersons: Readonly<Record<MaturityArea, number>>;
  /** Person means, each built like the score itself; a person with an empty area is left out. METHOD.md section 7. */
  readonly personMeans: PersonMoments;
  readonly groups: readonly MaturityGroup[];
  readonly rowsRead: number;
  readonly used: number;
  /** "Vet ej", blank and the like. */
  readonly leftOut: number;
  readonly otherYears: number;
  readonly setAside: number;
  readonly findings: readonly Finding[];
}
