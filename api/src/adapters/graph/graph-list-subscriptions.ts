import type { Subscription } from '@microsoft/microsoft-graph-types';
import type { SharePointList } from '#core/settings/source-location.ts';
import { ProblemError } from '../../app/errors.ts';
import type { AgreedSubscription, ListSubscriptions } from '../../app/ports/list-subscriptions.ts';
import { GraphAccess, type GraphOptions } from './graph-access.ts';
import type { GraphPlace } from './graph-failure.ts';
import { atList, listPath } from './graph-paths.ts';

/** Graph's change notifications for lists. Of a list it tells `updated` only, whatever was done to a row. */
export class GraphListSubscriptions implements ListSubscriptions {
  readonly #graph: GraphAccess;
  readonly #notificationUrl: string;

  /** @param notificationUrl where Graph posts: everybody must reach it, over https */
  constructor(options: GraphOptions, notificationUrl: string) {
    this.#graph = new GraphAccess(options);
    this.#notificationUrl = notificationUrl;
  }

  async create(
    list: SharePointList,
    { clientState, expiresAt }: { readonly clientState: string; readonly expiresAt: string },
  ): Promise<AgreedSubscription> {
    const body = {
      changeType: 'updated',
      notificationUrl: this.#notificationUrl,
      lifecycleNotificationUrl: this.#notificationUrl,
      resource: listPath(list).slice(1),
      expirationDateTime: expiresAt,
      clientState,
      latestSupportedTlsVersion: 'v1_2',
    } satisfies Subscription;
    const place = atList(list, 'app');
    return agreed(await this.#graph.post('/subscriptions', body, place), place);
  }

  async renew(list: SharePointList, id: string, expiresAt: string): Promise<AgreedSubscription> {
    const place = atList(list, 'app');
    const body = { expirationDateTime: expiresAt } satisfies Subscription;
    return agreed(await this.#graph.patch(pathOf(id), body, place), place);
  }

  async remove(list: SharePointList, id: string): Promise<void> {
    try {
      await this.#graph.remove(pathOf(id), atList(list, 'app'));
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== 'list-not-found') throw error;
    }
  }
}

function pathOf(id: string): string {
  return `/subscriptions/${encodeURIComponent(id)}`;
}

function agreed(body: unknown, { values }: GraphPlace): AgreedSubscription {
  const { id, expirationDateTime } = (body ?? {}) as Subscription;
  const expires = new Date(expirationDateTime ?? Number.NaN);
  if (typeof id !== 'string' || Number.isNaN(expires.getTime())) {
    throw new ProblemError('graph-broken-answer', values);
  }
  return { id, expiresAt: expires.toISOString() };
}
