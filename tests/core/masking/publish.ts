import { buildUnitTable } from '#core/employee-survey/unit-table.ts';
import { NO_SURVEY } from '#core/employee-survey/organisation-survey.ts';
import { invitedOf } from '#core/employee-survey/survey-tree.ts';
import { responseRate, scoreAnswers } from '#core/employee-survey/score-employee-survey.ts';
import { maskUnits, type Mask, type NeverHidden } from '#core/masking/mask-units.ts';
import { totalsOf, type UnitTree } from '#core/masking/unit-tree.ts';
import { unitOf } from '#core/result/figure-unit.ts';
import { FIGURE_IDS, type FigureId } from '#core/result/figure-ids.ts';
import { absent, toResultFigure, type Figure } from '#core/result/figure.ts';
import type { ExplainedFigure } from '#core/result/explained-figure-schema.ts';
import { RESULT_SCHEMA_VERSION, type IndexResult } from '#core/result/result-schema.ts';
import { DEFAULT_METHOD_SETTINGS, type MethodSettings } from '#core/settings/method-settings.ts';
import { exact } from '#core/number/exact.ts';
import { yearUncertainty } from '#core/uncertainty/year-uncertainty.ts';
import { present } from '#core/result/figure.ts';

/** A result with nothing in it but the employee survey, as the product publishes it under a mask. */
export function publish(
  tree: UnitTree,
  {
    method = DEFAULT_METHOD_SETTINGS,
    neverHidden,
    mask = maskUnits(tree, method, neverHidden),
  }: { method?: MethodSettings; neverHidden?: NeverHidden | undefined; mask?: Mask } = {},
): IndexResult {
  const total = totalsOf(tree).organisation;
  const score = scoreAnswers(total, method.employeeConversion);
  const invited = invitedTo(tree);
  const { figures: showFigures, bands: showBands } = mask.organisation;
  const when = (visible: boolean, figure: Figure) =>
    visible || total.n === 0 ? figure : absent('suppressed');
  const figures: Partial<Record<FigureId, Figure>> = {
    employeeAnswers: when(showFigures, score.n),
    employeeMean: when(showFigures, score.mean),
    employeePercent: when(showFigures, score.percent),
    employeeInvited: present(exact(invited)),
    employeeResponseRate: when(showFigures, responseRate(total.n, invited)),
    employeePositiveShare: when(showFigures && showBands, score.positive),
    employeeNeutralShare: when(showFigures && showBands, score.neutral),
    employeeNegativeShare: when(showFigures && showBands, score.negative),
  };
  const units = unitsOf(tree);
  const explainedFigures = Object.fromEntries(
    FIGURE_IDS.map((id) => [id, explained(id, figures[id] ?? absent('missing'))]),
  ) as IndexResult['figures'];
  const table = buildUnitTable({ units, tree, findings: [] }, mask, method);
  return {
    schemaVersion: RESULT_SCHEMA_VERSION,
    methodVersion: 'test',
    organisationName: 'Kommunen',
    year: 2025,
    computedAt: '2026-02-01T08:00:00.000Z',
    running: false,
    settingsVersion: 1,
    method,
    figures: explainedFigures,
    uncertainty: yearUncertainty({
      figures: explainedFigures,
      survey: { ...NO_SURVEY, total, tree, units: table },
      maturityTally: null,
      method,
    }),
    employeeSurvey: { closed: true, units: table },
    maturity: {
      statements: [],
      strongest: [],
      weakest: [],
      openAreas: true,
      openStatements: [],
      units: [],
      unitsFrom: 'answers',
      national: null,
    },
    delivery: { statuses: {}, objects: [], portfolio: {} },
    benefit: { kinds: [], objects: [] },
    sources: [],
    findings: [],
    hash: 'hash',
    previousHash: null,
  } as unknown as IndexResult;
}

/** Of those invited between half and all answered, in every unit another share. */
function unitsOf({ nodes }: UnitTree) {
  return nodes.map(({ id, parentId, own }, index) => {
    const silent = (own.n * 7 + index * 5) % (own.n + 2);
    return { id, name: 'Enheten', parentId, invited: own.n + silent };
  });
}

/** The persons invited as the units have them, and in all the same and those without a unit. */
export function invitedIn(tree: UnitTree): ReturnType<typeof invitedOf> {
  return invitedOf(unitsOf(tree), tree);
}

function invitedTo(tree: UnitTree): number {
  return (invitedIn(tree).organisation ?? 0) + tree.withoutUnit.n * 2;
}

function explained(id: FigureId, figure: Figure): ExplainedFigure {
  const unit = unitOf(id);
  return {
    id,
    unit,
    figure: toResultFigure(figure, unit),
    origin: figure.kind === 'value' ? 'computed' : 'none',
    publishedIn: null,
    recomputable: true,
    formula: '',
    inputs: [],
    sourceIds: [],
  };
}
