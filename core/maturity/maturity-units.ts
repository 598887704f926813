import type { Mask } from '#core/masking/mask-units.ts';
import { totalsOf } from '#core/masking/unit-tree.ts';
import { exact } from '#core/number/exact.ts';
import { roundHalfAway } from '#core/number/round.ts';
import { SHOWN_DECIMALS } from '#core/number/shown.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import { absent, present, toShownOnly } from '#core/result/figure.ts';
import type { MaturityUnit } from '#core/result/survey-schema.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { PublishedUnit } from '#core/settings/published-maturity.ts';
import { markMaturityUnits } from '#core/uncertainty/mark-maturity-units.ts';
import { depthsOf } from '#core/units/unit-directory.ts';
import type { MaturityTree } from './maturity-tree.ts';
import { scoreStatements } from './score-statements.ts';

/**
 * Units side by side: persons and total percentage, rounded, where the mask lets them be seen. A published percentage wins over
 * the computed, and a difference is a warning; of what is hidden neither is shown nor compared. METHOD.md section 3.
 */
export function maturityUnits({
  tree,
  mask,
  method,
  closed,
  published,
}: {
  readonly tree: MaturityTree;
  readonly mask: Mask;
  readonly method: MethodSettings;
  readonly closed: boolean;
  readonly published: ReadonlyMap<string, PublishedUnit>;
}): { readonly rows: readonly MaturityUnit[]; readonly findings: readonly Finding[] } {
  const findings = new FindingCollector(null);
  const persons = totalsOf(tree.tree).units;
  const depths = depthsOf(tree.units);
  const marks = closed ? markMaturityUnits(tree, mask, depths, method) : new Map<string, never>();
  const rows = tree.units.map(({ id, name, parentId }): MaturityUnit => {
    const place = { id, name, parentId, depth: depths.get(id) ?? 0 };
    const n = persons.get(id)?.n ?? 0;
    const cell = mask.units.get(id);
    if (!closed || n === 0 || cell?.figures !== true) {
      const figure = absent(!closed ? 'pending' : n === 0 ? 'missing' : 'suppressed');
      const nothing = { n: figure, percent: figure, origin: 'none', publishedIn: null } as const;
      return { ...place, ...nothing, openFigures: false, difference: 'none' };
    }
    const computed = scoreStatements(tree.statements.get(id) ?? [], method).total;
    const typed = published.get(id);
    if (typed && computed.kind === 'value') {
      const decimals = Math.min(typed.percent.split('.')[1]?.length ?? 0, SHOWN_DECIMALS.percent);
      const here = roundHalfAway(computed.value, decimals);
      if (roundHalfAway(exact(typed.percent), decimals) !== here) {
        const detail = { figure: 'maturityPercent', unit: name, published: typed.percent, computed: here };
        findings.add('published-differs', { detail });
      }
    }
    const percent = typed ? present(exact(typed.percent)) : computed;
    return {
      ...place,
      n: toShownOnly(present(exact(n)), 'count'),
      percent: toShownOnly(percent, 'percent'),
      origin: typed ? 'published' : percent.kind === 'value' ? 'computed' : 'none',
      publishedIn: typed?.source ?? null,
      openFigures: cell.openFigures,
      // A mark is made from answers, which a published percentage need not agree with.
      difference: typed ? 'none' : (marks.get(id) ?? 'none'),
    };
  });
  return { rows, findings: findings.findings() };
}
