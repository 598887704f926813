import { exact } from '#core/number/exact.ts';
import { roundHalfAway } from '#core/number/round.ts';
import { SHOWN_DECIMALS } from '#core/number/shown.ts';
import type { FindingCollector } from '#core/quality/finding-collector.ts';
import type { PublishedFigure } from '#core/settings/source-settings.ts';
import { computed, type SourcedFigure } from './explain.ts';
import { unitOf } from './figure-unit.ts';
import type { FigureId } from './figure-ids.ts';
import { present, type Figure } from './figure.ts';

/**
 * Chooses between a computed figure and one that was published: the computed wins, and the published serves only where
 * the computed is `missing`. Where both are there and differ at the smaller number of decimals, that is a warning.
 * (Maturity is the exception, see `choosePublished`.) METHOD.md section 1.
 */
export function preferComputed(
  id: FigureId,
  figure: Figure,
  published: readonly PublishedFigure[],
  findings: FindingCollector,
): SourcedFigure {
  const typed = published.find((candidate) => candidate.figure === id) ?? null;
  if (typed === null) return computed(figure);
  if (figure.kind === 'absent') {
    return figure.reason === 'missing'
      ? { figure: present(exact(typed.value)), origin: 'published', published: typed, recomputable: false }
      : computed(figure);
  }
  const decimals = Math.min(typed.value.split('.')[1]?.length ?? 0, SHOWN_DECIMALS[unitOf(id)]);
  const here = roundHalfAway(figure.value, decimals);
  if (roundHalfAway(exact(typed.value), decimals) !== here) {
    findings.add('published-differs', { detail: { figure: id, published: typed.value, computed: here } });
  }
  return { figure, origin: 'computed', published: typed, recomputable: true };
}
