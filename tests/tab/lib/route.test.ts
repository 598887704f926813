import { describe, expect, it } from 'vitest';
import { formatRoute, hrefOf, parseRoute, START_ROUTE } from '../../../tab/src/lib/route.ts';

describe('a route', () => {
  it('is read from what a digest links to', () => {
    expect(parseRoute('overview?year=2025')).toEqual({ ...START_ROUTE, year: 2025 });
  });

  it('is read from the address bar with its hash', () => {
    expect(parseRoute('#/delivery?year=2024&explain=delivery')).toEqual({
      ...START_ROUTE,
      page: 'delivery',
      year: 2024,
      explain: 'delivery',
    });
  });

  it.each(['', '#', '#/', 'nowhere', '../settings', 'javascript:alert(1)'])(
    'falls back to the start for %j',
    (text) => {
      expect(parseRoute(text)).toEqual(START_ROUTE);
    },
  );

  it.each(['1999', '2101', '2025.5', 'NaN', ''])('has no year where the address says %j', (year) => {
    expect(parseRoute(`overview?year=${year}`).year).toBeNull();
  });

  it('ignores a figure and a language that do not exist', () => {
    expect(parseRoute('benefit?explain=__proto__&language=de')).toEqual({ ...START_ROUTE, page: 'benefit' });
  });

  it('comes back as it was written', () => {
    const route = {
      ...START_ROUTE,
      page: 'benefit',
      year: 2023,
      explain: 'benefitCoverage',
      language: 'en',
    } as const;
    expect(parseRoute(formatRoute(route))).toEqual(route);
    expect(hrefOf(route)).toBe('#/benefit?year=2023&explain=benefitCoverage&language=en');
  });

  it('carries what a page is turned to, and a scenario', () => {
    const route = {
      ...START_ROUTE,
      page: 'what-if',
      against: 2023,
      unit: 'Utbildning/Förskola & skola',
      object: 'Ledning och styrning',
      trend: '7',
      scenario: 'maturityPercent:70_benefit:9.1',
    } as const;
    expect(parseRoute(formatRoute(route))).toEqual(route);
    expect(parseRoute(`overview?scenario=${'x'.repeat(9)}&unit=${'y'.repeat(301)}`)).toEqual(START_ROUTE);
  });

  it('names a sub-page of the settings and what is open in it', () => {
    const route = {
      ...START_ROUTE,
      page: 'settings',
      section: 'sources',
      detail: 'initiatives',
      year: 2025,
    } as const;
    expect(formatRoute(route)).toBe('settings/sources/initiatives?year=2025');
    expect(parseRoute('#/settings/sources/initiatives?year=2025')).toEqual(route);
  });

  it.each(['settings', 'settings/', 'settings/nowhere', 'settings/nowhere/initiatives'])(
    'opens the first sub-page of the settings for %j',
    (text) => {
      expect(parseRoute(text)).toEqual({ ...START_ROUTE, page: 'settings', section: 'sources' });
    },
  );

  it('has no sub-page outside the settings, and no detail that is not a plain name', () => {
    expect(parseRoute('overview/refresh/x')).toEqual(START_ROUTE);
    expect(parseRoute('settings/sources/../overview').detail).toBeNull();
    expect(parseRoute('settings/sources/%3Cimg%3E').detail).toBeNull();
  });
});
