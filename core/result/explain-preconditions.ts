import type { OrganisationSurvey } from '#core/employee-survey/organisation-survey.ts';
import type { MaturityTally } from '#core/maturity/maturity-tally.ts';
import type { MaturityScore } from '#core/maturity/score-maturity.ts';
import { responseRate, toEmployeePercent } from '#core/employee-survey/score-employee-survey.ts';
import { exact, ZERO } from '#core/number/exact.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';
import { absent, derive, type Figure } from './figure.ts';
import { explain, figureInput, numberInput, type SourcedFigure } from './explain.ts';
import { MATURITY_AREAS, MATURITY_AREA_IDS, type FigureId } from './figure-ids.ts';
import type { ExplainedFigure, FormulaInput } from './explained-figure-schema.ts';

type Chosen = (id: FigureId, figure: SourcedFigure['figure']) => SourcedFigure;

/** Explains the employee item: mean, percent, bands, answers and response rate. METHOD.md section 2. */
export function explainEmployeeItem(
  survey: OrganisationSurvey,
  method: MethodSettings,
  choose: Chosen,
  sourceIds: readonly string[],
): readonly ExplainedFigure[] {
  const { score, total } = survey;
  const mean = choose('employeeMean', score.mean);
  // A mean that was typed in has its percentage by the same formula.
  const ofMean = derive([mean.figure], ([value = ZERO]) =>
    toEmployeePercent(value, method.employeeConversion),
  );
  const percent = choose('employeePercent', isMissingFigure(score.percent) ? ofMean : score.percent);
  const n = figureInput('employeeAnswers', score.n);
  const invited = choose('employeeInvited', survey.invited);
  const rate = isMissingFigure(survey.responseRate) ? rateOf(score.n, invited.figure) : survey.responseRate;
  const count = (id: FigureId, figure: SourcedFigure['figure']) =>
    explain(id, choose(id, figure), { formula: '', inputs: [], sourceIds });
  // Of n and a mean the numbers in each band are not known, which is not the same as none.
  const share = (id: FigureId, figure: SourcedFigure['figure'], answers: readonly number[] | undefined) =>
    explain(id, choose(id, figure), {
      formula: answers === undefined ? '' : '{answers} / {employeeAnswers} × 100',
      inputs:
        answers === undefined
          ? []
          : [
              numberInput(
                'answers',
                answers.reduce((sum, one) => sum + one, 0),
                'count',
              ),
              n,
            ],
      sourceIds,
    });
  return [
    explain('employeeMean', mean, {
      formula: '{sumOfAnswers} / {employeeAnswers}',
      inputs: [numberInput('sumOfAnswers', exact(total.sumHundredths ?? 0).div(100), 'count'), n],
      sourceIds,
    }),
    explain('employeePercent', percent, {
      formula:
        method.employeeConversion === 'share-of-max'
          ? '{employeeMean} / 5 × 100'
          : '({employeeMean} − 1) / 4 × 100',
      inputs: [figureInput('employeeMean', mean.figure)],
      sourceIds,
    }),
    count('employeeAnswers', score.n),
    count('employeeLeftOut', survey.leftOut),
    explain('employeeInvited', invited, { formula: '', inputs: [], sourceIds }),
    explain('employeeResponseRate', choose('employeeResponseRate', rate), {
      formula: '{employeeAnswers} / {employeeInvited} × 100',
      inputs: [n, figureInput('employeeInvited', invited.figure)],
      sourceIds,
    }),
    share('employeePositiveShare', score.positive, total.counts?.slice(3)),
    share('employeeNeutralShare', score.neutral, total.counts?.slice(2, 3)),
    share('employeeNegativeShare', score.negative, total.counts?.slice(0, 2)),
  ];
}

