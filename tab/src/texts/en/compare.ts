import type { compareSv } from '../sv/compare.ts';

export const compareEn: Readonly<Record<keyof typeof compareSv, string>> = {
  'compare.against': 'Compare with',
  'compare.none': 'There is no other computed year to compare with.',
  'compare.scores.title': 'Index and components, {before} and {after}',
  'compare.scores.lead': 'The bar shows {after}, the line where {before} stood.',
  'compare.scores.value': 'Before and after',
  'compare.figure': 'Figure',
  'compare.change': 'Change',
  'compare.caption': '{title}, {before} and {after}',
  'compare.points': '{change} pp',
};
