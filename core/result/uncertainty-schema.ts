import { z } from 'zod';
import { ABSENCE_REASONS } from './figure.ts';
import type { FigureId } from './figure-ids.ts';

/** The figures that carry an uncertainty: the two surveys, and what is built on them. METHOD.md section 7. */
export const UNCERTAIN_FIGURES = [
  'employeeMean',
  'employeePercent',
  'maturityPercent',
  'preconditions',
  'index',
] as const satisfies readonly FigureId[];
export type UncertainFigure = (typeof UNCERTAIN_FIGURES)[number];

const boundSchema = z
  .object({
    shown: z.string().describe('Rounded as the figure itself is, decimal point'),
    value: z
      .string()
      .describe('Of an interval: a decimal number with six digits. Of a worst case: an exact quotient'),
  })
  .readonly();

/** Low and high bound of a figure, in its own unit; or why there are none. */
export const rangeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('range'), low: boundSchema, high: boundSchema }).readonly(),
  z.object({ kind: z.literal('absent'), reason: z.enum(ABSENCE_REASONS) }).readonly(),
]);
export type Range = z.infer<typeof rangeSchema>;

/** How sure a figure is, in two ways that are shown side by side. */
export const uncertaintySchema = z
  .object({
    interval: rangeSchema.describe(
      '95 % interval, if those who did not answer are like those who did. low = high: everybody invited answered. ' +
        'Absent: suppressed under 20 answers or where it would give answers away; missing where invited is not known, or the figure is a published one',
    ),
    worstCase: rangeSchema.describe(
      'The least and the greatest that the figure could be, if all who did not answer stood at one end of the scale',
    ),
  })
  .readonly();
export type Uncertainty = z.infer<typeof uncertaintySchema>;
