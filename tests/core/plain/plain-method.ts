import { decimal, isLess, minus, over, plus, quotient, times, type Quotient } from './quotient.ts';

/**
 * The method a second time, deliberately plain and without any code of core: loops over rows, one figure after the
 * other, as an auditor would recompute it. What both agree on is right or wrong in the same way twice.
 */

export interface PlainOrganisation {
  readonly answers: readonly (number | null)[];
  readonly maturity: readonly { respondent: string; area: string; statement: string; answer: number }[];
  readonly initiatives: readonly { status: string; year: number | null }[];
  readonly benefits: readonly {
    year: number;
    baseline: string | null;
    expected: string;
    measured: string | null;
    weight: string | null;
  }[];
}

export interface PlainSettings {
  readonly employeeConversion: 'share-of-max' | 'range';
  readonly maturityNormalisation: 'share-of-max' | 'range';
  readonly maturityAggregation: 'hierarchical' | 'flat';
  readonly benefitCap: string;
  /** Whether the list has a baseline column at all. */
  readonly hasBaseline: boolean;
}

type Result = Quotient | 'invalid' | 'suppressed' | 'insufficient' | 'missing';

export interface PlainFigures {
  readonly employeeMean: Result;
  readonly employeePercent: Result;
  readonly maturityPercent: Result;
  readonly preconditions: Result;
  readonly delivery: Result;
  readonly benefit: Result;
  readonly benefitUncapped: Result;
  readonly benefitCoverage: Result;
  readonly index: Result;
}

const HUNDRED = quotient(100n);
const TEN = quotient(10n);
const AREAS = [
  ['efficiency', 'innovation', 'balancing'],
  ['technology', 'users', 'organisation'],
];

export function plainFigures(
  organisation: PlainOrganisation,
  settings: PlainSettings,
  year: number,
): PlainFigures {
  const answers = organisation.answers.filter((answer) => answer !== null);
  const employeeMean = givesAway(answers)
    ? 'suppressed'
    : meanOf(answers.map((answer) => quotient(BigInt(answer))));
  const employeePercent = isNumber(employeeMean)
    ? times(
        settings.employeeConversion === 'share-of-max'
          ? over(employeeMean, quotient(5n))
          : over(minus(employeeMean, quotient(1n)), quotient(4n)),
        HUNDRED,
      )
    : employeeMean;
  const maturityPercent = maturity(organisation.maturity, settings);
  const preconditions = combine([maturityPercent, employeePercent], ([a, b]) =>
    over(plus(a!, b!), quotient(20n)),
  );
  const delivery = deliveryOf(organisation.initiatives, year);
  const { benefit, benefitUncapped, benefitCoverage } = benefitOf(organisation.benefits, settings, year);
  const index = combine([preconditions, delivery, benefit], ([a, b, c]) =>
    over(plus(plus(a!, b!), c!), quotient(3n)),
  );
  return {
    employeeMean,
    employeePercent,
    maturityPercent,
    preconditions,
    delivery,
    benefit,
    benefitUncapped,
    benefitCoverage,
    index,
  };
}

function isNumber(result: Result): result is Quotient {
  return typeof result !== 'string';
}

function combine(parts: readonly Result[], compute: (values: readonly Quotient[]) => Quotient): Result {
  for (const reason of ['invalid', 'suppressed', 'insufficient', 'missing'] as const) {
    if (parts.includes(reason)) return reason;
  }
  return compute(parts.filter(isNumber));
}

function meanOf(values: readonly Quotient[]): Result {
  if (values.length === 0) return 'missing';
  let sum = quotient(0n);
  for (const value of values) sum = plus(sum, value);
  return over(sum, quotient(BigInt(values.length)));
}

/** Under five answers, or a mean that gives them all away. */
function givesAway(answers: readonly number[]): boolean {
  const [n, sum] = [answers.length, answers.reduce((total, answer) => total + answer, 0)];
  return n > 0 && (n < 5 || sum >= 5 * n - 1 || sum <= n + 1);
}

