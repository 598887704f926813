import { buildUnitTable } from '#core/employee-survey/unit-table.ts';
import { responseRate, scoreAnswers } from '#core/employee-survey/score-employee-survey.ts';
import { maskUnits, type Mask, type NeverHidden } from '#core/masking/mask-units.ts';
import { totalsOf, type UnitTree } from '#core/masking/unit-tree.ts';
import { unitOf } from '#core/result/explain.ts';
import { FIGURE_IDS, type FigureId } from '#core/result/figure-ids.ts';
import { absent, toResultFigure, type Figure } from '#core/result/figure.ts';
import type { ExplainedFigure, IndexResult } from '#core/result/result-schema.ts';
import { DEFAULT_METHOD_SETTINGS, type MethodSettings } from '#core/settings/method-settings.ts';
import { exact } from '#core/number/exact.ts';
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
  const invited = total.n * 2 + 3;
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
  const units = tree.nodes.map(({ id, parentId, own }) => ({
    id,
    name: 'Enheten',
    parentId,
    invited: own.n * 2,
  }));
  return {
    schemaVersion: 1,
    methodVersion: 'test',
    organisationName: 'Kommunen',
    year: 2025,
    computedAt: '2026-02-01T08:00:00.000Z',
    running: false,
    settingsVersion: 1,
    method,
    figures: Object.fromEntries(
      FIGURE_IDS.map((id) => [id, explained(id, figures[id] ?? absent('missing'))]),
    ),
    employeeSurvey: { closed: true, units: buildUnitTable({ units, tree, findings: [] }, mask, method) },
    maturity: { statements: [], strongest: [], weakest: [], units: [] },
    delivery: { statuses: {}, objects: [], portfolio: {} },
    benefit: { kinds: [], objects: [] },
    sources: [],
    findings: [],
    hash: 'hash',
    previousHash: null,
  } as unknown as IndexResult;
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
