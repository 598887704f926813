import { z } from 'zod';

/** What a digest is about. */
export const digestSubjectSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('index') }).readonly(),
  z
    .object({ kind: z.literal('object'), name: z.string().trim().min(1).max(200) })
    .readonly()
    .describe('A portfolio object, by its name in the lists'),
  z
    .object({ kind: z.literal('unit'), unitId: z.string().min(1).max(200) })
    .readonly()
    .describe('A unit of the employee survey, under the stricter mask'),
  z.object({ kind: z.literal('data-quality') }).readonly(),
  z.object({ kind: z.literal('trends') }).readonly(),
]);
export type DigestSubject = z.infer<typeof digestSubjectSchema>;

export const WHOLE_INDEX: DigestSubject = { kind: 'index' };
