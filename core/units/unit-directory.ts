import { foldWords } from '#core/fields/fold-words.ts';
import type { Reference } from '#core/fields/read-field.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { Finding } from '#core/quality/finding-schema.ts';

/** A unit as its list names it. `invited` counts the persons asked in the unit itself, not in its children. */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly invited: number | null;
}

/** A unit as read, before its parent is known to exist. `rowId` is its id in the list, which lookups refer to. */
export interface UnitEntry extends Omit<Unit, 'parentId'> {
  readonly rowId: string | null;
  /** What the list names as parent; null at the top. */
  readonly parent: Reference | null;
}

/** The units of a year: a forest in which every parent exists and no unit is its own ancestor. */
export interface UnitDirectory {
  /** Parents before children; siblings by id in code-point order. */
  readonly units: readonly Unit[];
  /** The unit that a row names, by its row id in the unit list (a lookup) or by its business id, words folded. */
  resolve(reference: Reference): Unit | undefined;
  readonly findings: readonly Finding[];
}

/** How far each unit is from the top, which is 0. Parents stand before their children. */
export function depthsOf(units: readonly Pick<Unit, 'id' | 'parentId'>[]): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const { id, parentId } of units) {
    depths.set(id, parentId === null ? 0 : (depths.get(parentId) ?? 0) + 1);
  }
  return depths;
}

/**
 * Builds the forest. A parent that does not exist or a ring of parents is a finding, and the unit stands at the top:
 * its answers are counted all the same.
 */
export function buildUnitDirectory(
  entries: readonly UnitEntry[],
  sourceId: string | null,
  columns: { readonly id: string | null; readonly parent: string | null } = { id: null, parent: null },
): UnitDirectory {
  const findings = new FindingCollector(sourceId);
  const byId = new Map<string, UnitEntry>();
  const byRow = new Map<string, UnitEntry>();
  for (const entry of entries) {
    if (entry.rowId !== null) byRow.set(entry.rowId, entry);
    const folded = foldWords(entry.id);
    if (byId.has(folded)) findings.add('business-id-twice', place(entry, columns.id, { unit: entry.id }));
    else byId.set(folded, entry);
  }
  const find = (reference: Reference) =>
    reference.by === 'row' ? byRow.get(reference.rowId) : byId.get(reference.folded);
  const parentOf = new Map<string, string | null>();
  for (const entry of byId.values()) {
    const parent = entry.parent === null ? undefined : find(entry.parent);
    if (entry.parent !== null && !parent)
      findings.add('unit-unknown', place(entry, columns.parent, { unit: entry.id }));
    // Of two rows with one id the first stands for both.
    parentOf.set(entry.id, parent ? (byId.get(foldWords(parent.id))?.id ?? null) : null);
  }
  for (const id of inRings(parentOf)) {
    const entry = byId.get(foldWords(id));
    if (entry) findings.add('unit-cycle', place(entry, columns.parent, { unit: id }));
    parentOf.set(id, null);
  }
  const units = parentsFirst([...byId.values()], parentOf);
  const unitById = new Map(units.map((unit) => [foldWords(unit.id), unit]));
  return {
    units,
    resolve(reference) {
      const entry = find(reference);
      return entry && unitById.get(foldWords(entry.id));
    },
    findings: findings.findings(),
  };
}

function place({ rowId }: UnitEntry, column: string | null, detail: Record<string, string>) {
  const cell = column === null ? {} : { column, valueClass: 'text' as const };
  return { ...(rowId !== null && { rowId }), ...cell, detail };
}

/** Units that are their own ancestor. Walks each way up once, so that a deep tree costs no more than a flat one. */
function inRings(parentOf: ReadonlyMap<string, string | null>): readonly string[] {
  const rings: string[] = [];
  const done = new Set<string>();
  for (const start of parentOf.keys()) {
    const way: string[] = [];
    const onWay = new Map<string, number>();
    let at: string | null | undefined = start;
    while (at !== null && at !== undefined && !done.has(at) && !onWay.has(at)) {
      onWay.set(at, way.length);
      way.push(at);
      at = parentOf.get(at);
    }
    const ringStart = at === null || at === undefined ? undefined : onWay.get(at);
    if (ringStart !== undefined) rings.push(...way.slice(ringStart));
    for (const id of way) done.add(id);
  }
  return rings;
}

function parentsFirst(entries: readonly UnitEntry[], parentOf: ReadonlyMap<string, string | null>): Unit[] {
  const children = new Map<string | null, UnitEntry[]>();
  for (const entry of entries) {
    const parent = parentOf.get(entry.id) ?? null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(entry);
    else children.set(parent, [entry]);
  }
  const ordered: Unit[] = [];
  const waiting = siblingsOf(children, null);
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    const { id, name, invited } = entry;
    ordered.push({ id, name, invited, parentId: parentOf.get(id) ?? null });
    waiting.push(...siblingsOf(children, id));
  }
  return ordered;
}

/** Last first, so that taking from the end walks them in code-point order. */
function siblingsOf(children: ReadonlyMap<string | null, UnitEntry[]>, parent: string | null): UnitEntry[] {
  return [...(children.get(parent) ?? [])].sort((a, b) => (a.id < b.id ? 1 : -1));
}
