import { exact, type Exact } from './exact.ts';

/** Why a cell is not a number. */
export type NumberProblem = 'blank' | 'not-a-number';

export type ParsedNumber =
  | { readonly kind: 'number'; readonly value: Exact }
  | { readonly kind: 'problem'; readonly problem: NumberProblem };

/** Longer than any figure of a municipality; keeps a cell full of digits from costing more than it is worth. */
const MAX_TEXT_LENGTH = 64;
/** Digits in groups of three (space, no-break space, narrow no-break space, thin or figure space) or without any. */
const NUMBER_TEXT = /^([-\u2212]?)(\d+|\d{1,3}(?:[ \u00a0\u202f\u2009\u2007]\d{3})+)(?:[.,](\d+))?$/;
const PERCENT_SIGN = /\s*%$/u;
const NOT_A_NUMBER: ParsedNumber = { kind: 'problem', problem: 'not-a-number' };
const BLANK: ParsedNumber = { kind: 'problem', problem: 'blank' };

/**
 * Reads a number as Swedish lists write it: decimal comma or point, leading minus (also U+2212), spaces of several
 * kinds between groups of three digits, and a trailing percent sign only where a percentage is expected.
 * "1 2" and "1.234,5" are not numbers: whoever reads them as 12 or 1 234,5 guesses. METHOD.md section 1.
 *
 * A JavaScript number (SharePoint's JSON) is read by its shortest decimal text, so 0.651 is exactly 651/1000;
 * NaN and the infinities are not numbers. Never throws, whatever the cell holds.
 *
 * @param input anything a list cell may hold
 * @param options.percent true where "65,1 %" is a fair way to write the value (the sign is dropped, nothing is scaled)
 */
export function parseNumber(input: unknown, options: { readonly percent?: boolean } = {}): ParsedNumber {
  if (input === null || input === undefined) return BLANK;
  if (typeof input === 'number') return fromNumber(input);
  if (typeof input !== 'string') return NOT_A_NUMBER;
  const trimmed = input.trim();
  if (trimmed === '') return BLANK;
  if (trimmed.length > MAX_TEXT_LENGTH) return NOT_A_NUMBER;
  const match = NUMBER_TEXT.exec(options.percent === true ? trimmed.replace(PERCENT_SIGN, '') : trimmed);
  if (!match) return NOT_A_NUMBER;
  const [, sign = '', grouped = '', fraction] = match;
  const whole = grouped.replace(/\D/g, '');
  return {
    kind: 'number',
    value: exact(`${sign === '' ? '' : '-'}${whole}${fraction === undefined ? '' : `.${fraction}`}`),
  };
}

function fromNumber(input: number): ParsedNumber {
  if (!Number.isFinite(input)) return NOT_A_NUMBER;
  // The shortest text that gives the number back is what its author typed; large and small ones come with an exponent.
  const [mantissa = '0', power = '0'] = String(input).split('e');
  const exponent = Number(power);
  const scale = exact(10n ** BigInt(Math.abs(exponent)));
  const value = exact(mantissa);
  return { kind: 'number', value: exponent < 0 ? value.div(scale) : value.mul(scale) };
}
