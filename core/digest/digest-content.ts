import type { YearComparison, Contributor } from '#core/change/year-comparison.ts';
import { exact } from '#core/number/exact.ts';
import type { FigureUnit } from '#core/number/shown.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { ResultFigure } from '#core/result/figure.ts';
import type { FindingRule } from '#core/quality/finding-schema.ts';
import type { IndexResult } from '#core/result/result-schema.ts';

/** A figure of a digest with its change since last year; `change` null where no year is compared. */
export interface DigestFigure {
  readonly id: FigureId;
  readonly unit: FigureUnit;
  readonly figure: ResultFigure;
  readonly change: ResultFigure | null;
}

/** What one part did to the index's change. */
export interface DigestReason {
  readonly contributor: Contributor;
  readonly contribution: ResultFigure;
}

/** Something that needs attention: a data-quality rule and how many times it was broken. */
export interface DigestAttention {
  readonly rule: FindingRule;
  readonly severity: 'error' | 'warning';
  readonly count: number;
}

/**
 * What a digest says of the whole organisation, in no language and no layout: the card, and any later channel, only
 * writes it out.
 */
export interface DigestContent {
  readonly kind: 'index';
  readonly organisationName: string;
  readonly year: number;
  readonly running: boolean;
  readonly computedAt: string;
  readonly index: DigestFigure;
  readonly components: readonly DigestFigure[];
  /** Figures behind the components, in the order of the method. */
  readonly details: readonly DigestFigure[];
  /** The year that changes are told against; null where none is. */
  readonly against: number | null;
  readonly comparable: boolean;
  /** Greatest effect first. */
  readonly reasons: readonly DigestReason[];
  /** What no known contribution explains; null where the contributions sum to the change. */
  readonly remainder: ResultFigure | null;
  readonly attention: readonly DigestAttention[];
}

/**
 * Says what a digest of a year says.
 *
 * @param result the open view, masked with the stricter minimum ({@link openView})
 * @param comparison with the year before; null where that is not computed
 */
export function digestContent(result: IndexResult, comparison: YearComparison | null): DigestContent {
  const figure = (id: FigureId, change: ResultFigure | null = null): DigestFigure => {
    const { unit, figure: value } = result.figures[id];
    return { id, unit, figure: value, change };
  };
  const changes = comparison?.componentChanges;
  return {
    kind: 'index',
    organisationName: result.organisationName,
    year: result.year,
    running: result.running,
    computedAt: result.computedAt,
    index: figure('index', comparison?.indexChange),
    components: [
      figure('preconditions', changes?.preconditions),
      figure('delivery', changes?.delivery),
      figure('benefit', changes?.benefit),
    ],
    details: [
      figure('maturityPercent'),
      figure('employeeMean'),
      figure('decidedInitiatives', comparison?.decidedInitiativesChange),
      figure('benefitCoverage'),
    ],
    against: comparison?.against ?? null,
    comparable: comparison?.comparable ?? true,
    reasons: comparison ? reasonsOf(comparison) : [],
    remainder: comparison && !isZero(comparison.remainder) ? comparison.remainder : null,
    attention: attentionOf(result),
  };
}

function reasonsOf({ contributions }: YearComparison): readonly DigestReason[] {
  return contributions
    .filter(({ contribution }) => contribution.kind === 'value' && !isZero(contribution))
    .map(({ contributor, contribution }) => ({ contributor, contribution }))
    .sort((a, b) => sizeOf(b.contribution).compare(sizeOf(a.contribution)));
}

function sizeOf(figure: ResultFigure) {
  return exact(figure.kind === 'value' ? (figure.exact ?? figure.shown) : '0').abs();
}

function isZero(figure: ResultFigure): boolean {
  return figure.kind === 'value' && sizeOf(figure).equals(0);
}

/** What breaks the rules, errors first, most frequent first; each rule once. */
export function attentionOf({ findings }: IndexResult): readonly DigestAttention[] {
  const counts = new Map<FindingRule, DigestAttention>();
  for (const { rule, severity, count } of findings) {
    if (severity === 'info') continue;
    counts.set(rule, { rule, severity, count: (counts.get(rule)?.count ?? 0) + count });
  }
  return [...counts.values()].sort(
    (a, b) => Number(b.severity === 'error') - Number(a.severity === 'error') || b.count - a.count,
  );
}
