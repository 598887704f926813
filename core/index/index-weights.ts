/**
 * What each part weighs in the index, as quotients, and where that comes from. The one place where weights stand.
 * METHOD.md section 1.
 */
export const INDEX_WEIGHTS = {
  maturity: { weight: '1/6', source: 'Nacka kommun, Digitaliseringsrapport 2025, chapter 4' },
  employee: { weight: '1/6', source: 'Nacka kommun, Digitaliseringsrapport 2025, chapter 4' },
  delivery: { weight: '1/3', source: 'Nacka kommun, Digitaliseringsrapport 2025, chapter 4' },
  benefit: { weight: '1/3', source: 'Nacka kommun, Digitaliseringsrapport 2025, chapter 4' },
} as const;
export type IndexPart = keyof typeof INDEX_WEIGHTS;
