import { scoreIndex, scorePreconditions } from '#core/index/score-index.ts';
import { EMPLOYEE_FIGURES, MATURITY_FIGURES } from '#core/masking/open-view.ts';
import { exact } from '#core/number/exact.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { explainBenefit } from './explain-benefit.ts';
import { explainDelivery } from './explain-delivery.ts';
import { explainEmployeeItem, explainMaturity } from './explain-preconditions.ts';
import { explain, figureInput, type SourcedFigure } from './explain.ts';
import type { FigureId, SourceTopic } from './figure-ids.ts';
import { absent, type Figure } from './figure.ts';
import type { YearIntakes } from './intakes.ts';
import { preferComputed } from './prefer-computed.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { ExplainedFigure } from './explained-figure-schema.ts';
import type { IndexResult } from './result-schema.ts';
import type { ScoredYear } from './score-year.ts';

/**
 * Explains every figure of a year, from the rows up to the index, with published figures where nothing could be
 * computed. METHOD.md sections 1 to 5.
 */
export function explainYear(
  scored: ScoredYear,
  intakes: YearIntakes,
  settings: Settings,
  year: number,
): { readonly figures: IndexResult['figures']; readonly findings: readonly Finding[] } {
  const { method } = settings;
  const findings = new FindingCollector(null);
  const published = settings.publishedFigures.filter((figure) => figure.year === year);
  const chosen = new Map<FigureId, SourcedFigure>();
  const choose = (id: FigureId, figure: Figure) => {
    const one = chosen.get(id) ?? preferComputed(id, withheld(id, figure, scored), published, findings);
    chosen.set(id, one);
    return one;
  };
  const sourceIds = (...topics: readonly SourceTopic[]) =>
    intakes.all.filter(({ source }) => topics.includes(source.topic)).map(({ source }) => source.id);

  const employee = explainEmployeeItem(scored.survey, method, choose, sourceIds('employee-survey', 'units'));
  const maturity = explainMaturity(
    scored.maturity,
    scored.maturityTally,
    method,
    choose,
    sourceIds('maturity'),
  );
  const delivery = choose('delivery', scored.delivery.score);
  const benefit = choose('benefit', scored.benefit.score);
  const parts = {
    maturityPercent: scored.maturity.percentages.maturityPercent.figure,
    employeePercent: choose('employeePercent', scored.survey.score.percent).figure,
    delivery: delivery.figure,
    benefit: benefit.figure,
  };
  const preconditions = choose('preconditions', scorePreconditions(parts));
  const index = choose('index', scoreIndex({ ...parts, preconditions: preconditions.figure }));
  const all: readonly ExplainedFigure[] = [
    ...explainTop(index, preconditions, parts),
    ...employee,
    ...maturity,
    ...explainDelivery(scored.delivery, choose, sourceIds('initiatives')),
    ...explainBenefit(
      scored.benefit,
      choose,
      scored.benefits,
      exact(method.benefitCap),
      sourceIds('benefits'),
    ),
  ];
  const figures = Object.fromEntries(all.map((figure) => [figure.id, figure])) as IndexResult['figures'];
  return { figures, findings: findings.findings() };
}

/** Where a survey's number of answers is hidden, nothing else of it is told, whoever published it. */
function withheld(id: FigureId, figure: Figure, { survey, maturity }: ScoredYear): Figure {
  const isHidden = (n: Figure) => n.kind === 'absent' && n.reason === 'suppressed';
  const isOfHidden =
    (EMPLOYEE_FIGURES.includes(id) && isHidden(survey.score.n)) ||
    (MATURITY_FIGURES.includes(id) && isHidden(maturity.respondents));
  return isOfHidden ? absent('suppressed') : figure;
}

interface Parts {
  readonly maturityPercent: Figure;
  readonly employeePercent: Figure;
  readonly delivery: Figure;
  readonly benefit: Figure;
}

function explainTop(
  index: SourcedFigure,
  preconditions: SourcedFigure,
  parts: Parts,
): readonly ExplainedFigure[] {
  return [
    explain('index', index, {
      formula: '({preconditions} + {delivery} + {benefit}) / 3',
      inputs: [
        figureInput('preconditions', preconditions.figure),
        figureInput('delivery', parts.delivery),
        figureInput('benefit', parts.benefit),
      ],
      sourceIds: [],
    }),
    explain('preconditions', preconditions, {
      formula: '({maturityPercent} + {employeePercent}) / 2 / 10',
      inputs: [
        figureInput('maturityPercent', parts.maturityPercent),
        figureInput('employeePercent', parts.employeePercent),
      ],
      sourceIds: [],
    }),
  ];
}
