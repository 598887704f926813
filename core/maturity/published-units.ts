import { foldWords } from '#core/fields/fold-words.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { PublishedUnit } from '#core/settings/published-maturity.ts';
import type { Unit, UnitDirectory } from '#core/units/unit-directory.ts';
import { countsOf, flatDirectory, type MaturityTree } from './maturity-tree.ts';

/** What the provider published of units, by unit id. */
export interface PublishedUnits {
  readonly byUnit: ReadonlyMap<string, PublishedUnit>;
  readonly findings: readonly Finding[];
}

/** Why a typed percentage of a unit is not used. */
type Unusable = 'unit' | 'persons' | 'contradiction' | 'answers';

/**
 * Matches typed units to the year's units: by id, or by a name that one unit alone has. The last of two for one unit stands.
 *
 * @param withAnswers the units in which somebody answered, where answers per statement are at hand: they give the number
 *   of persons, and a unit without any is not shown on the word of a typed number. Null: typed numbers stand
 */
export function matchPublishedUnits(
  typed: readonly PublishedUnit[],
  units: readonly Unit[],
  withAnswers: ReadonlySet<string> | null,
): PublishedUnits {
  const findings = new FindingCollector(null);
  const find = unitFinder(units);
  const byUnit = new Map<string, PublishedUnit>();
  for (const one of typed) {
    const unit = find(one.unit);
    if (!unit) reportUnusable(findings, one, 'unit');
    else if (withAnswers === null && one.persons === null) reportUnusable(findings, one, 'persons');
    else if (withAnswers?.has(unit.id) === false) reportUnusable(findings, one, 'answers');
    else byUnit.set(unit.id, one);
  }
  return { byUnit, findings: findings.findings() };
}

/**
 * Lays typed numbers of persons on the units, where no answers are at hand, so that the same mask decides what may be seen.
 * A typed number is a unit's with all below it; what its children do not explain is its own. METHOD.md sections 3 and 6.
 *
 * @param respondents persons in the whole organisation, typed in; null where that is not known
 */
export function publishedMaturityTree(
  typed: readonly PublishedUnit[],
  directory: UnitDirectory | null,
  respondents: number | null,
): MaturityTree & { readonly published: PublishedUnits } {
  const names = typed.map(({ unit }) => unit);
  const { units } = directory ?? flatDirectory(names, null);
  const matched = matchPublishedUnits(typed, units, null);
  const findings = new FindingCollector(null);
  const byUnit = new Map(matched.byUnit);
  const below = new Map<string | null, number>();
  const own = new Map<string, number>();
  for (const { id, parentId } of [...units].reverse()) {
    const children = below.get(id) ?? 0;
    const one = byUnit.get(id);
    const persons = one?.persons ?? children;
    if (one && persons < children) {
      reportUnusable(findings, one, 'contradiction');
      byUnit.delete(id);
    }
    const total = Math.max(persons, children);
    own.set(id, total - children);
    below.set(parentId, (below.get(parentId) ?? 0) + total);
  }
  const inUnits = below.get(null) ?? 0;
  const isContradictory = respondents !== null && respondents < inUnits;
  // More persons in the units than in the whole: no number can be trusted, so no unit is shown.
  if (isContradictory) for (const one of byUnit.values()) reportUnusable(findings, one, 'contradiction');
  return {
    units,
    tree: {
      nodes: units.map(({ id, parentId }) => ({
        id,
        parentId,
        own: countsOf(isContradictory ? 0 : (own.get(id) ?? 0)),
      })),
      withoutUnit: countsOf(respondents === null ? 0 : isContradictory ? respondents : respondents - inUnits),
    },
    statements: new Map(),
    personMeans: new Map(),
    ownAnswers: new Map(),
    findings: [],
    published: {
      byUnit: isContradictory ? new Map() : byUnit,
      findings: [...matched.findings, ...findings.findings()],
    },
  };
}

function unitFinder(units: readonly Unit[]): (words: string) => Unit | undefined {
  const byId = new Map(units.map((unit) => [foldWords(unit.id), unit]));
  const byName = Map.groupBy(units, ({ name }) => foldWords(name));
  return (words) => {
    const folded = foldWords(words);
    const named = byName.get(folded) ?? [];
    return byId.get(folded) ?? (named.length === 1 ? named[0] : undefined);
  };
}

function reportUnusable(findings: FindingCollector, { unit }: PublishedUnit, why: Unusable): void {
  findings.add('published-unit-unusable', { detail: { unit, why } });
}
