import { changesBetween, type Change } from './changes-between.ts';
import type { Settings } from './settings-schema.ts';
import { locationName } from './source-location.ts';
import type { SourceSettings } from './source-settings.ts';

/** What names a member of a list in the settings, so that a change says which, not where it stood. */
const MEMBER_NAMES = {
  sources: (member: SourceSettings) => member.id,
  publishedFigures: ({ year, figure }: Settings['publishedFigures'][number]) => `${year} ${figure}`,
  publishedUnits: ({ year, unit }: Settings['publishedUnits'][number]) => `${year} ${unit}`,
  nationalMaturity: ({ year }: Settings['nationalMaturity'][number]) => String(year),
} as const;

/**
 * What differs between two versions of the settings: `sources.initiativ.mapping.status`, `publishedFigures.2024 index.value`.
 * Members of lists are compared by what they are, wherever they stand; each change of a source tells the topic and the
 * list's name as well.
 *
 * @param before null or undefined for the first version: then every part is a change
 */
export function settingsChanges(before: Settings | null | undefined, after: Settings): readonly Change[] {
  const [was, is] = [before ? byName(before) : EMPTY, byName(after)];
  return changesBetween(was, is).map((change) => {
    const [part, id] = change.path.split('.');
    if (part !== 'sources') return change;
    const isIt = (source: SourceSettings) => source.id === id;
    const source = after.sources.find(isIt) ?? before?.sources.find(isIt);
    return source
      ? { ...change, source: { topic: source.topic, name: locationName(source.location) } }
      : change;
  });
}

/** Parts that are looked into even where the other side has none. */
const EMPTY = { sources: {}, publishedFigures: {}, publishedUnits: {}, nationalMaturity: {}, method: {} };

function byName(settings: Settings) {
  return {
    ...settings,
    sources: named(settings.sources, MEMBER_NAMES.sources),
    publishedFigures: named(settings.publishedFigures, MEMBER_NAMES.publishedFigures),
    publishedUnits: named(settings.publishedUnits, MEMBER_NAMES.publishedUnits),
    nationalMaturity: named(settings.nationalMaturity, MEMBER_NAMES.nationalMaturity),
  };
}

/** Two of one name are told apart by their order. A point would end the name in a path. */
function named<Member>(
  members: readonly Member[],
  nameOf: (member: Member) => string,
): Readonly<Record<string, Member>> {
  const found: Record<string, Member> = {};
  for (const member of members) {
    const name = nameOf(member).replaceAll('.', ' ');
    let free = name;
    for (let number = 2; free in found; number += 1) free = `${name} (${number})`;
    found[free] = member;
  }
  return found;
}
