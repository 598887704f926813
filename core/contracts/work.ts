import { z } from 'zod';

const tenantId = z.guid();
const correlationId = z.string().min(1).max(100);

/** The queue message that asks for one tenant's year to be computed. */
export const recomputeMessageSchema = z
  .object({
    tenantId,
    year: z.int(),
    correlationId,
    /** A scheduled refresh: leaves the year as it is where no source has changed. */
    onlyIfChanged: z.boolean().default(false),
  })
  .readonly();
export type RecomputeMessage = z.infer<typeof recomputeMessageSchema>;

/** The queue message that asks for the watching of a tenant's lists to be seen to, or tells that one of them has changed. */
export const listWatchMessageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('keep'), tenantId, correlationId }).readonly(),
  z
    .object({ kind: z.literal('changed'), tenantId, correlationId, list: z.string().min(1).max(100) })
    .readonly(),
]);
export type ListWatchMessage = z.infer<typeof listWatchMessageSchema>;

/** The queue message that asks for one run of a subscription. */
export const runSubscriptionMessageSchema = z
  .object({
    tenantId,
    subscriptionId: z.string().min(1).max(100),
    period: z.string().min(1).max(300),
    correlationId,
  })
  .readonly();
export type RunSubscriptionMessage = z.infer<typeof runSubscriptionMessageSchema>;

/** The queue message that asks for one entry of the ledger to be posted. */
export const postDigestMessageSchema = z
  .object({ tenantId, deliveryId: z.string().min(1).max(100), correlationId })
  .readonly();
export type PostDigestMessage = z.infer<typeof postDigestMessageSchema>;
