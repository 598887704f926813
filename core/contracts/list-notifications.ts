import { z } from 'zod';

/** Graph's changeNotificationCollection, as far as we look at it. */
export const notificationsSchema = z.object({
  value: z
    .array(
      z.object({
        subscriptionId: z.string().max(100),
        clientState: z.string().max(200).nullish(),
        tenantId: z.string().max(100).nullish(),
        lifecycleEvent: z.string().max(100).nullish(),
      }),
    )
    .max(1000),
});
export type Notifications = z.infer<typeof notificationsSchema>;
