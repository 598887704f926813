import { describe, expect, it } from 'vitest';
import { changesBetween } from '#core/settings/changes-between.ts';
import { mergeSettings } from '#core/settings/merge-settings.ts';
import { settingsSchema, type Settings } from '#core/settings/settings-schema.ts';

const BASE = settingsSchema.parse({ organisationName: 'Ekvikens kommun', years: [2024, 2025], sources: [] });
const withMethod = (settings: Settings, method: Partial<Settings['method']>): Settings => ({
  ...settings,
  method: { ...settings.method, ...method },
});

describe('two who change the settings at once', () => {
  it('both get their changes where they changed different things', () => {
    const mine = withMethod(BASE, { benefitCap: '0.9' });
    const theirs = { ...withMethod(BASE, { minimumGroupSize: 7 }), years: [2023, 2024, 2025] };
    const { settings, bothChanged } = mergeSettings(BASE, mine, theirs);
    expect(settings).toEqual({
      ...withMethod(BASE, { benefitCap: '0.9', minimumGroupSize: 7 }),
      years: [2023, 2024, 2025],
    });
    expect(bothChanged).toEqual([]);
  });

  it('are told of what both changed, and mine is taken', () => {
    const mine = { ...withMethod(BASE, { benefitCap: '0.9' }), organisationName: 'Mitt namn' };
    const theirs = { ...withMethod(BASE, { benefitCap: '0.8' }), organisationName: 'Deras namn' };
    const { settings, bothChanged } = mergeSettings(BASE, mine, theirs);
    expect([settings.method.benefitCap, settings.organisationName]).toEqual(['0.9', 'Mitt namn']);
    expect(bothChanged).toEqual(['method.benefitCap', 'organisationName']);
  });

  it('do not disagree where both made the same change', () => {
    const same = withMethod(BASE, { benefitCap: '0.9' });
    expect(mergeSettings(BASE, same, same)).toEqual({ settings: same, bothChanged: [] });
  });

  it('keep theirs where I changed nothing', () => {
    const theirs = { ...BASE, years: [2025] };
    expect(mergeSettings(BASE, BASE, theirs).settings).toEqual(theirs);
  });
});

describe('changes between settings', () => {
  it('are named by their deepest paths', () => {
    const after = { ...withMethod(BASE, { benefitCap: '0.9' }), years: [2024] };
    expect(changesBetween(BASE, after)).toEqual([
      { path: 'method.benefitCap', before: '1', after: '0.9' },
      { path: 'years', before: BASE.years, after: [2024] },
    ]);
  });
});
