import type { Mask } from '#core/masking/mask-units.ts';
import { NO_ANSWERS, totalsOf } from '#core/masking/unit-tree.ts';
import { absent, toShownOnly, type Figure, type ResultFigure } from '#core/result/figure.ts';
import type { UnitRow } from '#core/result/survey-schema.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import { depthsOf } from '#core/units/unit-directory.ts';
import { markUnits } from '#core/uncertainty/mark-units.ts';
import { responseRate, scoreAnswers } from './score-employee-survey.ts';
import { invitedOf, type SurveyTree } from './survey-tree.ts';

const SUPPRESSED: ResultFigure = absent('suppressed');
const MISSING: ResultFigure = absent('missing');

/**
 * The table of units as it may be shown: rounded figures only, and a hidden unit hides everything. A unit without any
 * answers says `missing`, which tells nothing about anyone. METHOD.md section 6, rules 1, 3 and 5.
 */
export function buildUnitTable(survey: SurveyTree, mask: Mask, method: MethodSettings): readonly UnitRow[] {
  const totals = totalsOf(survey.tree).units;
  const invited = invitedOf(survey.units, survey.tree);
  const depths = depthsOf(survey.units);
  const differences = markUnits(survey.tree, mask, depths, invited);
  return survey.units.map((unit) => {
    const total = totals.get(unit.id) ?? NO_ANSWERS;
    const visible = mask.units.get(unit.id);
    const hidden = total.n === 0 ? MISSING : SUPPRESSED;
    const score = scoreAnswers(total, method.employeeConversion);
    const rate = responseRate(total.n, invited.units.get(unit.id) ?? null);
    const showFigures = visible?.figures === true && total.n > 0;
    const showBands = showFigures && visible.bands;
    // Bands that are not known say so, where the figures themselves may be seen.
    const bandOf = (share: Figure) =>
      showBands || (showFigures && share.kind === 'absent') ? toShownOnly(share, 'percent') : hidden;
    return {
      id: unit.id,
      name: unit.name,
      parentId: unit.parentId,
      depth: depths.get(unit.id) ?? 0,
      n: showFigures ? toShownOnly(score.n, 'count') : hidden,
      mean: showFigures ? toShownOnly(score.mean, 'mean') : hidden,
      percent: showFigures ? toShownOnly(score.percent, 'percent') : hidden,
      responseRate: showFigures ? toShownOnly(rate, 'percent') : hidden,
      positive: bandOf(score.positive),
      neutral: bandOf(score.neutral),
      negative: bandOf(score.negative),
      openFigures: showFigures && visible.openFigures,
      openBands: showBands && visible.openBands,
      difference: (showFigures ? differences.get(unit.id) : undefined) ?? 'none',
    };
  });
}
