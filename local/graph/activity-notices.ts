import { z } from 'zod';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { GraphRefusal, invalidRequest } from './graph-refusal.ts';

const noticeSchema = z.strictObject({
  topic: z.strictObject({
    source: z.literal('text'),
    value: z.string().min(1),
    // Graph takes links into Teams only; here the Teams host page stands for it.
    webUrl: z.string().regex(/^https?:\/\/[^/]+\/l\//),
  }),
  activityType: z.string().min(1),
  previewText: z.strictObject({ content: z.string().min(1) }),
  templateParameters: z.array(z.strictObject({ name: z.string().min(1), value: z.string().min(1) })),
});

/** POST /users/{user}/teamwork/sendActivityNotification: by the app, to somebody who has it installed. */
export function sendNotice(call: GraphCall, idOrName: string): GraphAnswer {
  const { identity, state, body } = call;
  if (identity.actor !== 'app') throw new GraphRefusal(403, 'Forbidden', 'The app sends notices by itself.');
  const wanted = idOrName.toLowerCase();
  const user = state.tenant.users?.find(
    ({ id, userPrincipalName }) => id === wanted || userPrincipalName.toLowerCase() === wanted,
  );
  if (!user) throw new GraphRefusal(404, 'NotFound', `Resource '${idOrName}' does not exist`);
  if (!user.hasApp) {
    throw new GraphRefusal(
      403,
      'Forbidden',
      `Application with AAD App Id '${identity.id}' is not authorized to send user notifications to the recipient. Ensure that the expected Teams app is installed in the target scope.`,
    );
  }
  const parsed = noticeSchema.safeParse(body);
  if (!parsed.success) throw invalidRequest(parsed.error.message);
  const { topic, activityType, previewText } = parsed.data;
  state.notices.push({
    userId: user.id,
    activityType,
    topic: topic.value,
    webUrl: topic.webUrl,
    preview: previewText.content,
  });
  return { status: 204, body: new Uint8Array() };
}
