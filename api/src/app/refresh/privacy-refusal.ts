import type { SurveyTopic } from '#core/masking/published-table.ts';
import type { Violation, ViolationRule } from '#core/masking/violation.ts';
import type { ProblemCode } from '#core/contracts/problem.ts';
import type { Settings } from '#core/settings/settings-schema.ts';
import { locationName } from '#core/settings/source-location.ts';
import { ProblemError } from '../errors.ts';

/** Violations that need an earlier result: what the admin can mend is what has changed since. */
const CHANGED: ReadonlySet<ViolationRule> = new Set([
  'shown-after-hidden',
  'few-changed',
  'same-count-changed',
  'change-gives-away',
  'few-left',
  'parts-changed',
]);

/**
 * Why a result must not be stored, as a problem that names the survey and what kind of thing happened; never a unit, a number
 * of answers or the rule that was broken, since those tell which group is small. Null where there is nothing against it.
 */
export function privacyRefusal(
  violations: readonly Violation[],
  settings: Settings,
  year: number,
): ProblemError | null {
  const units = violations.find(({ rule }) => rule === 'units-changed');
  const first = units ?? violations[0];
  if (!first) return null;
  const code: ProblemCode = units
    ? 'privacy-units-changed'
    : violations.every(({ rule }) => CHANGED.has(rule))
      ? 'privacy-survey-changed'
      : 'privacy-refused';
  return new ProblemError(code, { list: listName(settings, first.topic, year), year: String(year) });
}

function listName({ sources }: Settings, topic: SurveyTopic, year: number): string {
  const source = sources.find(
    ({ topic: other, years }) => other === topic && (years.length === 0 || years.includes(year)),
  );
  return source ? locationName(source.location) : '';
}
