import { foldWords } from '#core/fields/fold-words.ts';
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
  /** Initiatives that answer a trend, by the trend's row id. */
  readonly answers: ReadonlyMap<string, readonly Initiative[]>;
  /** Trends that no initiative answers. */
  readonly unansweredTrends: readonly Trend[];
  /** Initiatives that answer no trend. */
  readonly idleInitiatives: readonly Initiative[];
  /** Trends that name something that is no initiative, with what they name. */
  readonly unknownReferences: readonly { readonly trendRowId: string; readonly reference: string }[];
}

/**
 * Joins trends to the initiatives they name, by row id where the column is a lookup, else by business id or title,
 * words folded; a business id is tried first. Two initiatives of one name both answer.
 */
export function findTrendGaps<Initiative extends AnsweringInitiative>(
  trends: readonly Trend[],
  initiatives: readonly Initiative[],
): TrendGaps<Initiative> {
  const byRow = new Map(initiatives.map((initiative) => [initiative.rowId, initiative]));
  const byBusinessId = grouped(initiatives, (initiative) => initiative.businessId);
  const byTitle = grouped(initiatives, (initiative) => initiative.title);
  const answers = new Map<string, readonly Initiative[]>();
  const unknownReferences: { trendRowId: string; reference: string }[] = [];
  const active = new Set<string>();
  for (const trend of trends) {
    const found = new Map<string, Initiative>();
    for (const reference of trend.initiatives) {
      const named =
        reference.by === 'row'
          ? [byRow.get(reference.rowId)].filter((initiative) => initiative !== undefined)
          : (byBusinessId.get(reference.folded) ?? byTitle.get(reference.folded) ?? []);
      if (named.length === 0) {
        const text = reference.by === 'row' ? reference.rowId : reference.text;
        unknownReferences.push({ trendRowId: trend.rowId, reference: text });
      }
      for (const initiative of named) {
        found.set(initiative.rowId, initiative);
        active.add(initiative.rowId);
      }
    }
    answers.set(trend.rowId, [...found.values()]);
  }
  return {
    answers,
    unansweredTrends: trends.filter((trend) => (answers.get(trend.rowId) ?? []).length === 0),
    idleInitiatives: initiatives.filter((initiative) => !active.has(initiative.rowId)),
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
