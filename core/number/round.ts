import { exact, type Exact } from './exact.ts';

/**
 * Rounds half away from zero and writes the number with a decimal point and exactly `decimals` digits:
 * 393/120 at two decimals is "3.28", −0,05 at one decimal is "-0.1". Never "-0.0". METHOD.md section 1.
 *
 * @param decimals whole number, 0 or more
 */
export function roundHalfAway(value: Exact, decimals: number): string {
  const magnitude = value
    .abs()
    .mul(exact(10n ** BigInt(decimals)))
    .add(exact('1/2'));
  const digits = (magnitude.n / magnitude.d).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`;
  const isZero = /^0*$/.test(digits);
  return `${value.s < 0n && !isZero ? '-' : ''}${whole}${fraction}`;
}