function maturity(rows: PlainOrganisation['maturity'], settings: PlainSettings): Result {
  if (rows.length === 0) return 'missing';
  const personsIn = (some: PlainOrganisation['maturity']) => new Set(some.map((row) => row.respondent)).size;
  if (personsIn(rows) < 5) return 'suppressed';
  const areaSizes = AREAS.flat().map((area) => personsIn(rows.filter((row) => row.area === area)));
  if (areaSizes.some((size) => size > 0 && size < 5)) return 'suppressed';
  const toShare = (answer: Quotient) =>
    settings.maturityNormalisation === 'share-of-max'
      ? over(answer, quotient(6n))
      : over(minus(answer, quotient(1n)), quotient(5n));
  const shares = (some: PlainOrganisation['maturity']) =>
    some.map((row) => toShare(quotient(BigInt(row.answer))));
  if (AREAS.flat().some((area) => !rows.some((row) => row.area === area))) return 'insufficient';
  if (settings.maturityAggregation === 'flat') return toPercent(meanOf(shares(rows)));
  const axes = AREAS.map((areas) =>
    meanOf(
      areas.map((area) => {
        const inArea = rows.filter((row) => row.area === area);
        const statements = [...new Set(inArea.map((row) => row.statement))];
        const means = statements.map((name) =>
          meanOf(shares(inArea.filter((row) => row.statement === name))),
        );
        return meanOf(means.filter(isNumber)) as Quotient;
      }),
    ),
  );
  return toPercent(meanOf(axes.filter(isNumber)));
}

function toPercent(share: Result): Result {
  return isNumber(share) ? times(share, HUNDRED) : share;
}

function deliveryOf(rows: PlainOrganisation['initiatives'], year: number): Result {
  const ofYear = rows.filter((row) => row.year === year);
  if (ofYear.length === 0) return 'missing';
  const decided = ofYear.filter((row) => row.status !== 'proposed').length;
  const realised = ofYear.filter((row) => row.status === 'realised').length;
  return decided === 0 ? 'insufficient' : quotient(BigInt(realised) * 10n, BigInt(decided));
}

function benefitOf(
  rows: PlainOrganisation['benefits'],
  settings: PlainSettings,
  year: number,
): Pick<PlainFigures, 'benefit' | 'benefitUncapped' | 'benefitCoverage'> {
  const ofYear = rows.filter((row) => row.year === year);
  let [valid, measured] = [0n, 0n];
  let [weights, capped, uncapped] = [quotient(0n), quotient(0n), quotient(0n)];
  for (const row of ofYear) {
    if (settings.hasBaseline && row.baseline === null) continue;
    const baseline = settings.hasBaseline ? decimal(row.baseline ?? '0') : quotient(0n);
    const span = minus(decimal(row.expected), baseline);
    const weight = decimal(row.weight ?? '1');
    if (span[0] === 0n || weight[0] < 0n) continue;
    valid += 1n;
    if (row.measured === null) continue;
    measured += 1n;
    const attainment = over(minus(decimal(row.measured), baseline), span);
    const cap = decimal(settings.benefitCap);
    const clipped = attainment[0] < 0n ? quotient(0n) : isLess(cap, attainment) ? cap : attainment;
    weights = plus(weights, weight);
    capped = plus(capped, times(weight, clipped));
    uncapped = plus(uncapped, times(weight, attainment));
  }
  const score = (sum: Quotient): Result => {
    if (ofYear.length === 0) return 'missing';
    return weights[0] === 0n ? 'insufficient' : times(over(sum, weights), TEN);
  };
  return {
    benefit: score(capped),
    benefitUncapped: score(uncapped),
    benefitCoverage:
      ofYear.length === 0 ? 'missing' : valid === 0n ? 'insufficient' : quotient(measured * 100n, valid),
  };
}
