import { responseRate } from '#core/employee-survey/score-employee-survey.ts';
import { isRoundClosed } from '#core/fields/survey-round.ts';
import type { Mask } from '#core/masking/mask-units.ts';
import { exact } from '#core/number/exact.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import { absent, present, toShownOnly, type Absent, type Figure } from '#core/result/figure.ts';
import { MATURITY_AREAS, MATURITY_AREA_IDS, type MaturityArea } from '#core/result/figure-ids.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { MaturityUnit, NationalComparison } from '#core/result/survey-schema.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { NationalMaturity } from '#core/settings/published-maturity.ts';
import type { PublishedFigure } from '#core/settings/source-settings.ts';
import { choosePercentages, type MaturityPercentId } from './choose-percentages.ts';
import type { MaturityTally } from './maturity-tally.ts';
import type { MaturityTree } from './maturity-tree.ts';
import { maturityUnits } from './maturity-units.ts';
import { compareWithNational } from './national-comparison.ts';
import type { ChosenFigure } from './published-percentages.ts';
import type { PublishedUnits } from './published-units.ts';
import { arePartsAsSeen } from './parts-seen.ts';
import { scoreStatements, statementPercent, type MaturityPercentages } from './score-statements.ts';
import { strengthsAndWeaknesses, type ScoredStatement, type StrengthsAndWeaknesses } from './strengths.ts';
import { visibleParts, type VisibleParts } from './telling-parts.ts';

/** A year's maturity as it may be shown. METHOD.md section 3. */
export interface MaturityScore {
  readonly closed: boolean;
  readonly percentages: Readonly<Record<MaturityPercentId, ChosenFigure>>;
  /** Persons. While the round is open: in steps of ten. */
  readonly respondents: Figure;
  readonly invited: Figure;
  /** 0–100. */
  readonly responseRate: Figure;
  readonly parts: StrengthsAndWeaknesses;
  /** Which of them may leave the tab, under the stricter minimum. */
  readonly open: Pick<IndexResult['maturity'], 'openAreas' | 'openStatements'>;
  readonly units: readonly MaturityUnit[];
  readonly national: NationalComparison | null;
  readonly findings: readonly Finding[];
}

/**
 * Scores a year's maturity: answers, masked, with published percentages in their place where there are any.
 *
 * @param tally null where no source of answers serves the year
 * @param tree of the same tally ({@link buildMaturityTree}); its persons are what `mask` was made from
 * @param published all published figures of the year; those that are not percentages of the model are not looked at
 * @param publishedUnits of the year, on the units of `tree`
 * @param national every national value entered
 * @param now ISO instant of the computing
 * @param earlier every result of the year that anybody may have seen
 */
export function scoreMaturity(input: {
  readonly tally: MaturityTally | null;
  readonly tree: MaturityTree | null;
  readonly mask: Mask | null;
  readonly published: readonly PublishedFigure[];
  readonly publishedUnits: PublishedUnits;
  readonly national: readonly NationalMaturity[];
  readonly year: number;
  readonly method: MethodSettings;
  readonly now: string;
  readonly earlier: readonly IndexResult[];
}): MaturityScore {
  const { tally, tree, mask, method } = input;
  const closed = isRoundClosed(tally?.closesOn ?? null, input.now);
  const hidden = hiddenBecause(tally, mask, closed);
  const whole = hidden === null ? tally : null;
  const visible = whole ? visibleParts(whole, method.minimumGroupSize) : NO_PARTS;
  const computed = computedPercentages(whole, method, hidden, visible);
  const parts = partsOf(whole, computed, visible, method, input.earlier);
  const { figures, findings } = choosePercentages(
    parts.percentages,
    input.published,
    method,
    tally?.sourceId ?? null,
  );
  const areas = Object.fromEntries(
    MATURITY_AREA_IDS.map((area) => [area, figures[MATURITY_AREAS[area].figure].figure] as const),
  ) as Record<MaturityArea, Figure>;
  const persons = tally?.persons ?? 0;
  const units =
    tree && mask
      ? maturityUnits({ tree, mask, method, closed, published: input.publishedUnits.byUnit })
      : null;
  return {
    closed,
    percentages: figures,
    respondents: respondentsOf(persons, hidden),
    invited: tally?.invited === null || tally === null ? absent('missing') : present(exact(tally.invited)),
    responseRate: hidden ?? responseRate(persons, tally?.invited ?? null),
    parts: strengthsAndWeaknesses(parts.statements, areas),
    open: openParts(whole, visible, method),
    units: units?.rows ?? [],
    national: compareWithNational(input.national, input.year, figures.maturityPercent.figure),
    findings: [
      ...(tree?.findings ?? []),
      ...findings,
      ...tooFewInvited(tally, closed),
      ...input.publishedUnits.findings,
      ...(units?.findings ?? []),
    ],
  };
}

