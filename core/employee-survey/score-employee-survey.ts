import type { UnitCounts } from '#core/masking/unit-tree.ts';
import { exact, type Exact } from '#core/number/exact.ts';
import { absent, derive, present, type Figure } from '#core/result/figure.ts';
import type { MethodSettings } from '#core/settings/method-settings.ts';

/** What a group of answers comes to. METHOD.md section 2. */
export interface EmployeeScore {
  readonly n: Figure;
  /** 1–5. */
  readonly mean: Figure;
  /** 0–100 by the conversion in force. */
  readonly percent: Figure;
  /** Shares of valid answers 4–5, 3 and 1–2, each 0–100. */
  readonly positive: Figure;
  readonly neutral: Figure;
  readonly negative: Figure;
}

/** Converts a mean of 1–5 to percent: mean/5 (`share-of-max`, the report's own) or (mean − 1)/4 (`range`). */
export function toEmployeePercent(mean: Exact, conversion: MethodSettings['employeeConversion']): Exact {
  switch (conversion) {
    case 'share-of-max':
      return mean.div(5).mul(100);
    case 'range':
      return mean.sub(1).div(4).mul(100);
  }
}

/** Scores a group of answers. Without answers everything is `missing`; without counts per value the bands are. */
export function scoreAnswers(
  group: UnitCounts,
  conversion: MethodSettings['employeeConversion'],
): EmployeeScore {
  const mean: Figure =
    group.n === 0 || group.sumHundredths === null
      ? absent('missing')
      : present(exact(group.sumHundredths).div(100).div(group.n));
  const counts = group.counts;
  const share = (...values: readonly (0 | 1 | 2 | 3 | 4)[]): Figure =>
    counts === null || group.n === 0
      ? absent('missing')
      : present(
          exact(values.reduce<number>((sum, value) => sum + counts[value], 0))
            .div(group.n)
            .mul(100),
        );
  return {
    n: group.n === 0 ? absent('missing') : present(exact(group.n)),
    mean,
    percent: derive([mean], ([value = exact(0)]) => toEmployeePercent(value, conversion)),
    positive: share(3, 4),
    neutral: share(2),
    negative: share(0, 1),
  };
}

/** Answers of those invited, 0–100 percent: `missing` where invited is unknown, `invalid` where fewer were invited. */
export function responseRate(n: number, invited: number | null): Figure {
  if (invited === null || invited === 0) return absent('missing');
  return n > invited ? absent('invalid') : present(exact(n).div(invited).mul(100));
}

/** While the round is open: nothing but the organisation's answer count, in steps of ten. METHOD.md section 6, rule 7. */
export function pendingScore(answers: number): EmployeeScore {
  const pending = absent('pending');
  return {
    n: present(exact(Math.floor(answers / 10) * 10)),
    mean: pending,
    percent: pending,
    positive: pending,
    neutral: pending,
    negative: pending,
  };
}
