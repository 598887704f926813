import type { FindingRule } from '#core/quality/finding-schema.ts';
import type { MessageKey } from '../texts/sv.ts';
import type { AnyProblemCode } from './api-problem.ts';

/** What a reader can do about each problem. Records rather than rules, so that a new code without a remedy does not compile. */
const PROBLEM_REMEDIES: Readonly<Record<AnyProblemCode, MessageKey>> = {
  unauthenticated: 'remedy.sign-in',
  'token-expired': 'remedy.sign-in',
  'token-invalid': 'remedy.sign-in',
  'sign-in-failed': 'remedy.sign-in',
  'consent-required': 'remedy.consent',
  'tenant-not-allowed': 'remedy.tenant',
  'sign-in-unavailable': 'remedy.retry',
  'too-many-requests': 'remedy.retry',
  forbidden: 'remedy.forbidden',
  'malformed-json': 'remedy.reload',
  'invalid-request': 'remedy.form',
  'unknown-year': 'remedy.choose-year',
  'not-found': 'remedy.look-elsewhere',
  'method-not-allowed': 'remedy.reload',
  'payload-too-large': 'remedy.form',
  'precondition-required': 'remedy.reload',
  'settings-conflict': 'remedy.conflict',
  'address-not-allowed': 'remedy.address',
  'not-configured': 'remedy.admin-sets-up',
  'not-computed': 'remedy.admin-refreshes',
  'unknown-vintage': 'remedy.choose-vintage',
  'publish-blocked': 'remedy.mend-errors',
  'publish-outdated': 'remedy.reload',
  'already-published': 'remedy.admin-refreshes',
  'list-not-found': 'remedy.admin-mends-list',
  'site-not-found': 'remedy.admin-mends-list',
  'column-missing': 'remedy.admin-mends-list',
  'sources-unread': 'remedy.admin-mends-list',
  'file-not-found': 'remedy.admin-mends-file',
  'file-too-large': 'remedy.admin-mends-file',
  'file-wrong-type': 'remedy.admin-mends-file',
  'file-protected': 'remedy.admin-mends-file',
  'file-has-macros': 'remedy.admin-mends-file',
  'file-broken': 'remedy.admin-mends-file',
  'file-too-many-cells': 'remedy.admin-mends-file',
  'file-ragged': 'remedy.admin-mends-file',
  'file-empty': 'remedy.admin-mends-file',
  'sheet-missing': 'remedy.admin-mends-file',
  'survey-not-stored': 'remedy.survey-in-library',
  'user-forbidden': 'remedy.site-owner',
  'consent-missing': 'remedy.consent',
  'graph-unauthenticated': 'remedy.retry',
  'graph-forbidden': 'remedy.admin-grants',
  'graph-throttled': 'remedy.wait',
  'graph-unavailable': 'remedy.wait',
  'graph-broken-answer': 'remedy.wait',
  'privacy-survey-changed': 'remedy.admin-restores-survey',
  'privacy-units-changed': 'remedy.admin-restores-survey',
  'privacy-refused': 'remedy.admin-raises-minimum',
  'target-refused': 'remedy.mend-flow',
  'target-gone': 'remedy.mend-flow',
  'target-unauthorised': 'remedy.mend-address',
  'target-throttled': 'remedy.wait',
  'target-unavailable': 'remedy.mend-flow',
  'card-too-large': 'remedy.retry',
  'delivery-uncertain': 'remedy.check-channel',
  'delivery-not-resendable': 'remedy.reload',
  'subject-not-found': 'remedy.choose-subject',
  'schedule-invalid': 'remedy.schedule',
  'storage-unavailable': 'remedy.retry',
  internal: 'remedy.retry',
  network: 'remedy.network',
  timeout: 'remedy.network',
  'unreadable-answer': 'remedy.retry',
};

const FINDING_REMEDIES: Readonly<Record<FindingRule, MessageKey>> = {
  'column-missing': 'finding.do.mapping',
  'column-unmapped': 'finding.do.mapping',
  'status-unknown': 'finding.do.mapping',
  'kind-unknown': 'finding.do.mapping',
  'area-unknown': 'finding.do.mapping',
  'answer-not-on-scale': 'finding.do.mapping',
  'year-missing': 'finding.do.list',
  'year-unreadable': 'finding.do.list',
  'not-a-number': 'finding.do.list',
  'scale-out-of-range': 'finding.do.list',
  'business-id-twice': 'finding.do.list',
  'baseline-blank': 'finding.do.list',
  'expected-equals-baseline': 'finding.do.list',
  'negative-weight': 'finding.do.list',
  'initiative-not-found': 'finding.do.list',
  'no-decided-initiative': 'finding.do.list',
  'unit-unknown': 'finding.do.list',
  'unit-cycle': 'finding.do.list',
  'count-mismatch': 'finding.do.list',
  'respondent-missing': 'finding.do.list',
  'title-missing': 'finding.do.list',
  'statement-in-two-areas': 'finding.do.list',
  'answered-twice': 'finding.do.list',
  'invited-below-answers': 'finding.do.list',
  'source-not-read': 'finding.do.check-source',
  'fewer-rows': 'finding.do.check-source',
  'source-unchanged': 'finding.do.check-source',
  'published-differs': 'finding.do.check-source',
  'low-response-rate': 'finding.do.read-with-care',
  'response-falling-score-rising': 'finding.do.read-with-care',
  'units-changed': 'finding.do.read-with-care',
  'benefit-coverage-low': 'finding.do.measure',
  'benefit-over-expected': 'finding.do.nothing',
  'second-source': 'finding.do.one-source',
  'published-unit-unusable': 'finding.do.published-unit',
  'unit-names-free-text': 'finding.do.unit-column',
};

/** The text that says what to do about a problem; a code this version does not know gets the general one. */
export function problemRemedy(code: AnyProblemCode): MessageKey {
  return (PROBLEM_REMEDIES as Readonly<Record<string, MessageKey>>)[code] ?? 'remedy.retry';
}

/** The text that names a problem; a code this version does not know gets the general one. */
export function problemTitle(code: AnyProblemCode): MessageKey {
  return code in PROBLEM_REMEDIES ? `problem.${code}` : 'problem.internal';
}

/** The text that says what to do about a data note. */
export function findingRemedy(rule: FindingRule): MessageKey {
  return FINDING_REMEDIES[rule];
}
