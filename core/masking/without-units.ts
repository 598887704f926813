import type { IndexResult } from '#core/result/result-schema.ts';

/** A result for whoever may not see units: without their figures, and without findings that name one. */
export function withoutUnits(result: IndexResult): IndexResult {
  return {
    ...result,
    employeeSurvey: { ...result.employeeSurvey, units: [] },
    maturity: { ...result.maturity, units: [] },
    findings: result.findings.filter(({ detail }) => detail['unit'] === undefined),
  };
}
