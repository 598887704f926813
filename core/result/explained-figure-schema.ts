import { z } from 'zod';
import { FIGURE_IDS } from './figure-ids.ts';
import { figureUnitSchema, resultFigureSchema } from './figure.ts';

/** One number that went into a formula, by the name it has there. */
export const formulaInputSchema = z
  .object({
    name: z.string().describe('The name in the formula, between braces there'),
    figure: z.enum(FIGURE_IDS).nullable().describe('The figure it is, where it is one: the way down'),
    value: resultFigureSchema,
    unit: figureUnitSchema,
  })
  .readonly();
export type FormulaInput = z.infer<typeof formulaInputSchema>;

/** A figure with how it came about. */
export const explainedFigureSchema = z
  .object({
    id: z.enum(FIGURE_IDS),
    unit: figureUnitSchema,
    figure: resultFigureSchema,
    origin: z.enum(['computed', 'published', 'none']).describe('none: neither computed nor published'),
    publishedIn: z.string().nullable().describe('Where a published figure stands'),
    recomputable: z.boolean().describe('False: published, and its parts are missing here'),
    formula: z.string().describe('Plain arithmetic with {names}; empty for counts taken from rows'),
    inputs: z.array(formulaInputSchema).readonly(),
    sourceIds: z.array(z.string()).readonly().describe('The sources whose rows are behind it'),
  })
  .readonly();
export type ExplainedFigure = z.infer<typeof explainedFigureSchema>;
