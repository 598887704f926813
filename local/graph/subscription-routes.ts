import { z } from 'zod';
import { collection, json, type GraphAnswer, type GraphCall } from './graph-call.ts';
import { GraphRefusal, invalidRequest, notFound } from './graph-refusal.ts';

/** The longest that Graph tells of a list, 42,300 minutes. */
const LONGEST_MS = 42_300 * 60_000;

const newSubscriptionSchema = z.strictObject({
  changeType: z.literal('updated'),
  notificationUrl: z.url(),
  lifecycleNotificationUrl: z.url().optional(),
  resource: z.string().min(1),
  expirationDateTime: z.iso.datetime({ offset: true }),
  clientState: z.string().min(1).max(128),
  latestSupportedTlsVersion: z.enum(['v1_2', 'v1_3']).optional(),
});
const renewalSchema = z.strictObject({ expirationDateTime: z.iso.datetime({ offset: true }) });

/** GET /subscriptions */
export function allSubscriptions(call: GraphCall): GraphAnswer {
  return collection(call, call.subscriptions.all());
}

/** POST /subscriptions: to be told of a list, once the address has answered the handshake. */
export async function createSubscription(call: GraphCall): Promise<GraphAnswer> {
  const parsed = newSubscriptionSchema.safeParse(call.body);
  if (!parsed.success) throw invalidRequest(parsed.error.message);
  const { resource, notificationUrl, lifecycleNotificationUrl = null, clientState } = parsed.data;
  const [, siteId = '', listId = ''] = /^\/?sites\/([^/]+)\/lists\/([^/]+)$/.exec(resource) ?? [];
  const site = call.state.site(siteId);
  if (call.subscriptions.isForbidden() || call.faults.isForbidden(site.site.id, call.actor)) {
    throw new GraphRefusal(403, 'accessDenied', 'Access denied');
  }
  const { list } = site.list(listId);
  for (const url of [notificationUrl, lifecycleNotificationUrl]) {
    if (url !== null && !isReachableSecurely(url)) throw invalidRequest('The address must be https');
    if (url !== null && !(await call.subscriptions.answersHandshake(url))) {
      throw new GraphRefusal(400, 'ValidationError', 'Subscription validation request failed.');
    }
  }
  const made = call.subscriptions.add({
    siteId: site.site.id,
    listId: list.id,
    resource,
    notificationUrl,
    lifecycleNotificationUrl,
    clientState,
    expirationDateTime: expiry(parsed.data.expirationDateTime),
  });
  return { ...json(made), status: 201 };
}

/** PATCH /subscriptions/{id} */
export function renewSubscription(call: GraphCall, id: string): GraphAnswer {
  const parsed = renewalSchema.safeParse(call.body);
  if (!parsed.success) throw invalidRequest(parsed.error.message);
  if (call.subscriptions.isForbidden()) throw new GraphRefusal(403, 'accessDenied', 'Access denied');
  const renewed = call.subscriptions.renew(id, expiry(parsed.data.expirationDateTime));
  if (renewed === null) throw notFound('object');
  return json(renewed);
}

/** DELETE /subscriptions/{id} */
export function removeSubscription(call: GraphCall, id: string): GraphAnswer {
  if (!call.subscriptions.remove(id)) throw notFound('object');
  return { status: 204, body: undefined };
}

function expiry(text: string): string {
  const at = Date.parse(text);
  if (at <= Date.now()) throw invalidRequest('Subscription expiration is in the past.');
  if (at > Date.now() + LONGEST_MS) {
    throw invalidRequest('Subscription expiration can only be 42300 minutes in the future.');
  }
  return new Date(at).toISOString();
}

/** Graph tells over https only; this machine's own address is as safe without. */
function isReachableSecurely(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname === 'localhost';
}
