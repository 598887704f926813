import type { DoctorTexts } from './texts-sv.ts';

/** How a step went. A step that could not be taken is no pass: it says what is needed to take it. */
export type Verdict =
  | { readonly kind: 'well'; readonly says: string }
  | { readonly kind: 'ill'; readonly says: string; readonly mend: string }
  | { readonly kind: 'not-taken'; readonly says: string; readonly mend: string };

/** One step of the examination. */
export interface Check {
  readonly title: string;
  readonly run: () => Promise<Verdict | readonly Verdict[]>;
}

/** The environment that is examined. */
export interface Examined {
  /** Where everybody reaches the app, without a slash at the end. */
  readonly address: string;
  readonly host: string;
  readonly tenantId: string;
  readonly clientId: string;
  /** Where Microsoft Entra is, without a slash at the end. */
  readonly authority: string;
  /** Microsoft Graph with its version, without a slash at the end. */
  readonly graph: string;
  /** A token for Graph of somebody who may read the directory; null where there is none. */
  readonly graphToken: string | null;
  /** A token for the app's API of somebody with the role Index.Admin; null where there is none. */
  readonly apiToken: string | null;
  /** Object id of the function app's managed identity; null where it is not known. */
  readonly identityId: string | null;
  /** The hosts that the app may post to, as its setting WEBHOOK_HOSTS says. */
  readonly webhookHosts: readonly string[];
  /** True: a test card is posted to every channel. */
  readonly postTest: boolean;
  readonly language: 'sv' | 'en';
  readonly texts: DoctorTexts;
}

export const well = (says: string): Verdict => ({ kind: 'well', says });
export const ill = (says: string, mend: string): Verdict => ({ kind: 'ill', says, mend });
export const notTaken = (says: string, mend: string): Verdict => ({ kind: 'not-taken', says, mend });

/** What was answered, or why nothing was. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Asks an address; a connection that fails is status 0. */
export async function ask(address: string, options: RequestInit = {}): Promise<Answer> {
  try {
    const response = await fetch(address, { ...options, signal: AbortSignal.timeout(30_000) });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  } catch {
    return { status: 0, headers: new Headers(), body: null };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/**
 * Takes every step in order and tells each at once.
 *
 * @returns how many steps went ill and how many could not be taken
 */
export async function examine(
  checks: readonly Check[],
  tell: (line: string) => void,
): Promise<{ readonly ill: number; readonly notTaken: number }> {
  const counts = { ill: 0, notTaken: 0 };
  for (const { title, run } of checks) {
    const verdicts = [await run()].flat();
    for (const verdict of verdicts) {
      tell(`${MARKS[verdict.kind]} ${title}: ${verdict.says}`);
      if (verdict.kind !== 'well') tell(`    → ${verdict.mend}`);
      if (verdict.kind === 'ill') counts.ill += 1;
      if (verdict.kind === 'not-taken') counts.notTaken += 1;
    }
  }
  return counts;
}

const MARKS: Readonly<Record<Verdict['kind'], string>> = { well: '✓', ill: '✗', 'not-taken': '–' };
