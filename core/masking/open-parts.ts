import { absent, type ResultFigure } from '#core/result/figure.ts';
import { MATURITY_AREAS, type FigureId } from '#core/result/figure-ids.ts';
import type { ExplainedFigure } from '#core/result/explained-figure-schema.ts';
import type { IndexResult } from '#core/result/result-schema.ts';
import type { MaturityPart } from '#core/result/survey-schema.ts';

type Figures = IndexResult['figures'];
type Maturity = IndexResult['maturity'];

/** The areas of the maturity survey and its two axes. */
export const MATURITY_PARTS: readonly FigureId[] = [
  'digitalCapabilityPercent',
  'digitalLegacyPercent',
  ...Object.values(MATURITY_AREAS).map(({ figure }) => figure),
];

const SUPPRESSED: ResultFigure = absent('suppressed');

/**
 * Hides the computed areas and axes wherever they stand, and of typed ones the mean that the answers gave beside them. What is
 * computed from them is left: the whole alone tells of no single part.
 *
 * @param ids the figures to hide: {@link MATURITY_PARTS}, and the total where that is to go as well
 */
export function withoutParts(figures: Figures, ids: readonly FigureId[]): Figures {
  const isPart = (id: FigureId | null) => id !== null && ids.includes(id);
  const isHidden = (id: FigureId | null) => id !== null && isPart(id) && figures[id].origin !== 'published';
  return Object.fromEntries(
    Object.values(figures).map((figure): [FigureId, ExplainedFigure] => {
      const inputs = figure.inputs.map((input) =>
        isHidden(input.figure) || (isPart(figure.id) && input.figure === null)
          ? { ...input, value: SUPPRESSED }
          : input,
      );
      return [
        figure.id,
        { ...figure, figure: isHidden(figure.id) ? hidden(figure.figure) : figure.figure, inputs },
      ];
    }),
  ) as Figures;
}

function hidden(figure: ResultFigure): ResultFigure {
  return figure.kind === 'value' ? SUPPRESSED : figure;
}

/** The statements of the areas that may leave the tab; where one may not, nothing is said of which are strongest and weakest. */
export function openStatementsOf(maturity: Maturity): Pick<Maturity, 'statements' | 'strongest' | 'weakest'> {
  const isClosed = ({ area, percent }: MaturityPart) =>
    percent.kind === 'value' && !maturity.openStatements.some((open) => open === area);
  if (!maturity.statements.some(isClosed)) return maturity;
  return {
    statements: maturity.statements.map((part) => (isClosed(part) ? { ...part, percent: SUPPRESSED } : part)),
    strongest: [],
    weakest: [],
  };
}
