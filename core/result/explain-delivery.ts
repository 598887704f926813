import { exact } from '#core/number/exact.ts';
import type { DeliveryScore } from '#core/portfolio/score-delivery.ts';
import { explain, figureInput, type SourcedFigure } from './explain.ts';
import type { FigureId, InitiativeStatus } from './figure-ids.ts';
import { absent, present, type Figure } from './figure.ts';
import type { ExplainedFigure } from './explained-figure-schema.ts';

/** Explains delivery and the counts behind it. METHOD.md section 4. */
export function explainDelivery(
  { score, decided, counts }: DeliveryScore,
  choose: (id: FigureId, figure: Figure) => SourcedFigure,
  sourceIds: readonly string[],
): readonly ExplainedFigure[] {
  const isMissing = score.kind === 'absent' && score.reason === 'missing';
  const countOf = (count: number): Figure => (isMissing ? absent('missing') : present(exact(count)));
  const plain = (id: FigureId, count: number) =>
    explain(id, choose(id, countOf(count)), { formula: '', inputs: [], sourceIds });
  const ofStatus = (status: InitiativeStatus) => plain(`${status}Initiatives` as FigureId, counts[status]);
  return [
    explain('delivery', choose('delivery', score), {
      formula: '{realisedInitiatives} / {decidedInitiatives} × 10',
      inputs: [
        figureInput('realisedInitiatives', countOf(counts.realised)),
        figureInput('decidedInitiatives', countOf(decided)),
      ],
      sourceIds,
    }),
    // Every status but proposed: the denominator, not only those whose status says "decided".
    plain('decidedInitiatives', decided),
    ofStatus('realised'),
    ofStatus('ongoing'),
    ofStatus('paused'),
    ofStatus('cancelled'),
    ofStatus('proposed'),
  ];
}
