/** Place, columns, values, preview. */
export const STEPS = 4;
