import { foldWords } from '#core/fields/fold-words.ts';
import { uniqueByRow } from '#core/portfolio/unique-by-row.ts';
import type { Trend } from './read-trends.ts';

/** What a trend can name an initiative by. */
export interface AnsweringInitiative {
  readonly rowId: string;
  /** Empty where the list has none. */
  readonly businessId: string;
  readonly title: string;
}

/** The gaps both ways between trends and initiatives. METHOD.md section 13. */
export interface TrendGaps<Initiative extends AnsweringInitiative> {
  /** Initiatives that answer a trend, by the trend itself: row ids are a list's own. */
  readonly answers: ReadonlyMap<Trend, readonly Initiative[]>;
  /** Trends that no initiative answers. */
  readonly unansweredTrends: readonly Trend[];
  /** Initiatives that answer no trend. */
  readonly idleInitiatives: readonly Initiative[];
  /** Trends that name something that is no initiative, with what they name. */
  readonly unknownReferences: readonly { readonly trend: Trend; readonly reference: string }[];
}

/**
 * Joins trends to the initiatives they name, by row id where the column is a lookup, else by business id or title,
 * words folded; a business id is tried first. Two initiatives of one name both answer; of a row id that two lists share
 * nobody can tell which is meant, so it names none.
 */
export function findTrendGaps<Initiative extends AnsweringInitiative>(
  trends: readonly Trend[],
  initiatives: readonly Initiative[],
): TrendGaps<Initiative> {
  const byRow = uniqueByRow(initiatives);
  const byBusinessId = grouped(initiatives, (initiative) => initiative.businessId);
  const byTitle = grouped(initiatives, (initiative) => initiative.title);
  const answers = new Map<Trend, readonly Initiative[]>();
  const unknownReferences: { trend: Trend; reference: string }[] = [];
  const active = new Set<Initiative>();
  for (const trend of trends) {
    const found = new Set<Initiative>();
    for (const reference of trend.initiatives) {
      const named =
        reference.by === 'row'
          ? [byRow.get(reference.rowId)].filter((initiative) => initiative !== undefined)
          : (byBusinessId.get(reference.folded) ?? byTitle.get(reference.folded) ?? []);
      if (named.length === 0) {
        const text = reference.by === 'row' ? reference.rowId : reference.text;
        unknownReferences.push({ trend, reference: text });
      }
      for (const initiative of named) {
        found.add(initiative);
        active.add(initiative);
      }
    }
    answers.set(trend, [...found]);
  }
  return {
    answers,
    unansweredTrends: trends.filter((trend) => (answers.get(trend) ?? []).length === 0),
    idleInitiatives: initiatives.filter((initiative) => !active.has(initiative)),
    unknownReferences,
  };
}

function grouped<Initiative>(
  initiatives: readonly Initiative[],
  nameOf: (initiative: Initiative) => string,
): ReadonlyMap<string, readonly Initiative[]> {
  const groups = new Map<string, Initiative[]>();
  for (const initiative of initiatives) {
    const name = foldWords(nameOf(initiative));
    if (name === '') continue;
    const group = groups.get(name);
    if (group) group.push(initiative);
    else groups.set(name, [initiative]);
  }
  return groups;
}
