import { exact } from '#core/number/exact.ts';
import { roundHalfAway } from '#core/number/round.ts';
import { SHOWN_DECIMALS } from '#core/number/shown.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import { present, type Figure } from '#core/result/figure.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { PublishedFigure } from '#core/settings/source-settings.ts';

/** A figure with where it comes from. */
export interface ChosenFigure {
  readonly figure: Figure;
  readonly origin: 'computed' | 'published' | 'none';
  /** The published figure, where one is typed in. */
  readonly published: PublishedFigure | null;
  /** False: published, and its parts are missing here. */
  readonly recomputable: boolean;
}

/**
 * Puts published percentages in the place of computed ones: of maturity, what the provider published wins, and a
 * difference, at the smaller number of decimals, is a warning. What privacy hides stays hidden, whoever published it.
 * METHOD.md sections 1 and 3.
 *
 * @param computed as they may be shown: a hidden figure is not compared, since the difference would tell of it
 */
export function choosePublished<Id extends PublishedFigure['figure']>(
  computed: Readonly<Record<Id, Figure>>,
  typedFigures: readonly PublishedFigure[],
  sourceId: string | null,
): { readonly figures: Readonly<Record<Id, ChosenFigure>>; readonly findings: readonly Finding[] } {
  const findings = new FindingCollector(sourceId);
  const byId = new Map(typedFigures.map((figure) => [figure.figure, figure]));
  const entries = (Object.entries(computed) as [Id, Figure][]).map(([id, figure]) => {
    const typed = byId.get(id) ?? null;
    const isHidden = figure.kind === 'absent' && figure.reason === 'suppressed';
    const stands = typed !== null && !isHidden;
    const chosen: ChosenFigure = {
      figure: stands ? present(exact(typed.value)) : figure,
      origin: stands ? 'published' : figure.kind === 'value' ? 'computed' : 'none',
      published: isHidden ? null : typed,
      recomputable: figure.kind === 'value',
    };
    if (typed !== null && figure.kind === 'value') {
      const decimals = Math.min(typed.value.split('.')[1]?.length ?? 0, SHOWN_DECIMALS.percent);
      const [published, here] = [exact(typed.value), figure.value].map((value) =>
        roundHalfAway(value, decimals),
      );
      if (published !== here) {
        findings.add('published-differs', {
          detail: { figure: id, published: typed.value, computed: roundHalfAway(figure.value, decimals) },
        });
      }
    }
    return [id, chosen] as const;
  });
  return { figures: Object.fromEntries(entries) as Record<Id, ChosenFigure>, findings: findings.findings() };
}
