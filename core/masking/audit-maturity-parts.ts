import { exact } from '#core/number/exact.ts';
import { MATURITY_AREAS, MATURITY_AREA_IDS, type MaturityArea } from '#core/result/figure-ids.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { MaturityTally } from '#core/maturity/maturity-tally.ts';
import type { Fault } from './audit-groups.ts';

const LOWEST_ANSWER = 1;
const HIGHEST_ANSWER = 6;
const AXES = { capability: 'digitalCapabilityPercent', legacy: 'digitalLegacyPercent' } as const;
const AREA_FIGURES = MATURITY_AREA_IDS.map((area) => MATURITY_AREAS[area].figure);
const PARTS = [...Object.values(AXES), ...AREA_FIGURES] as const;

/** What the parts of the maturity survey are made of, while it is at hand. */
export type MaturityParts = Pick<MaturityTally, 'statements' | 'areaPersons'>;

/**
 * Finds statements, areas, and axes and totals built on them, that are shown of too few persons, or that tell what all said, or what
 * all said but one. METHOD.md section 6, rule 1.
 *
 * @param minimum persons that each part that is shown must have
 */
export function auditMaturityParts(
  { figures, maturity }: IndexResult,
  parts: MaturityParts,
  minimum: number,
): readonly Fault[] {
  const isShown = (id: keyof IndexResult['figures']) =>
    figures[id].origin === 'computed' && figures[id].figure.kind === 'value';
  return MATURITY_AREA_IDS.flatMap((area): readonly Fault[] => {
    const statements = parts.statements.filter((statement) => statement.area === area);
    const faults: Fault[] = [];
    const whole = [MATURITY_AREAS[area].figure, AXES[MATURITY_AREAS[area].axis]].filter(isShown);
    if (statements.length > 0 && whole.length > 0) {
      const given = statements.reduce((n, statement) => n + statement.n, 0);
      const sum = statements.reduce((total, statement) => total + statement.sum, 0);
      if (parts.areaPersons[area] < minimum) faults.push({ rule: 'small-group', equation: `area(${area})` });
      if (tells(given, sum, statements.length)) {
        faults.push({ rule: 'gives-answers-away', equation: `area(${area})` });
      }
    }
    const areStatementsShown = maturity.statements.some(
      (part) => part.area === area && part.percent.kind === 'value',
    );
    if (areStatementsShown) faults.push(...ofStatements(statements, area, minimum));
    return faults;
  });
}

/** Where one statement of an area is shown all count: one that is hidden alone follows from the area's own figure. */
function ofStatements(
  statements: MaturityParts['statements'],
  area: MaturityArea,
  minimum: number,
): readonly Fault[] {
  return statements.flatMap(({ n, sum }): readonly Fault[] => [
    ...(n < minimum ? [{ rule: 'small-group', equation: `statements(${area})` } as const] : []),
    ...(tells(n, sum, 1) ? [{ rule: 'gives-answers-away', equation: `statements(${area})` } as const] : []),
  ]);
}

/** Whether the sum is one step from the end at most, or is so once the answers of any one person are taken away. */
function tells(n: number, sum: number, ofOnePerson: number): boolean {
  const distances = [HIGHEST_ANSWER * n - sum, sum - LOWEST_ANSWER * n];
  return distances.some((distance) => distance - ofOnePerson * (HIGHEST_ANSWER - LOWEST_ANSWER) <= 1);
}

/**
 * Finds statements, areas and axes that two results of a year show differently, whoever their totals come from. How many
 * answered each is not told, so the difference may be one person's answer. METHOD.md section 6, rule 6.
 */
export function auditMaturityPartsOverTime(current: IndexResult, earlier: IndexResult): readonly Fault[] {
  const areSameSettings =
    current.method.maturityNormalisation === earlier.method.maturityNormalisation &&
    current.method.maturityAggregation === earlier.method.maturityAggregation;
  // On another scale the same answers give other percentages; what the masker compares as means is left to it.
  if (!areSameSettings) return [];
  const fault = (name: string): Fault => ({ rule: 'parts-changed', equation: name });
  const figures = PARTS.filter((id) => {
    const [now, then] = [meanOrPercent(current, id), meanOrPercent(earlier, id)];
    return now !== null && then !== null && !exact(now).equals(exact(then));
  });
  const before = new Map(
    earlier.maturity.statements.map((part) => [`${part.area}/${part.name}`, part.percent]),
  );
  const statements = current.maturity.statements.filter(({ area, name, percent }) => {
    const then = before.get(`${area}/${name}`);
    const isNew = before.size > 0 && then === undefined;
    return percent.kind === 'value' && (isNew || (then?.kind === 'value' && then.shown !== percent.shown));
  });
  return [...figures, ...statements.map(({ area }) => `statements(${area})`)].map(fault);
}

/** What the rows gave, whether or not a published percentage stands in its place. */
function meanOrPercent({ figures }: IndexResult, id: (typeof PARTS)[number]): string | null {
  const { figure, origin, inputs } = figures[id];
  const mean = inputs.find(({ name }) => name === 'meanOfStatements')?.value;
  if (mean?.kind === 'value') return mean.exact;
  return origin === 'computed' && figure.kind === 'value' ? figure.exact : null;
}
