/** Highest answer of the model's statements; the lowest is 1. METHOD.md section 3. */
export const MATURITY_SCALE_MAXIMUM = 6;

/**
 * What became of a maturity row, in one byte: 1–6 is the answer itself, the rest as named, and from `setAside` on the
 * number of the reason.
 */
export const ROW_CODES = { leftOut: 7, otherYear: 8, setAside: 16 } as const;
