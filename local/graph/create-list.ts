import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { GraphRefusal, invalidRequest } from './graph-refusal.ts';
import { oneList } from './sites-and-lists.ts';
import { guidFrom } from './system-columns.ts';
import { itemsFromArray, type TenantColumn } from './tenant-content.ts';
import type { SiteState } from './tenant-state.ts';

const facet = z.looseObject({}).optional();
const newColumnSchema = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  text: facet,
  choice: facet,
  number: facet,
  dateTime: facet,
});
const newListSchema = z.strictObject({
  displayName: z.string().min(1),
  description: z.string().optional(),
  list: z.object({ template: z.literal('genericList') }),
  columns: z.array(newColumnSchema).default([]),
});

/** POST /sites/{site}/lists, by somebody who may: internal names are made of the names given, as SharePoint makes them. */
export function createList(call: GraphCall, site: SiteState): GraphAnswer {
  if (call.actor !== 'person') throw new GraphRefusal(403, 'accessDenied', 'Access denied');
  const parsed = newListSchema.safeParse(call.body);
  if (!parsed.success) throw invalidRequest(parsed.error.message);
  const { displayName, description = '', columns } = parsed.data;
  const isTaken = site.lists().some((list) => list.displayName().toLowerCase() === displayName.toLowerCase());
  if (isTaken) throw new GraphRefusal(409, 'nameAlreadyExists', 'Name already exists');
  const now = new Date().toISOString();
  const added = site.addList({
    id: randomUUID(),
    name: displayName,
    displayName,
    description,
    webUrl: `${site.site.webUrl}/Lists/${encodeURIComponent(displayName)}`,
    createdDateTime: now,
    lastModifiedDateTime: now,
    columns: columns.map(toColumn),
    items: itemsFromArray([]),
  });
  return { ...oneList(call, site, added), status: 201 };
}

function toColumn({ name, description = '', ...facets }: z.infer<typeof newColumnSchema>): TenantColumn {
  return {
    id: guidFrom(name),
    name: encodedName(name),
    displayName: name,
    description,
    hidden: false,
    indexed: false,
    readOnly: false,
    required: false,
    enforceUniqueValues: false,
    ...(Object.fromEntries(
      Object.entries(facets).filter(([, value]) => value !== undefined),
    ) as Partial<TenantColumn>),
  };
}

function encodedName(name: string): string {
  const encode = (character: string) => `_x${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}_`;
  return name.replace(/[^A-Za-z0-9_]/g, encode).slice(0, 32);
}
