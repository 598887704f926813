import { describe, expect, it } from 'vitest';
import type { Change } from '#core/settings/changes-between.ts';
import { settingsChanges } from '#core/settings/settings-changes.ts';
import { settingsSchema, type Settings } from '#core/settings/settings-schema.ts';
import { sampleSettings } from '../../../local/sample-tenant/sample-settings.ts';
import { settingName } from '../../../tab/src/components/setting-name.ts';
import { settingValue } from '../../../tab/src/components/setting-value.ts';
import { createTranslation } from '../../../tab/src/lib/translation.tsx';
import { en } from '../../../tab/src/texts/en.ts';
import { sv } from '../../../tab/src/texts/sv.ts';

const swedish = createTranslation('sv', sv);
const english = createTranslation('en', en);
/** What names a member, and so is never changed but with it. */
const KEPT = new Set(['id', 'topic', 'year', 'figure']);

/** The same settings with every leaf another. */
function altered(value: unknown, name = ''): unknown {
  if (KEPT.has(name)) return value;
  if (typeof value === 'string') return `${value}!`;
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (value === null) return 'something';
  if (Array.isArray(value)) return value.map((one) => altered(one));
  return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, altered(part, key)]));
}

const full = settingsSchema.parse({
  ...sampleSettings,
  publishedFigures: [{ year: 2024, figure: 'index', value: '8.1', source: 'Rapport' }],
  nationalMaturity: [{ year: 2024, percent: '60', source: 'DiMiOS' }],
});
const everything: readonly Change[] = [
  ...settingsChanges(full, altered(full) as Settings),
  ...settingsChanges(null, full),
];

describe('the name of what was changed', () => {
  it('is words rather than a path, for every setting there is, in both languages', () => {
    expect(everything.length).toBeGreaterThan(100);
    for (const translation of [swedish, english]) {
      const names = everything.map((change) => settingName(change, translation));
      // A word of the municipality's own stands between quotation marks.
      const bare = names.map((name) => name.replaceAll(/[”“][^”“]*[”“]/g, ''));
      expect(
        bare.filter((name) =>
          /[a-z]\.[a-z]|[a-z][A-Z]|_x00|mapping|sources/.test(name.replace('SharePoint', '')),
        ),
      ).toEqual([]);
    }
  });

  it('says which source and which column', () => {
    const [change] = settingsChanges(sampleSettings, {
      ...sampleSettings,
      sources: sampleSettings.sources.map((source) =>
        source.topic === 'initiatives'
          ? { ...source, mapping: { ...source.mapping, status: 'L_x00e4_ge' } }
          : source,
      ),
    });
    expect(change && settingName(change, swedish)).toBe('Initiativ, ”Digitala initiativ”: kolumn för Status');
    expect(change && settingName(change, english)).toBe(
      'Initiatives, “Digitala initiativ”: column for Status',
    );
    expect(settingValue(change?.after, swedish)).toBe('Läge');
  });

  it('says which typed figure', () => {
    expect(settingName({ path: 'publishedFigures.2024 index.value' }, swedish)).toBe(
      'Fastställda siffror: 2024 Digitaliseringsindex: Värde',
    );
  });

  it('of an old entry says which source by its place', () => {
    expect(settingName({ path: 'sources.2.mapping.status' }, swedish)).toBe('Källa 3: kolumn för Status');
  });
});

describe('a changed value', () => {
  it('that is a whole source is its parts, without ids that say nothing', () => {
    const source = sampleSettings.sources.find(({ topic }) => topic === 'initiatives');
    const text = settingValue(source, swedish);
    expect(text).toContain('Lista: Digitala initiativ');
    expect(text).toContain('kolumn för Status: ');
    expect(text).not.toMatch(/[{}"]|siteId|_x00/);
  });

  it('that is a list of words is the words', () => {
    expect(settingValue(['vet ej', 'ej aktuellt'], swedish)).toBe('vet ej, ej aktuellt');
    expect(settingValue([], english)).toBe(english.t('changes.nothing'));
    expect(settingValue('realised', swedish)).toBe('Realiserad');
  });
});
