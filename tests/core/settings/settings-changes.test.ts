import { describe, expect, it } from 'vitest';
import { settingsChanges } from '#core/settings/settings-changes.ts';
import { sampleSettings } from '../../../local/sample-tenant/sample-settings.ts';

const [first, ...others] = sampleSettings.sources;

describe('changes of the settings', () => {
  it('are one where the first of many sources is taken away, and the others have moved up', () => {
    const changes = settingsChanges(sampleSettings, { ...sampleSettings, sources: others });
    expect(changes).toEqual([
      {
        path: `sources.${first?.id ?? ''}`,
        before: first,
        after: null,
        source: { topic: first?.topic, name: 'Enheter' },
      },
    ]);
  });

  it('are none where the sources only stand in another order', () => {
    const sources = sampleSettings.sources.toReversed();
    expect(settingsChanges(sampleSettings, { ...sampleSettings, sources })).toEqual([]);
  });

  it('tell a typed figure by its year and figure', () => {
    const typed = { year: 2024, figure: 'index', value: '8.1', source: 'Rapport', sourceDate: null } as const;
    const before = { ...sampleSettings, publishedFigures: [typed] };
    const after = { ...before, publishedFigures: [{ ...typed, value: '8.2' }] };
    expect(settingsChanges(before, after)).toEqual([
      { path: 'publishedFigures.2024 index.value', before: '8.1', after: '8.2' },
    ]);
  });

  it('name each source of the first version by itself', () => {
    const paths = settingsChanges(null, sampleSettings).map(({ path }) => path);
    for (const { id } of sampleSettings.sources) expect(paths).toContain(`sources.${id}`);
    expect(paths).toContain('organisationName');
  });
});
