import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './control-commands.ts';

/** A subscription as Graph shows it: the secret it was made with is never shown again. */
export interface SubscriptionJson {
  readonly id: string;
  readonly resource: string;
  readonly changeType: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly expirationDateTime: string;
  readonly clientState: null;
}

interface Subscription extends SubscriptionJson {
  readonly siteId: string;
  readonly listId: string;
  readonly secret: string;
}

export interface NewSubscription {
  readonly siteId: string;
  readonly listId: string;
  readonly resource: string;
  readonly notificationUrl: string;
  readonly lifecycleNotificationUrl: string | null;
  readonly expirationDateTime: string;
  readonly clientState: string;
}

/** Who is to be told of changes in which lists, and the telling. */
export interface Subscriptions {
  /** Those that have not ended. */
  all(): readonly SubscriptionJson[];
  isForbidden(): boolean;
  add(request: NewSubscription): SubscriptionJson;
  /** Null where there is none. */
  renew(id: string, expirationDateTime: string): SubscriptionJson | null;
  remove(id: string): boolean;
  /** Whether an address answers the handshake: a text of ours, unchanged, within ten seconds. */
  answersHandshake(notificationUrl: string): Promise<boolean>;
  readonly rowsChanged: (siteId: string, listId: string) => void;
  provoke(fault: Fault): void;
  stop(): void;
}

const HANDSHAKE_MS = 10_000;
/** Graph's own patience with who it tells. */
const ANSWER_MS = 3000;
/** Graph tries for four hours; a developer's machine is not down for so long. */
const PAUSES_MS = [500, 2000, 5000];

export function createSubscriptions(tenantId: string): Subscriptions {
  const known = new Map<string, Subscription>();
  const challenged = new Set<string>();
  const stopping = new AbortController();
  let forbidden = false;
  let toMiss = 0;

  const living = (): readonly Subscription[] =>
    [...known.values()].filter(({ expirationDateTime }) => Date.parse(expirationDateTime) > Date.now());

  const tell = async (url: string, notification: object): Promise<void> => {
    for (const pause of [0, ...PAUSES_MS]) {
      try {
        if (pause > 0) await wait(pause, undefined, { signal: stopping.signal });
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ value: [notification] }),
          signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(ANSWER_MS)]),
        });
        await response.body?.cancel();
        if (response.ok) return;
      } catch {
        if (stopping.signal.aborted) return;
      }
    }
  };
  const common = ({ id, secret, expirationDateTime }: Subscription) => ({
    subscriptionId: id,
    subscriptionExpirationDateTime: expirationDateTime,
    clientState: secret,
    tenantId,
  });
  const tellChange = (subscription: Subscription): void => {
    const { resource, siteId, listId } = subscription;
    void tell(subscription.notificationUrl, {
      ...common(subscription),
      changeType: 'updated',
      resource,
      resourceData: { '@odata.type': '#Microsoft.Graph.List', siteId, listId },
    });
  };
  const tellLifecycle = (subscription: Subscription, lifecycleEvent: string): void => {
    const url = subscription.lifecycleNotificationUrl;
    if (url !== null) void tell(url, { ...common(subscription), lifecycleEvent });
  };

  return {
    all: () => living().map(shown),
    isForbidden: () => forbidden,
    add: ({ clientState, ...request }) => {
      const made = {
        ...request,
        id: randomUUID(),
        changeType: 'updated',
        clientState: null,
        secret: clientState,
      };
      known.set(made.id, made);
      return shown(made);
    },
    renew: (id, expirationDateTime) => {
      const found = living().find((subscription) => subscription.id === id);
      if (found === undefined) return null;
      const renewed = { ...found, expirationDateTime };
      known.set(id, renewed);
      challenged.delete(id);
      return shown(renewed);
    },
    remove: (id) => known.delete(id),
    answersHandshake: async (notificationUrl) => {
      const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
      const url = new URL(notificationUrl);
      url.searchParams.set('validationToken', token);
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'text/plain; charset=utf-8' },
          signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(HANDSHAKE_MS)]),
        });
        const isText = response.headers.get('content-type')?.startsWith('text/plain') === true;
        return (await response.text()) === token && response.status === 200 && isText;
      } catch {
        return false;
      }
    },
    rowsChanged: (siteId, listId) => {
      const concerned = living().filter((one) => one.siteId === siteId && one.listId === listId);
      if (concerned.length === 0) return;
      const isMissed = toMiss > 0;
      if (isMissed) toMiss -= 1;
      for (const subscription of concerned) {
        if (isMissed) tellLifecycle(subscription, 'missed');
        else if (!challenged.has(subscription.id)) tellChange(subscription);
      }
    },
    provoke: (fault) => {
      switch (fault.kind) {
        case 'forbid-subscriptions':
          forbidden = true;
          return;
        case 'allow-subscriptions':
          forbidden = false;
          return;
        case 'miss-notifications':
          toMiss += fault.changes;
          return;
        case 'challenge-subscriptions':
          for (const subscription of living()) {
            challenged.add(subscription.id);
            tellLifecycle(subscription, 'reauthorizationRequired');
          }
          return;
        case 'remove-subscriptions': {
          const removed = living();
          known.clear();
          for (const subscription of removed) tellLifecycle(subscription, 'subscriptionRemoved');
          return;
        }
        case 'break-off':
        case 'change-during-read':
        case 'delay':
        case 'expire-delta-tokens':
        case 'fail':
        case 'forbid-site':
        case 'grant-site':
        case 'hide-site':
        case 'show-site':
        case 'limit':
        case 'lose-answer':
        case 'malformed':
        case 'release':
        case 'repeat-rows':
        case 'throttle':
          // Theirs to know: faults.ts.
          return;
      }
    },
    stop: () => stopping.abort(),
  };
}

function shown(subscription: Subscription): SubscriptionJson {
  const { id, resource, changeType, notificationUrl, lifecycleNotificationUrl, expirationDateTime } =
    subscription;
  return {
    id,
    resource,
    changeType,
    notificationUrl,
    lifecycleNotificationUrl,
    expirationDateTime,
    clientState: null,
  };
}