/** More respondents than invited; while the round is open the number of respondents is told in tens only. */
function tooFewInvited(tally: MaturityTally | null, closed: boolean): readonly Finding[] {
  if (!tally || !closed || tally.invited === null || tally.invited >= tally.persons) return [];
  const findings = new FindingCollector(tally.sourceId);
  findings.add('invited-below-answers');
  return findings.findings();
}

/** The one reason that hides the whole survey, if there is one. */
function hiddenBecause(tally: MaturityTally | null, mask: Mask | null, closed: boolean): Absent | null {
  if (!closed) return absent('pending');
  if (tally === null || tally.rowsRead === tally.otherYears) return absent('missing');
  if (tally.persons === 0) return absent('insufficient');
  return mask?.organisation.figures === true ? null : absent('suppressed');
}

const NO_PARTS: VisibleParts = { areas: new Set(), statements: new Set() };

function computedPercentages(
  tally: MaturityTally | null,
  method: MethodSettings,
  hidden: Absent | null,
  visible: VisibleParts,
): MaturityPercentages {
  if (!tally) return allParts(hidden ?? absent('missing'), hidden ?? absent('missing'));
  // What is built on an area that must stay hidden would give it away.
  return scoreStatements(
    tally.statements,
    method,
    new Set(MATURITY_AREA_IDS.filter((area) => !visible.areas.has(area))),
  );
}

function allParts(total: Figure, part: Absent): MaturityPercentages {
  const areas = Object.fromEntries(
    MATURITY_AREA_IDS.map((area) => [area, part]),
  ) as MaturityPercentages['areas'];
  return { total, axes: { capability: part, legacy: part }, areas };
}

/** The parts as they may be shown: all of them hidden where they are not those that an earlier result of the year showed. */
function partsOf(
  tally: MaturityTally | null,
  percentages: MaturityPercentages,
  visible: VisibleParts,
  { maturityNormalisation: normalisation }: MethodSettings,
  earlier: readonly IndexResult[],
): { readonly percentages: MaturityPercentages; readonly statements: readonly ScoredStatement[] } {
  if (!tally) return { percentages, statements: [] };
  const statements = tally.statements.map(({ name, area, n, sum }): ScoredStatement => {
    const mayShow = visible.statements.has(area) && percentages.areas[area].kind === 'value';
    return {
      name,
      area,
      percent: mayShow ? statementPercent({ n, sum }, normalisation) : absent('suppressed'),
    };
  });
  const shown = statements.map((part) => ({ ...part, percent: toShownOnly(part.percent, 'percent') }));
  if (arePartsAsSeen({ persons: tally.persons, percentages, statements: shown, normalisation }, earlier)) {
    return { percentages, statements };
  }
  return {
    percentages: allParts(percentages.total, absent('suppressed')),
    statements: statements.map((part) => ({ ...part, percent: absent('suppressed') })),
  };
}

/** Under the stricter minimum one person more is asked for, as for the organisation's own figures. */
function openParts(
  tally: MaturityTally | null,
  visible: VisibleParts,
  { minimumGroupSize, minimumOpenGroupSize }: MethodSettings,
): MaturityScore['open'] {
  if (!tally) return { openAreas: true, openStatements: [] };
  const open = visibleParts(tally, Math.max(minimumGroupSize, minimumOpenGroupSize) + 1);
  return {
    openAreas: [...visible.areas].every((area) => open.areas.has(area)),
    openStatements: MATURITY_AREA_IDS.filter((area) => open.statements.has(area)),
  };
}

function respondentsOf(persons: number, hidden: Absent | null): Figure {
  if (hidden === null) return present(exact(persons));
  return hidden.reason === 'pending' ? present(exact(Math.floor(persons / 10) * 10)) : hidden;
}
