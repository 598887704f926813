import { z } from 'zod';
import { toQuotient, type Exact } from '#core/number/exact.ts';
import { FIGURE_UNITS, shownFigure, type FigureUnit } from '#core/number/shown.ts';

/** Why a figure has no value, strongest first: a derived figure inherits the strongest among its inputs. METHOD.md section 1. */
export const ABSENCE_REASONS = [
  'invalid',
  'suppressed',
  'pending',
  'insufficient',
  'missing',
  'not-applicable',
] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** A figure inside the method: an exact value or a coded reason. Missing is never zero. */
export type Figure = Present | Absent;
export interface Present {
  readonly kind: 'value';
  readonly value: Exact;
}
export interface Absent {
  readonly kind: 'absent';
  readonly reason: AbsenceReason;
}

export function present(value: Exact): Present {
  return { kind: 'value', value };
}

export function absent(reason: AbsenceReason): Absent {
  return { kind: 'absent', reason };
}

/**
 * Computes a figure from others: the value where all are present, else the strongest reason among them.
 * `not-applicable` is never inherited: a figure derived from one is `missing`. METHOD.md section 1.
 */
export function derive(inputs: readonly Figure[], compute: (values: readonly Exact[]) => Exact): Figure {
  const values: Exact[] = [];
  let strongest: AbsenceReason | undefined;
  for (const input of inputs) {
    if (input.kind === 'value') {
      values.push(input.value);
      continue;
    }
    const reason = input.reason === 'not-applicable' ? 'missing' : input.reason;
    if (strongest === undefined || ABSENCE_REASONS.indexOf(reason) < ABSENCE_REASONS.indexOf(strongest)) {
      strongest = reason;
    }
  }
  return strongest === undefined ? present(compute(values)) : absent(strongest);
}

/** A figure as a result carries it: `shown` with a decimal point, `exact` as a quotient, null where only the shown value is published. */
export const resultFigureSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('value'),
      shown: z.string().describe('Rounded half away from zero, decimal point'),
      exact: z
        .string()
        .nullable()
        .describe('Quotient in lowest terms; null where only the shown value is published'),
    })
    .readonly(),
  z.object({ kind: z.literal('absent'), reason: z.enum(ABSENCE_REASONS) }).readonly(),
]);
export type ResultFigure = z.infer<typeof resultFigureSchema>;

export const figureUnitSchema = z.enum(FIGURE_UNITS);

/** An organisation's figure for the result, with its exact value. */
export function toResultFigure(figure: Figure, unit: FigureUnit): ResultFigure {
  return figure.kind === 'absent'
    ? figure
    : { kind: 'value', shown: shownFigure(figure.value, unit), exact: toQuotient(figure.value) };
}

/** A unit's figure for the result: the shown value only, never the exact fraction. METHOD.md section 6, rule 5. */
export function toShownOnly(figure: Figure, unit: FigureUnit): ResultFigure {
  return figure.kind === 'absent'
    ? figure
    : { kind: 'value', shown: shownFigure(figure.value, unit), exact: null };
}
