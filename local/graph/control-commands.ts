import { z } from 'zod';

const fieldValueSchema = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.array(z.string()),
  z.array(z.object({ LookupId: z.number(), LookupValue: z.string() })),
  z.null(),
]);

/** How many calls a fault meets, and which: only those whose path contains `path`. */
const reach = { calls: z.int().min(1).default(1), path: z.string().default('') };
/** Which page of list items, counted from 1 over the pages served since the fault was set (of one list, if named). */
const pageReach = { page: z.int().min(1), listId: z.string().optional() };

/** What somebody may do to the tenant's lists while we read them. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('remove-list'), listId: z.string() }),
  z.object({ kind: z.literal('rename-list'), listId: z.string(), displayName: z.string() }),
  z.object({ kind: z.literal('remove-column'), listId: z.string(), column: z.string() }),
  /**
   * Renaming in SharePoint changes the shown name only; `name` as well stands for a column that was made anew under
   * another internal name and filled with the same values.
   */
  z.object({
    kind: z.literal('rename-column'),
    listId: z.string(),
    column: z.string(),
    displayName: z.string().optional(),
    name: z.string().optional(),
  }),
  z.object({
    kind: z.literal('add-row'),
    listId: z.string(),
    fields: z.record(z.string(), fieldValueSchema),
  }),
  /** Sets the named fields; null empties one. */
  z.object({
    kind: z.literal('change-row'),
    listId: z.string(),
    rowId: z.string(),
    fields: z.record(z.string(), fieldValueSchema),
  }),
  z.object({ kind: z.literal('delete-row'), listId: z.string(), rowId: z.string() }),
  /** Adds a choice to a choice column, as an owner does who needs one more. */
  z.object({ kind: z.literal('add-choice'), listId: z.string(), column: z.string(), choice: z.string() }),
  /** Makes a column another kind, by Graph's facet, for instance `{ text: {} }`; its values stay as they are. */
  z.object({
    kind: z.literal('change-column'),
    listId: z.string(),
    column: z.string(),
    facet: z.record(z.string(), z.unknown()),
  }),
  /** A second list of the same name and columns, without rows, on the same site. */
  z.object({ kind: z.literal('copy-list'), listId: z.string(), newId: z.string() }),
]);
export type Change = z.infer<typeof changeSchema>;

/** What somebody may do to a site's files. */
export const fileChangeSchema = z.discriminatedUnion('kind', [
  /** Adds a file, or replaces the one of that id. `claimedSize`: what Graph says its size is, in bytes. */
  z.object({
    kind: z.literal('put-file'),
    siteId: z.string(),
    fileId: z.string(),
    name: z.string(),
    base64: z.base64(),
    claimedSize: z.int().min(0).optional(),
  }),
  z.object({ kind: z.literal('remove-file'), siteId: z.string(), fileId: z.string() }),
]);
export type FileChange = z.infer<typeof fileChangeSchema>;

/** What can go wrong with Graph, on request. */
export const faultSchema = z.discriminatedUnion('kind', [
  /** The app has not been granted this site (403), until granted. */
  z.object({ kind: z.literal('forbid-site'), siteId: z.string() }),
  z.object({ kind: z.literal('grant-site'), siteId: z.string() }),
  /** People may not see this site (nothing to do with the app), until shown again. */
  z.object({ kind: z.literal('hide-site'), siteId: z.string() }),
  z.object({ kind: z.literal('show-site'), siteId: z.string() }),
  /** The next calls answer 429 with Retry-After. */
  z.object({ kind: z.literal('throttle'), retryAfterSeconds: z.number().min(0), ...reach }),
  /** The next calls answer this status, with Retry-After if told. */
  z.object({
    kind: z.literal('fail'),
    status: z.int().min(400).max(599),
    retryAfterSeconds: z.number().min(0).exactOptional(),
    ...reach,
  }),
  z.object({ kind: z.literal('delay'), delayMs: z.number().min(0), ...reach }),
  /** The next calls are served, but the connection ends before the answer. */
  z.object({ kind: z.literal('lose-answer'), ...reach }),
  /** Calls that are delayed go on now, and none is delayed any more. */
  z.object({ kind: z.literal('release') }),
  /** The connection ends in the middle of the page's body. */
  z.object({ kind: z.literal('break-off'), ...pageReach }),
  /** The page's body is complete but no JSON. */
  z.object({ kind: z.literal('malformed'), ...pageReach }),
  /** The page begins with the last rows of the page before it, as Graph's pages may when a list is being written to. */
  z.object({ kind: z.literal('repeat-rows'), rows: z.int().min(1), ...pageReach }),
  /** The change is made just before the page is served: the list is written to while it is being read. */
  z.object({ kind: z.literal('change-during-read'), change: changeSchema, ...pageReach }),
  /** Every delta token given so far answers 410. */
  z.object({ kind: z.literal('expire-delta-tokens') }),
  /** The app may not ask to be told of changes in lists (403), until allowed. */
  z.object({ kind: z.literal('forbid-subscriptions') }),
  z.object({ kind: z.literal('allow-subscriptions') }),
  /** Every subscription is removed; their owners are told so. */
  z.object({ kind: z.literal('remove-subscriptions') }),
  /** Owners are told that their subscriptions must be confirmed; until they are, nothing else is told. */
  z.object({ kind: z.literal('challenge-subscriptions') }),
  /** The next so many changes are not told of, only that something was missed. */
  z.object({ kind: z.literal('miss-notifications'), changes: z.int().min(1).default(1) }),
  /** A limit on resource units a minute: RateLimit headers from 80 % of it, 429 above it. Null: count only. */
  z.object({ kind: z.literal('limit'), resourceUnitsPerMinute: z.int().min(1).nullable() }),
]);
export type Fault = z.infer<typeof faultSchema>;

/** One POST to /_control. */
export const controlCommandSchema = z.union([
  z.object({ provoke: faultSchema }).strict(),
  z.object({ change: z.union([changeSchema, fileChangeSchema]) }).strict(),
  z.object({ reset: z.literal(true) }).strict(),
]);

/** A fault as a caller writes it: what has a default may be left out. */
export type FaultInput = z.input<typeof faultSchema>;
export type ChangeInput = z.input<typeof changeSchema> | z.input<typeof fileChangeSchema>;
