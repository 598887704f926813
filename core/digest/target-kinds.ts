/**
 * How a target is reached: a Power Automate workflow's webhook; a Teams channel in which somebody who is signed in posts
 * as themselves, at once; one person's activity feed.
 */
export const TARGET_KINDS = ['workflows-webhook', 'teams-channel', 'activity-feed'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Kinds that nobody can post to but a person who is there: no schedule, no notice, no retry reaches them. */
export function needsPerson(kind: TargetKind): boolean {
  return kind === 'teams-channel';
}
