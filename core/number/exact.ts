import Fraction from 'fraction.js';

/**
 * An exact rational number. Every figure of the method is one until it is shown, because floating point
 * rounds 3,275 to 3,27 where the rule says 3,28. METHOD.md section 1.
 */
export type Exact = Fraction;

/** What {@link exact} takes: a safe integer, a bigint, a plain decimal string such as "3.72" or a quotient such as "93/25". */
export type ExactInput = number | bigint | string;

/**
 * Makes an exact rational.
 *
 * @throws RangeError for a number that is not a safe integer, since a binary fraction has already lost its digits.
 */
export function exact(input: ExactInput): Exact {
  if (typeof input === 'number' && !Number.isSafeInteger(input)) {
    throw new RangeError(`exact() takes integers, decimal strings and quotients, not the number ${input}`);
  }
  return new Fraction(input);
}

/** The rational as a quotient in lowest terms, "93/25", or "4" where the denominator is 1. */
export function toQuotient(value: Exact): string {
  return value.toFraction();
}

export const ZERO: Exact = exact(0);
