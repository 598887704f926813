/** When a trend is felt, the nearest first. METHOD.md section 13. */
export const HORIZONS = ['now', '1-3-years', '3-plus-years'] as const;
export type Horizon = (typeof HORIZONS)[number];
