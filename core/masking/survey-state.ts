import { contentHash } from '#core/result/content-hash.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import { EMPLOYEE_FIGURES, MATURITY_FIGURES } from './open-view.ts';

const INVITED: readonly FigureId[] = ['employeeInvited', 'maturityInvited'];

/**
 * Names what a result says of its surveys, as a hash: two results of a year with the same one tell a reader nothing by
 * their difference, whatever else of them differs. So of a year's results one of each state is all that the audit
 * needs to be shown. METHOD.md section 6, rule 6.
 */
export function surveyStateOf(result: IndexResult): string {
  const { method, figures, employeeSurvey, maturity, uncertainty } = result;
  const surveyFigures = [...EMPLOYEE_FIGURES, ...MATURITY_FIGURES, ...INVITED].map((id) => {
    const { figure, origin } = figures[id];
    return { id, figure, origin };
  });
  const { employeeMean, maturityPercent } = uncertainty;
  return contentHash({
    method,
    figures: surveyFigures,
    employeeSurvey,
    maturity,
    uncertainty: { employeeMean, maturityPercent },
  });
}
