import type { Exact } from '#core/number/exact.ts';
import { exact } from '#core/number/exact.ts';
import type { FigureUnit } from '#core/number/shown.ts';
import type { PublishedFigure } from '#core/settings/source-settings.ts';
import type { FigureId } from './figure-ids.ts';
import { unitOf } from './figure-unit.ts';
import { absent, present, toResultFigure, type Figure } from './figure.ts';
import type { ExplainedFigure, FormulaInput } from './explained-figure-schema.ts';

/** A figure with where it comes from, before it is explained. */
export interface SourcedFigure {
  readonly figure: Figure;
  readonly origin: ExplainedFigure['origin'];
  readonly published: PublishedFigure | null;
  readonly recomputable: boolean;
}

/** A figure that rows gave, or could not give. */
export function computed(figure: Figure): SourcedFigure {
  const origin = figure.kind === 'value' ? 'computed' : 'none';
  return { figure, origin, published: null, recomputable: figure.kind === 'value' };
}

/** An input that is a figure of the result itself: the reader can go on down. */
export function figureInput(name: FigureId, figure: Figure): FormulaInput {
  const unit = unitOf(name);
  return { name, figure: name, unit, value: toResultFigure(figure, unit) };
}

/** An input that only this formula knows, such as the sum of all answers. */
export function numberInput(name: string, value: Exact | number, unit: FigureUnit): FormulaInput {
  const number = typeof value === 'number' ? exact(value) : value;
  return { name, figure: null, unit, value: toResultFigure(present(number), unit) };
}

/**
 * A figure with its formula and the numbers put in. Where the figure is hidden or not yet to be seen, so is every
 * number that only its formula knows: a formula must not tell what the figure may not.
 */
export function explain(
  id: FigureId,
  { figure, origin, published, recomputable }: SourcedFigure,
  how: {
    readonly formula: string;
    readonly inputs: readonly FormulaInput[];
    readonly sourceIds: readonly string[];
  },
): ExplainedFigure {
  const unit = unitOf(id);
  const isHidden =
    figure.kind === 'absent' && (figure.reason === 'suppressed' || figure.reason === 'pending');
  const inputs = how.inputs.map((input) =>
    isHidden && input.figure === null ? { ...input, value: absent(figure.reason) } : input,
  );
  const isTyped = origin === 'published' && !recomputable;
  return {
    id,
    unit,
    figure: toResultFigure(figure, unit),
    origin,
    publishedIn: published?.source ?? null,
    recomputable,
    formula: isTyped ? '' : how.formula,
    inputs: isTyped ? [] : inputs,
    sourceIds: how.sourceIds,
  };
}
