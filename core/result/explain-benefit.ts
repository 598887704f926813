import { attainment, clip, type BenefitScore } from '#core/benefits/score-benefit.ts';
import type { Benefit } from '#core/benefits/benefit.ts';
import { exact, type Exact } from '#core/number/exact.ts';
import type { FigureId } from './figure-ids.ts';
import { explain, figureInput, numberInput, type SourcedFigure } from './explain.ts';
import { absent, present, type Figure } from './figure.ts';
import type { ExplainedFigure } from './explained-figure-schema.ts';

/** Explains benefit, its uncapped figure and its coverage. METHOD.md section 5. */
export function explainBenefit(
  score: BenefitScore,
  choose: (id: FigureId, figure: Figure) => SourcedFigure,
  benefits: readonly Benefit[],
  cap: Exact,
  sourceIds: readonly string[],
): readonly ExplainedFigure[] {
  const isMissing = score.score.kind === 'absent' && score.score.reason === 'missing';
  const count = (value: number) => (isMissing ? absent('missing') : present(exact(value)));
  const sum = (of: (benefit: Benefit, reached: Exact) => Exact) =>
    benefits.reduce((total, benefit) => {
      const reached = attainment(benefit);
      return reached === null ? total : total.add(of(benefit, reached));
    }, exact(0));
  const weights = numberInput(
    'sumOfWeights',
    sum(({ weight }) => weight),
    'ratio',
  );
  const weighted = (of: (reached: Exact) => Exact) =>
    numberInput(
      'weightedAttainment',
      sum(({ weight }, reached) => weight.mul(of(reached))),
      'ratio',
    );
  const formula = '{weightedAttainment} / {sumOfWeights} × 10';
  return [
    explain('benefit', choose('benefit', score.score), {
      formula,
      inputs: [weighted((reached) => clip(reached, cap)), weights],
      sourceIds,
    }),
    explain('benefitUncapped', choose('benefitUncapped', score.uncapped), {
      formula,
      inputs: [weighted((reached) => reached), weights],
      sourceIds,
    }),
    explain('benefitCoverage', choose('benefitCoverage', score.coverage), {
      formula: '{measuredIndicators} / {validIndicators} × 100',
      inputs: [
        figureInput('measuredIndicators', count(score.measured)),
        figureInput('validIndicators', count(score.valid)),
      ],
      sourceIds,
    }),
    explain('measuredIndicators', choose('measuredIndicators', count(score.measured)), {
      formula: '',
      inputs: [],
      sourceIds,
    }),
    explain('validIndicators', choose('validIndicators', count(score.valid)), {
      formula: '',
      inputs: [],
      sourceIds,
    }),
  ];
}
