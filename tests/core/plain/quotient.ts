/** Quotients of bigints, as plainly as can be: the second implementation shares no code with core, not even its arithmetic. */
export type Quotient = readonly [numerator: bigint, denominator: bigint];

export function quotient(numerator: bigint, denominator = 1n): Quotient {
  if (denominator === 0n) throw new RangeError('denominator 0');
  const sign = denominator < 0n ? -1n : 1n;
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator * sign];
  const positive = b;
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = a === 0n ? 1n : a;
  return [(numerator * sign) / divisor, positive / divisor];
}

export const plus = (a: Quotient, b: Quotient) => quotient(a[0] * b[1] + b[0] * a[1], a[1] * b[1]);
export const minus = (a: Quotient, b: Quotient) => quotient(a[0] * b[1] - b[0] * a[1], a[1] * b[1]);
export const times = (a: Quotient, b: Quotient) => quotient(a[0] * b[0], a[1] * b[1]);
export const over = (a: Quotient, b: Quotient) => quotient(a[0] * b[1], a[1] * b[0]);
export const isLess = (a: Quotient, b: Quotient) => a[0] * b[1] < b[0] * a[1];

/** "93/25", or "4" where the denominator is 1. */
export const written = ([numerator, denominator]: Quotient) =>
  denominator === 1n ? `${numerator}` : `${numerator}/${denominator}`;

/** Reads a plain decimal such as "-3.72". */
export function decimal(text: string): Quotient {
  const [whole = '', fraction = ''] = text.split('.');
  return quotient(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

/** Rounds half away from zero and writes `places` decimals: digit by digit, as on paper. */
export function rounded([numerator, denominator]: Quotient, places: number): string {
  const scaled = (numerator < 0n ? -numerator : numerator) * 10n ** BigInt(places);
  const whole = scaled / denominator + ((scaled % denominator) * 2n >= denominator ? 1n : 0n);
  const digits = `${whole}`.padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return numerator < 0n && whole !== 0n ? `-${text}` : text;
}
