import { absent } from '#core/result/figure.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { ExplainedFigure } from '#core/result/explained-figure-schema.ts';
import type { IndexResult } from '#core/result/result-schema.ts';

type Figures = IndexResult['figures'];

/**
 * Hides figures of the whole organisation, whatever was computed from them, and the numbers in their formulas. A figure
 * typed in as published says nothing about the rows and stays.
 */
export function suppressFigures(figures: Figures, ids: readonly FigureId[]): Figures {
  if (ids.length === 0) return figures;
  const all = Object.values(figures);
  const hidden = new Set<FigureId>(
    all.filter((figure) => ids.includes(figure.id) && isFromRows(figure)).map(({ id }) => id),
  );
  const isBuiltOnHidden = (figure: ExplainedFigure) =>
    isFromRows(figure) && figure.inputs.some((input) => input.figure !== null && hidden.has(input.figure));
  for (let found = true; found;) {
    const more = all.filter((figure) => !hidden.has(figure.id) && isBuiltOnHidden(figure));
    for (const { id } of more) hidden.add(id);
    found = more.length > 0;
  }
  const suppressed = absent('suppressed');
  return Object.fromEntries(
    all.map((figure): [FigureId, ExplainedFigure] => {
      const isHidden = hidden.has(figure.id) && figure.figure.kind === 'value';
      const inputs = figure.inputs.map((input) =>
        isHidden || (input.figure !== null && hidden.has(input.figure))
          ? { ...input, value: suppressed }
          : input,
      );
      return [figure.id, { ...figure, figure: isHidden ? suppressed : figure.figure, inputs }];
    }),
  ) as Figures;
}

function isFromRows({ origin }: ExplainedFigure): boolean {
  return origin !== 'published';
}