/** Explains digital maturity: total, axes, areas and response rate. METHOD.md section 3. */
export function explainMaturity(
  maturity: MaturityScore,
  tally: MaturityTally | null,
  method: MethodSettings,
  choose: Chosen,
  sourceIds: readonly string[],
): readonly ExplainedFigure[] {
  const { percentages } = maturity;
  const respondents = choose('maturityRespondents', maturity.respondents);
  const invited = choose('maturityInvited', maturity.invited);
  const rate = isMissingFigure(maturity.responseRate)
    ? rateOf(respondents.figure, invited.figure)
    : maturity.responseRate;
  const isFlat = method.maturityAggregation === 'flat';
  const percentInput = (id: keyof typeof percentages) => figureInput(id, percentages[id].figure);
  const areasOf = (axis: 'capability' | 'legacy') =>
    MATURITY_AREA_IDS.filter((area) => MATURITY_AREAS[area].axis === axis);
  const ofStatements = (areas: readonly (keyof typeof MATURITY_AREAS)[]) =>
    statementFormula(tally, areas, method);
  const axis = (id: 'digitalCapabilityPercent' | 'digitalLegacyPercent', name: 'capability' | 'legacy') => {
    const inputs = areasOf(name).map((area) => percentInput(MATURITY_AREAS[area].figure));
    const formula = `(${inputs.map((input) => `{${input.name}}`).join(' + ')}) / ${inputs.length}`;
    return explain(id, percentages[id], {
      ...(isFlat ? ofStatements(areasOf(name)) : { formula, inputs }),
      sourceIds,
    });
  };
  return [
    explain('maturityPercent', percentages.maturityPercent, {
      ...(isFlat
        ? ofStatements(MATURITY_AREA_IDS)
        : {
            formula: '({digitalCapabilityPercent} + {digitalLegacyPercent}) / 2',
            inputs: [percentInput('digitalCapabilityPercent'), percentInput('digitalLegacyPercent')],
          }),
      sourceIds,
    }),
    axis('digitalCapabilityPercent', 'capability'),
    axis('digitalLegacyPercent', 'legacy'),
    ...MATURITY_AREA_IDS.map((area) => {
      const { figure: id } = MATURITY_AREAS[area];
      return explain(id, percentages[id], { ...ofStatements([area]), sourceIds });
    }),
    explain('maturityRespondents', respondents, { formula: '', inputs: [], sourceIds }),
    explain('maturityInvited', invited, { formula: '', inputs: [], sourceIds }),
    explain('maturityResponseRate', choose('maturityResponseRate', rate), {
      formula: '{maturityRespondents} / {maturityInvited} × 100',
      inputs: [
        figureInput('maturityRespondents', respondents.figure),
        figureInput('maturityInvited', invited.figure),
      ],
      sourceIds,
    }),
  ];
}

function isMissingFigure(figure: Figure): boolean {
  return figure.kind === 'absent' && figure.reason === 'missing';
}

/** A rate from numbers that were typed in, by the same formula. */
function rateOf(answered: Figure, invited: Figure): Figure {
  if (answered.kind === 'absent' || invited.kind === 'absent') return absent('missing');
  return responseRate(answered.value.valueOf(), invited.value.valueOf());
}

/** An area (or, aggregated flat, anything) comes straight from answers 1–6. */
function statementFormula(
  tally: MaturityTally | null,
  areas: readonly (keyof typeof MATURITY_AREAS)[],
  method: MethodSettings,
): { readonly formula: string; readonly inputs: readonly FormulaInput[] } {
  const statements = tally?.statements.filter(({ area, n }) => areas.includes(area) && n > 0) ?? [];
  if (statements.length === 0) return { formula: '', inputs: [] };
  const n = statements.reduce((sum, statement) => sum + statement.n, 0);
  const mean =
    method.maturityAggregation === 'flat'
      ? exact(statements.reduce((sum, statement) => sum + statement.sum, 0)).div(n)
      : statements
          .reduce((sum, statement) => sum.add(exact(statement.sum).div(statement.n)), exact(0))
          .div(statements.length);
  return {
    formula:
      method.maturityNormalisation === 'share-of-max'
        ? '{meanOfStatements} / 6 × 100'
        : '({meanOfStatements} − 1) / 5 × 100',
    inputs: [numberInput('meanOfStatements', mean, 'mean')],
  };
}
