import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ColumnFacts } from '#core/result/intake.ts';

/** One list as it was frozen: its mapped columns, and each row as its id and the columns' values in their order. */
export interface FrozenSource {
  readonly columns: readonly ColumnFacts[];
  readonly rows: readonly (readonly unknown[])[];
}

/** Everything that a result is computed from. */
export interface FrozenInput {
  readonly year: number;
  readonly now: string;
  readonly settings: unknown;
  /** By source id. */
  readonly sources: Readonly<Record<string, FrozenSource>>;
}

export const INPUT_FILE = join(import.meta.dirname, 'input-2025.json');

export function readFrozenInput(): FrozenInput {
  return JSON.parse(readFileSync(INPUT_FILE, 'utf8')) as FrozenInput;
}
