import type { FindingRule } from '#core/quality/finding-schema.ts';

/** How much a finding weighs: `error` blocks publishing. */
export type Severity = 'error' | 'warning' | 'info';

export interface Rule {
  readonly severity: Severity;
  /** What is checked, for the documentation; the faces have their own texts per language. */
  readonly checks: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** The catalogue of data-quality rules. METHOD.md section 11 lists the same; a test holds the two together. */
export const RULES: Readonly<Record<FindingRule, Rule>> = {
  'column-missing': {
    severity: 'error',
    checks: 'A mapped column is gone from its list',
    remedy: 'Map the column again, or restore it in the list',
  },
  'column-unmapped': {
    severity: 'error',
    checks: 'A column that the method needs is not mapped',
    remedy: 'Choose the column in the source’s settings',
  },
  'column-type-changed': {
    severity: 'error',
    checks:
      'A mapped column is of another type now than when it was mapped, so its values are read another way',
    remedy: 'Restore the type in the list, or look at the source in the settings and save it as it is now',
  },
  'status-unknown': {
    severity: 'error',
    checks: 'An initiative has a status that is not mapped; leaving it out would raise the score',
    remedy: 'Map the status to one of the method’s six',
  },
  'kind-unknown': {
    severity: 'warning',
    checks: 'A benefit has a kind that is not mapped; it is scored all the same',
    remedy: 'Map the kind, or correct it in the list',
  },
  'year-missing': {
    severity: 'warning',
    checks: 'A row has no year and is set aside',
    remedy: 'Enter the year or date in the list',
  },
  'year-unreadable': {
    severity: 'warning',
    checks: 'A row’s year is neither a year nor a date; the row is set aside',
    remedy: 'Correct the year or date in the list',
  },
  'answer-not-on-scale': {
    severity: 'warning',
    checks: 'An answer is neither on the scale nor a wording that is left out; it is set aside',
    remedy: 'Map the wording to a value, or add it to the wordings left out',
  },
  'not-a-number': {
    severity: 'warning',
    checks: 'A cell that should hold a number does not; the row is set aside',
    remedy: 'Correct the cell in the list',
  },
  'scale-out-of-range': {
    severity: 'warning',
    checks: 'A portfolio position lies outside its scale; the row takes no part in that scale',
    remedy: 'Correct the value, or the scale ends in the settings',
  },
  'business-id-twice': {
    severity: 'error',
    checks: 'Two rows have the same business id; both count until it is mended',
    remedy: 'Give each row its own id, or delete the copy',
  },
  'baseline-blank': {
    severity: 'warning',
    checks:
      'A benefit has no baseline although the list has the column; the row is set aside, since zero would mislead',
    remedy: 'Enter the baseline in the list',
  },
  'expected-equals-baseline': {
    severity: 'warning',
    checks: 'A benefit expects no change, so attainment has no meaning; the row is set aside',
    remedy: 'Correct the expected value or the baseline',
  },
  'negative-weight': {
    severity: 'warning',
    checks: 'A benefit has a weight under zero; the row is set aside',
    remedy: 'Correct the weight in the list',
  },
  'initiative-not-found': {
    severity: 'warning',
    checks: 'A benefit refers to an initiative that is not in the list of initiatives',
    remedy: 'Correct the reference in the benefit register',
  },
  'no-decided-initiative': {
    severity: 'error',
    checks: 'No initiative of the year is decided, so delivery has no denominator',
    remedy: 'Check the year and status of the initiatives',
  },
  'unit-unknown': {
    severity: 'warning',
    checks: 'An answer names a unit that is not in the unit list; it counts in the total only',
    remedy: 'Add the unit to the unit list',
  },
  'unit-cycle': {
    severity: 'error',
    checks: 'Units name each other as parent; they are placed at the top',
    remedy: 'Correct the parent in the unit list',
  },
  'count-mismatch': {
    severity: 'warning',
    checks: 'A unit’s n is not the sum of its counts; the row is set aside',
    remedy: 'Correct n or the counts',
  },
  'area-unknown': {
    severity: 'warning',
    checks: 'A maturity answer names an area that is not mapped; it is set aside',
    remedy: 'Map the area to one of the six',
  },
  'respondent-missing': {
    severity: 'warning',
    checks: 'A maturity answer has no respondent, so persons can’t be counted; it is set aside',
    remedy: 'Fill in the respondent column',
  },
  'title-missing': {
    severity: 'info',
    checks: 'A row has no title; it is shown by its id',
    remedy: 'Enter a title in the list',
  },
  'source-not-read': {
    severity: 'error',
    checks: 'A source could not be read',
    remedy: 'Test the source’s connection in the settings',
  },
  'fewer-rows': {
    severity: 'warning',
    checks: 'A source has over 20 % fewer rows than last time',
    remedy: 'Check that no rows were deleted or filtered away',
  },
  'source-unchanged': {
    severity: 'warning',
    checks: 'A source has not changed for 400 days',
    remedy: 'Check that the list is still the one in use',
  },
  'low-response-rate': {
    severity: 'warning',
    checks: 'Under 60 % of those invited answered',
    remedy: 'Read the figure with its worst case',
  },
  'response-falling-score-rising': {
    severity: 'warning',
    checks:
      'The response rate fell while the score rose: those who stopped answering may be the less content',
    remedy: 'Compare the worst cases of both years',
  },
  'published-differs': {
    severity: 'warning',
    checks: 'A published figure and the computed one differ at the published number of decimals',
    remedy: 'Check the published figure, or restate it',
  },
  'units-changed': {
    severity: 'warning',
    checks: 'Units were added, removed or moved since last year',
    remedy: 'Compare units by id with care',
  },
  'benefit-coverage-low': {
    severity: 'warning',
    checks: 'Fewer of the year’s indicators are measured than the minimum coverage',
    remedy: 'Measure more indicators before the figure is used',
  },
  'benefit-over-expected': {
    severity: 'info',
    checks: 'An indicator delivered more than expected; it is capped',
    remedy: 'Nothing; the uncapped figure is shown beside',
  },
  'statement-in-two-areas': {
    severity: 'warning',
    checks: 'A maturity statement stands in two areas; it counts as one statement in each',
    remedy: 'Correct the area in the list',
  },
  'answered-twice': {
    severity: 'warning',
    checks: 'A respondent answered a statement twice; the last row counts',
    remedy: 'Delete the row that is not meant',
  },
  'invited-below-answers': {
    severity: 'error',
    checks: 'More persons answered than were invited',
    remedy: 'Correct the number of invited',
  },
  'second-source': {
    severity: 'error',
    checks: 'Two sources of one survey, or two unit lists, serve the same year; only the first is used',
    remedy: 'Take the year away from one of them, or remove it',
  },
  'published-unit-unusable': {
    severity: 'warning',
    checks:
      'A unit’s published percentage is not shown: no such unit, no number of persons, a number that the others contradict, or nobody answered there',
    remedy: 'Correct the unit or its number of persons among the published figures',
  },
  'unit-names-free-text': {
    severity: 'error',
    checks:
      'The column mapped as unit holds what people wrote rather than names of units; no unit is shown and its texts are not kept',
    remedy: 'Map the column that names the unit, or a unit list',
  },
};

/** Rules that compare figures of surveys with a limit: that one is broken tells on which side a withheld figure lies. */
export const RULES_OF_SURVEY_TOTALS: ReadonlySet<FindingRule> = new Set([
  'low-response-rate',
  'response-falling-score-rising',
  'published-differs',
  'invited-below-answers',
  'units-changed',
]);

/** Rules that a mapping or a list's columns break, whatever its rows say. */
export const RULES_OF_COLUMNS: ReadonlySet<FindingRule> = new Set([
  'column-missing',
  'column-unmapped',
  'source-not-read',
  'second-source',
]);

/** The severity of a rule. */
export function findingSeverity(rule: FindingRule): Severity {
  return RULES[rule].severity;
}
