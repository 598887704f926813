import type { SurveyTopic } from './published-table.ts';

/** What an audit can find. METHOD.md section 6. */
export const VIOLATION_RULES = {
  'small-group': 'The number of answers of a group smaller than the minimum follows',
  'one-answer-each': 'A group has as many answers as hidden units that must have some: each has exactly one',
  'gives-answers-away': 'All answers of a group but one at most follow from its mean',
  'alone-in-part':
    'Who is alone in a part of a group learns about fewer others than the minimum, or all their answers',
  'small-distribution': 'The bands of a group smaller than the minimum for distributions follow',
  'one-band': 'All answers of a group but one at most are in one band',
  'mean-beside-bands':
    'All answers of a group but one at most follow from its mean and the bands of a group around it',
  'figure-beside-hidden': 'A figure is shown of a unit whose number of answers is hidden',
  'interval-tells':
    'An interval is shown of too few answers, beside hidden bands, or so that all answers of a group but one follow',
  'mark-tells':
    'A clear difference is marked of a unit that is hidden or too small, or in a way that tells how alike answers are',
  'round-open': 'More than the number of answers in steps of ten is told of a round that is not closed',
  'not-separable':
    'What follows from the published totals could not be told apart into groups: nothing is proved',
  contradiction: 'Published figures do not agree with each other or with the answers',
  'units-changed': 'Units were added, removed or moved within the year',
  'shown-after-hidden': 'A cell that an earlier result of the year hid is shown',
  'few-changed': 'The difference from an earlier result of the year concerns fewer answers than the minimum',
  'same-count-changed': 'As many answers as in an earlier result of the year, but other figures',
  'change-gives-away': 'The difference from an earlier result of the year gives the changed answers away',
  'parts-changed':
    'Statements, areas or axes of the maturity survey differ from those that an earlier result of the year showed',
  'few-left': 'What an earlier result of the year showed leaves fewer answers than the minimum of this one',
} as const satisfies Record<string, string>;
export type ViolationRule = keyof typeof VIOLATION_RULES;

/** Why a result must not be stored. Names units and equations, never a number of answers or their sum. */
export interface Violation {
  readonly rule: ViolationRule;
  readonly topic: SurveyTopic;
  /** `tab`: what everybody in the organisation sees; `open`: the stricter view of digests, exports and open data. */
  readonly view: 'tab' | 'open';
  /** The equation that gives the group, for instance "total(A) − total(B) = own(A) + own(C)". */
  readonly equation: string;
  /** Content hash of the earlier result that the violation needs; null where this result is enough. */
  readonly earlier: string | null;
}
