import { setTimeout as wait } from 'node:timers/promises';
import type { Change, Fault } from './control-commands.ts';
import { GraphRefusal } from './graph-refusal.ts';
import type { Actor } from './token-check.ts';

type CallFault = Extract<Fault, { kind: 'throttle' | 'fail' | 'delay' }>;
type LostAnswer = Extract<Fault, { kind: 'lose-answer' }>;
type PageFault = Extract<Fault, { kind: 'break-off' | 'malformed' | 'repeat-rows' | 'change-during-read' }>;

/** How the body of an answer is spoilt on its way out. */
export type Mangle = 'break-off' | 'malformed' | 'hang-up' | null;

export interface PageSpoiling {
  readonly mangle: Mangle;
  /** Rows of the page before that come once more. */
  readonly repeatRows: number;
  /** What somebody does to the list just before. */
  readonly change: Change | null;
}

export interface Faults {
  provoke(fault: Fault): void;
  /** Meets a call before it is served: waits, or throws the refusal asked for. Counts the units of a throttled call too. */
  meet(path: string, resourceUnits: number): Promise<void>;
  /** Told of each call that has been served; whether its answer is to be lost. */
  losesAnswer(path: string): boolean;
  /** Told of each page of list items; says whether this one is to be spoilt. */
  meetPage(listId: string): PageSpoiling;
  isForbidden(siteId: string, actor: Actor): boolean;
  /** Grows when tokens expire: a delta token of an earlier age answers 410. */
  deltaAge(): number;
  /** Resource units since the start. */
  resourceUnits(): number;
  /** What Graph adds when little is left of the limit. */
  rateLimitHeaders(): Readonly<Record<string, string>>;
}

const WINDOW_MS = 60_000;
/** Graph begins to tell at this part of the limit. */
const TELL_FROM = 0.8;

const STATUS_CODES: Readonly<Record<number, readonly [code: string, message: string]>> = {
  401: ['InvalidAuthenticationToken', 'Access token validation failure.'],
  403: ['accessDenied', 'Access denied'],
  404: ['itemNotFound', 'The resource could not be found.'],
  410: ['resyncRequired', 'Resync required.'],
  429: ['activityLimitReached', 'The request has been throttled'],
  500: ['generalException', 'General exception while processing'],
  502: ['BadGateway', 'Bad gateway'],
  503: ['serviceNotAvailable', 'The service is not available. Try the request again after a delay.'],
  504: ['GatewayTimeout', 'Gateway timeout'],
};

