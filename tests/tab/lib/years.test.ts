import { expect, it } from 'vitest';
import { languageOf } from '../../../tab/src/lib/language.ts';
import { latestYear } from '../../../tab/src/lib/latest-year.ts';
import { yearBefore } from '../../../tab/src/lib/resources/years.ts';
import { themeNameOf } from '../../../tab/src/lib/teams-theme.ts';
import { YEARS } from '../fixtures/years.ts';

it('shows the latest year that has been computed', () => {
  expect(latestYear(YEARS.years)).toBe(2025);
  expect(latestYear(YEARS.years.filter(({ year }) => year === 2026))).toBe(2026);
  expect(latestYear([])).toBeNull();
});

it('compares with the nearest earlier computed year', () => {
  expect(yearBefore(YEARS.years, 2026)).toBe(2025);
  expect(yearBefore(YEARS.years, 2025)).toBe(2024);
  expect(yearBefore(YEARS.years, 2023)).toBeNull();
});

it('speaks Swedish to every Swedish locale and English to all others', () => {
  expect(['sv', 'sv-SE', 'SV-fi'].map(languageOf)).toEqual(['sv', 'sv', 'sv']);
  expect(['en-us', 'nb-no', '', null, undefined].map(languageOf)).toEqual(['en', 'en', 'en', 'en', 'en']);
});

it('knows the themes of Teams and takes an unknown one for light', () => {
  expect(['default', 'dark', 'contrast', 'glass', 'new'].map(themeNameOf)).toEqual([
    'light',
    'dark',
    'contrast',
    'dark',
    'light',
  ]);
});
