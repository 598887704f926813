import { contentHash } from '#core/result/content-hash.ts';
import { ProblemError } from '../app/errors.ts';

/** A strong entity tag for what a version names. */
export function entityTag(version: unknown): string {
  return `"${contentHash(version).slice(0, 32)}"`;
}

/** Whether If-None-Match names this tag: the reader has it already. */
export function isKnown(ifNoneMatch: string | null, tag: string): boolean {
  if (ifNoneMatch === null) return false;
  return tagsOf(ifNoneMatch).some((one) => one === '*' || one === tag);
}

/**
 * The version that a writer says they change, from If-Match with a tag of {@link versionTag}; 0 where If-None-Match: *
 * says that nothing is there yet.
 *
 * @param latest the version that If-Match: * means
 * @throws ProblemError precondition-required where neither is there, settings-conflict where the tag is not one of ours
 */
export function expectedVersion(ifMatch: string | null, ifNoneMatch: string | null, latest: number): number {
  if (ifMatch === null) {
    if (ifNoneMatch?.trim() === '*') return 0;
    throw new ProblemError('precondition-required');
  }
  const conflict = () => new ProblemError('settings-conflict', { version: String(latest) });
  if (ifMatch.trim() === '*') {
    if (latest === 0) throw conflict();
    return latest;
  }
  const versions = tagsOf(ifMatch).map((tag) => Number(/^"v(\d+)"$/.exec(tag)?.[1] ?? Number.NaN));
  const [version] = versions.includes(latest) ? [latest] : versions;
  if (version === undefined || Number.isNaN(version)) throw conflict();
  return version;
}

/** The tag of a saved version. */
export function versionTag(version: number): string {
  return `"v${version}"`;
}

function tagsOf(header: string): readonly string[] {
  return header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
}