export function createFaults(forbiddenSiteIds: readonly string[]): Faults {
  const forbidden = new Set(forbiddenSiteIds);
  const hidden = new Set<string>();
  let callFaults: { readonly fault: CallFault; left: number }[] = [];
  let lostAnswers: { readonly fault: LostAnswer; left: number }[] = [];
  let pageFaults: { readonly fault: PageFault; pagesSeen: number }[] = [];
  let deltaAge = 0;
  let resourceUnits = 0;
  let holding = new AbortController();
  let limit: number | null = null;
  let window = { startedAt: 0, units: 0 };

  const count = (units: number): void => {
    resourceUnits += units;
    const now = Date.now();
    if (now - window.startedAt >= WINDOW_MS) window = { startedAt: now, units: 0 };
    window.units += units;
  };
  const secondsLeft = (): number =>
    Math.max(1, Math.ceil((window.startedAt + WINDOW_MS - Date.now()) / 1000));

  return {
    provoke: (fault) => {
      switch (fault.kind) {
        case 'forbid-site':
          forbidden.add(fault.siteId);
          return;
        case 'grant-site':
          forbidden.delete(fault.siteId);
          return;
        case 'hide-site':
          hidden.add(fault.siteId);
          return;
        case 'show-site':
          hidden.delete(fault.siteId);
          return;
        case 'expire-delta-tokens':
          deltaAge += 1;
          return;
        case 'limit':
          limit = fault.resourceUnitsPerMinute;
          window = { startedAt: 0, units: 0 };
          return;
        case 'forbid-subscriptions':
        case 'allow-subscriptions':
        case 'remove-subscriptions':
        case 'challenge-subscriptions':
        case 'miss-notifications':
          // Theirs to know: subscriptions.ts.
          return;
        case 'release':
          callFaults = callFaults.filter(({ fault: { kind } }) => kind !== 'delay');
          holding.abort();
          holding = new AbortController();
          return;
        case 'throttle':
        case 'fail':
        case 'delay':
          callFaults.push({ fault, left: fault.calls });
          return;
        case 'lose-answer':
          lostAnswers.push({ fault, left: fault.calls });
          return;
        case 'break-off':
        case 'malformed':
        case 'repeat-rows':
        case 'change-during-read':
          pageFaults.push({ fault, pagesSeen: 0 });
          return;
      }
    },
    meet: async (path, units) => {
      count(units);
      // Subscriptions are asked for at a time of the app's own choosing: only a fault that names them meets them.
      const isAside = path.startsWith('/subscriptions');
      const met = callFaults.filter(
        ({ fault }) => path.includes(fault.path) && !(isAside && fault.path === ''),
      );
      const refusing = met.find(({ fault }) => fault.kind !== 'delay');
      const delays = met.filter(({ fault }) => fault.kind === 'delay');
      for (const entry of refusing === undefined ? delays : [...delays, refusing]) entry.left -= 1;
      callFaults = callFaults.filter(({ left }) => left > 0);
      for (const { fault } of delays) if (fault.kind === 'delay') await held(fault.delayMs, holding.signal);
      if (refusing?.fault.kind === 'throttle') throw refusal(429, refusing.fault.retryAfterSeconds);
      if (refusing?.fault.kind === 'fail') {
        throw refusal(refusing.fault.status, refusing.fault.retryAfterSeconds);
      }
      if (limit !== null && window.units > limit) throw refusal(429, secondsLeft());
    },
    losesAnswer: (path) => {
      const met = lostAnswers.find(({ fault }) => path.includes(fault.path));
      if (met === undefined) return false;
      met.left -= 1;
      lostAnswers = lostAnswers.filter(({ left }) => left > 0);
      return true;
    },
    meetPage: (listId) => {
      let spoiling: PageSpoiling = { mangle: null, repeatRows: 0, change: null };
      pageFaults = pageFaults.filter((entry) => {
        const { fault } = entry;
        if (fault.listId !== undefined && fault.listId !== listId) return true;
        entry.pagesSeen += 1;
        if (entry.pagesSeen < fault.page) return true;
        spoiling = spoilt(spoiling, fault);
        return false;
      });
      return spoiling;
    },
    isForbidden: (siteId, actor) => (actor === 'app' ? forbidden : hidden).has(siteId),
    deltaAge: () => deltaAge,
    resourceUnits: () => resourceUnits,
    rateLimitHeaders: () =>
      limit === null || window.units < limit * TELL_FROM
        ? {}
        : {
            'RateLimit-Limit': String(limit),
            'RateLimit-Remaining': String(Math.max(0, limit - window.units)),
            'RateLimit-Reset': String(secondsLeft()),
          },
  };
}

function spoilt(spoiling: PageSpoiling, fault: PageFault): PageSpoiling {
  switch (fault.kind) {
    case 'repeat-rows':
      return { ...spoiling, repeatRows: fault.rows };
    case 'change-during-read':
      return { ...spoiling, change: fault.change };
    case 'break-off':
    case 'malformed':
      return { ...spoiling, mangle: fault.kind };
  }
}

function refusal(status: number, retryAfterSeconds?: number): GraphRefusal {
  const [code, message] = STATUS_CODES[status] ?? ['generalException', 'The request failed'];
  const headers: Record<string, string> =
    retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
  return new GraphRefusal(status, code, message, headers);
}

/** Waits so long, or until released. */
async function held(delayMs: number, signal: AbortSignal): Promise<void> {
  await wait(delayMs, undefined, { signal }).catch(() => undefined);
}
