import { ORGANISATION } from '#core/masking/unit-tree.ts';
import type { MaturityTally, StatementTally } from './maturity-tally.ts';
import type { MaturityTree } from './maturity-tree.ts';
import { MATURITY_SCALE_MAXIMUM } from './row-codes.ts';

/**
 * Units whose percentage would tell what everybody in them said: all answers lie at one end of the scale, but for one step at
 * most. The same limit as for the employee item's mean, {@link ORGANISATION} among them where it is so for all.
 * METHOD.md section 6, rule 1.
 */
export function tellingUnits(tally: MaturityTally, { statements }: MaturityTree): ReadonlySet<string> {
  const all = [[ORGANISATION, tally.statements] as const, ...statements];
  return new Set(all.filter(([, of]) => givesAllAway(of)).map(([id]) => id));
}

function givesAllAway(statements: readonly StatementTally[]): boolean {
  const n = statements.reduce((sum, statement) => sum + statement.n, 0);
  const total = statements.reduce((sum, statement) => sum + statement.sum, 0);
  return n > 0 && (total >= MATURITY_SCALE_MAXIMUM * n - 1 || total <= n + 1);
}
