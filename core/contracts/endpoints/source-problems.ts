import type { ProblemCode } from '../problem.ts';

/** What can go wrong with a file that is a source. */
const FILE_PROBLEMS = [
  'file-not-found',
  'file-too-large',
  'file-wrong-type',
  'file-protected',
  'file-has-macros',
  'file-broken',
  'file-too-many-cells',
  'file-ragged',
  'file-empty',
  'sheet-missing',
] as const satisfies readonly ProblemCode[];

const GRAPH_PROBLEMS = [
  'graph-unauthenticated',
  'graph-throttled',
  'graph-unavailable',
  'graph-broken-answer',
  'site-not-found',
] as const satisfies readonly ProblemCode[];

/** What can go wrong when an admin looks around in SharePoint, with the admin's own rights. */
export const BROWSING_PROBLEMS: readonly ProblemCode[] = [
  'consent-missing',
  'user-forbidden',
  ...GRAPH_PROBLEMS,
];

/** What can go wrong when an admin reads a list or file to set it up. */
export const SET_UP_PROBLEMS: readonly ProblemCode[] = [
  ...BROWSING_PROBLEMS,
  'list-not-found',
  'column-missing',
  ...FILE_PROBLEMS,
];

/** What can go wrong when the app itself reads a source. */
export const READING_PROBLEMS: readonly ProblemCode[] = [
  'graph-forbidden',
  ...GRAPH_PROBLEMS,
  'list-not-found',
  'column-missing',
  ...FILE_PROBLEMS,
];
