import type { MaturityTree } from '#core/maturity/maturity-tree.ts';
import { withFigures, type Fault } from './audit-groups.ts';
import { describeGroup, determinedGroups } from './determined-groups.ts';
import type { PublishedTable } from './published-table.ts';

const HIGHEST_ANSWER = 6;

/**
 * Finds groups of persons, any that follow from the published totals, whose answers to all statements lie at one end of the
 * scale but for one step at most: whoever works their percentage out knows what each of them said. METHOD.md section 6, rule 2.
 */
export function auditMaturityAnswers(
  table: PublishedTable,
  ownAnswers: MaturityTree['ownAnswers'],
): readonly Fault[] {
  const groups = determinedGroups(table, withFigures(table));
  if (!groups) return [{ rule: 'not-separable', equation: '' }];
  return groups
    .filter(({ parts }) => {
      let [n, sum] = [0, 0];
      for (const part of parts) {
        n += ownAnswers.get(part)?.n ?? 0;
        sum += ownAnswers.get(part)?.sum ?? 0;
      }
      return n > 0 && (sum >= HIGHEST_ANSWER * n - 1 || sum <= n + 1);
    })
    .map((group) => ({ rule: 'gives-answers-away' as const, equation: describeGroup(group) }));
}
