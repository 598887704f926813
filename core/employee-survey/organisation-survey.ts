import { isRoundClosed } from '#core/fields/survey-round.ts';
import { maskUnits, type NeverHidden } from '#core/masking/mask-units.ts';
import { totalsOf, type UnitCounts, type UnitTree } from '#core/masking/unit-tree.ts';
import { exact } from '#core/number/exact.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import { absent, present, type Figure } from '#core/result/figure.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { UnitRow } from '#core/result/survey-schema.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import type { UnitDirectory } from '#core/units/unit-directory.ts';
import type { EmployeeSurveyTally } from './employee-survey-tally.ts';
import { pendingScore, responseRate, scoreAnswers, type EmployeeScore } from './score-employee-survey.ts';
import { buildSurveyTree, invitedOf } from './survey-tree.ts';
import { buildUnitTable } from './unit-table.ts';

/** A year's employee survey as it may be shown. METHOD.md sections 2 and 6. */
export interface OrganisationSurvey {
  readonly closed: boolean;
  readonly score: EmployeeScore;
  readonly invited: Figure;
  readonly responseRate: Figure;
  /** "Vet ej", blank and the like; told for the organisation only. */
  readonly leftOut: Figure;
  readonly units: readonly UnitRow[];
  /** All answers, for the formula of a figure that is shown. */
  readonly total: UnitCounts;
  /** The answers on their units, unmasked, for the audit; null where no source serves the year. */
  readonly tree: UnitTree | null;
  /** Of each unit and in all, for the audit of what is marked. */
  readonly invitedPersons: ReturnType<typeof invitedOf>;
  readonly findings: readonly Finding[];
}

/** The survey where no source serves the year. */
export const NO_SURVEY: OrganisationSurvey = {
  closed: true,
  score: scoreAnswers({ n: 0, sumHundredths: 0, counts: [0, 0, 0, 0, 0] }, 'share-of-max'),
  invited: absent('missing'),
  responseRate: absent('missing'),
  leftOut: absent('missing'),
  units: [],
  total: { n: 0, sumHundredths: 0, counts: [0, 0, 0, 0, 0] },
  tree: null,
  invitedPersons: { units: new Map(), organisation: null },
  findings: [],
};

/**
 * Scores a survey and masks it: what comes out is all that anybody may see. While the round is open only the number of
 * answers is told, in steps of ten.
 *
 * @param now ISO instant of the computing
 * @param neverHidden whether a cell may be seen again: what an earlier result of the year hid stays hidden
 */
export function scoreOrganisationSurvey(
  tally: EmployeeSurveyTally,
  {
    directory,
    sourceId,
    method,
    now,
    neverHidden = () => true,
  }: {
    readonly directory: UnitDirectory | null;
    readonly sourceId: string;
    readonly method: MethodSettings;
    readonly now: string;
    readonly neverHidden?: NeverHidden;
  },
): OrganisationSurvey {
  const survey = buildSurveyTree(tally, directory, sourceId);
  const total = totalsOf(survey.tree).organisation;
  const invitedPersons = invitedOf(survey.units, survey.tree);
  const invited = invitedPersons.organisation;
  const isClosed = isRoundClosed(tally.closesOn, now);
  const findings = new FindingCollector(sourceId);
  // While the round is open it would tell how many have answered.
  if (isClosed && invited !== null && invited < total.n) findings.add('invited-below-answers');
  const base = {
    total,
    tree: survey.tree,
    invitedPersons,
    invited: invited === null ? absent('missing') : present(exact(invited)),
    findings: [...tally.findings, ...survey.findings, ...findings.findings()],
  };
  if (!isClosed) {
    const pending = absent('pending');
    const score = pendingScore(total.n);
    return { ...base, closed: false, score, responseRate: pending, leftOut: pending, units: [] };
  }
  const mask = maskUnits(survey.tree, method, neverHidden);
  return {
    ...base,
    closed: true,
    score: maskScore(scoreAnswers(total, method.employeeConversion), total.n, mask.organisation),
    responseRate: maskOne(responseRate(total.n, invited), total.n, mask.organisation.figures),
    // Aggregated rows do not tell how many were left out.
    leftOut:
      tally.form === 'answers'
        ? maskOne(present(exact(tally.leftOut)), total.n, mask.organisation.figures)
        : absent('missing'),
    units: buildUnitTable(survey, mask, method),
  };
}

function maskOne(figure: Figure, n: number, visible: boolean): Figure {
  return visible || n === 0 ? figure : absent('suppressed');
}

function maskScore(
  score: EmployeeScore,
  n: number,
  visible: { readonly figures: boolean; readonly bands: boolean },
): EmployeeScore {
  // Bands that are not known say so, where the figures themselves may be seen.
  const band = (share: Figure): Figure =>
    visible.figures && share.kind === 'absent' ? share : maskOne(share, n, visible.figures && visible.bands);
  return {
    n: maskOne(score.n, n, visible.figures),
    mean: maskOne(score.mean, n, visible.figures),
    percent: maskOne(score.percent, n, visible.figures),
    positive: band(score.positive),
    neutral: band(score.neutral),
    negative: band(score.negative),
  };
}
