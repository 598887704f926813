import { foldWords } from '#core/fields/fold-words.ts';
import type { Reference } from '#core/fields/read-field.ts';
import {
  addCounts,
  NO_ANSWERS,
  subtractCounts,
  type UnitCounts,
  type UnitTree,
} from '#core/masking/unit-tree.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import {
  buildUnitDirectory,
  type Unit,
  type UnitDirectory,
  type UnitEntry,
} from '#core/units/unit-directory.ts';
import { areFreeText } from '#core/units/free-text-names.ts';
import type { EmployeeSurveyTally, GroupTally } from './employee-survey-tally.ts';

/** The survey laid on the units: who answered where, and which units there are. */
export interface SurveyTree {
  readonly units: readonly Unit[];
  readonly tree: UnitTree;
  readonly findings: readonly Finding[];
}

const PATH_SEPARATOR = ' / ';

/**
 * Joins a survey's groups to the unit list. Without a list, units are what the rows spell: by path columns, where equal
 * names under different parents are different units, or flat by the unit column. An answer whose unit is not in the
 * list counts in the total only, and that is a finding. METHOD.md section 2.
 */
export function buildSurveyTree(
  tally: EmployeeSurveyTally,
  directory: UnitDirectory | null,
  sourceId: string,
): SurveyTree {
  const findings = new FindingCollector(sourceId);
  const isFreeText = directory === null && namesAreFreeText(tally);
  const unitCell = { column: tally.unitColumn, valueClass: 'text' } as const;
  if (isFreeText) findings.add('unit-names-free-text', unitCell);
  const named = directory ?? directoryOf(isFreeText ? [] : tally.groups, sourceId);
  const own = new Map<string, UnitCounts>();
  let withoutUnit = NO_ANSWERS;
  for (const group of tally.groups) {
    const counts = countsOf(group);
    const name = group.path.join(PATH_SEPARATOR);
    const unit = group.path.length === 0 ? undefined : named.resolve(referenceOf(name, tally.unitsBy));
    if (unit) {
      own.set(unit.id, addCounts(own.get(unit.id) ?? NO_ANSWERS, counts));
      continue;
    }
    const isUnknown = group.path.length > 0;
    // How many names, not which nor how many answers: a wrongly mapped column may hold anything that people wrote.
    // Of aggregated rows the row may be named: it is a unit's, nobody's answer.
    if (isUnknown && counts.n > 0 && !isFreeText) {
      findings.add('unit-unknown', { ...unitCell, ...(group.row && { rowId: group.row.id }) });
    }
    // Where rows hold totals, that of an unknown unit may hold units that are known: adding it would count them twice.
    if (!isUnknown || tally.form !== 'aggregated-total') withoutUnit = addCounts(withoutUnit, counts);
  }
  const nodes = named.units.map((unit) => ({
    id: unit.id,
    parentId: unit.parentId,
    own: own.get(unit.id) ?? NO_ANSWERS,
  }));
  const tree = { nodes, withoutUnit };
  return {
    units: named.units,
    tree: tally.form === 'aggregated-total' ? ownFromTotals(tree, rowsByUnit(tally, named), findings) : tree,
    findings: [...named.findings, ...findings.findings()],
  };
}

/** Each part of a path for itself: one column with comments among them is enough. */
function namesAreFreeText({ groups }: EmployeeSurveyTally): boolean {
  const answering = groups.filter((group) => group.path.length > 0 && countsOf(group).n > 0);
  const answers = answering.reduce((sum, group) => sum + countsOf(group).n, 0);
  const deepest = Math.max(0, ...answering.map(({ path }) => path.length));
  return Array.from({ length: deepest }, (_, part) =>
    answering.flatMap(({ path }) => path[part] ?? []).map(foldWords),
  ).some((names) => areFreeText([...new Set(names)], answers));
}

function countsOf(group: GroupTally): UnitCounts {
  if (group.counts === null) {
    return { n: group.typed?.n ?? 0, sumHundredths: group.typed?.sumHundredths ?? 0, counts: null };
  }
  const n = group.counts.reduce((sum, count) => sum + count, 0);
  const sum = group.counts.reduce((total, count, index) => total + count * (index + 1), 0);
  return { n, sumHundredths: sum * 100, counts: group.counts };
}

function referenceOf(text: string, by: EmployeeSurveyTally['unitsBy']): Reference {
  return by === 'row' ? { by: 'row', rowId: text } : { by: 'text', text, folded: foldWords(text) };
}

/** Units as rows spell them: each path, and each of its beginnings as a parent. A path with a part that names nothing is none. */
function directoryOf(groups: readonly GroupTally[], sourceId: string): UnitDirectory {
  const entries = new Map<string, UnitEntry>();
  for (const path of groups.map((group) => group.path).filter((names) => !names.includes(''))) {
    for (let depth = 1; depth <= path.length; depth += 1) {
      const id = path.slice(0, depth).join(PATH_SEPARATOR);
      const known = entries.get(foldWords(id));
      // Spellings of one unit are one unit, by the one that comes first in code-point order.
      if (known && known.id <= id) continue;
      entries.set(foldWords(id), {
        rowId: null,
        id,
        name: path[depth - 1] ?? id,
        parent: depth === 1 ? null : referenceOf(path.slice(0, depth - 1).join(PATH_SEPARATOR), 'path'),
        invited: null,
      });
    }
  }
  return buildUnitDirectory([...entries.values()], sourceId);
}

type Row = NonNullable<GroupTally['row']>;

/** The rows whose totals stand on each unit; under null those of the organisation. */
function rowsByUnit(
  { groups, unitsBy }: EmployeeSurveyTally,
  named: UnitDirectory,
): ReadonlyMap<string | null, readonly Row[]> {
  const rows = new Map<string | null, Row[]>();
  for (const { path, row } of groups) {
    const unit = path.length === 0 ? null : named.resolve(referenceOf(path.join(PATH_SEPARATOR), unitsBy));
    if (row && unit !== undefined) {
      const id = unit?.id ?? null;
      rows.set(id, [...(rows.get(id) ?? []), row]);
    }
  }
  return rows;
}

/**
 * Where a parent's row is its whole total, what is its own is the total less its children's; a row without a unit is
 * then the organisation's total. A total that its children exceed can't be one: it is set aside, and the children stand.
 */
function ownFromTotals(
  tree: UnitTree,
  rows: ReadonlyMap<string | null, readonly Row[]>,
  findings: FindingCollector,
): UnitTree {
  const children = new Map<string | null, UnitCounts>();
  const ownOf = (row: UnitCounts, id: string | null): UnitCounts => {
    const below = children.get(id) ?? NO_ANSWERS;
    if (row.n === 0) return NO_ANSWERS;
    const rest = subtractCounts(row, below);
    if (isPossible(rest, row, below)) return rest;
    const detail = id === null ? {} : { unit: id };
    for (const { id: rowId, column } of rows.get(id) ?? []) {
      findings.add('count-mismatch', { rowId, column, valueClass: 'number', detail });
    }
    return NO_ANSWERS;
  };
  const own = new Map<string, UnitCounts>();
  for (const node of [...tree.nodes].reverse()) {
    const rest = ownOf(node.own, node.id);
    own.set(node.id, rest);
    const total = addCounts(children.get(node.id) ?? NO_ANSWERS, rest);
    children.set(node.parentId, addCounts(children.get(node.parentId) ?? NO_ANSWERS, total));
  }
  return {
    nodes: tree.nodes.map((node) => ({ ...node, own: own.get(node.id) ?? NO_ANSWERS })),
    withoutUnit: ownOf(tree.withoutUnit, null),
  };
}

/**
 * Whether what is left of a total can be answers. A mean typed with two decimals is off by up to half a hundredth for
 * each answer, and stays as typed: so the rest may miss the scale by that much.
 */
function isPossible(rest: UnitCounts, row: UnitCounts, below: UnitCounts): boolean {
  if (rest.n < 0 || rest.counts?.some((count) => count < 0)) return false;
  if (rest.sumHundredths === null) return true;
  const off = ((row.counts ? 0 : row.n) + (below.counts ? 0 : below.n)) / 2;
  return rest.sumHundredths >= rest.n * 100 - off && rest.sumHundredths <= rest.n * 500 + off;
}

/** Persons invited per unit and in all: a parent's is known only if all its children's are. */
export function invitedOf(
  units: readonly Unit[],
  tree: UnitTree,
): { readonly units: ReadonlyMap<string, number | null>; readonly organisation: number | null } {
  const totals = new Map<string, number | null>();
  const sums = new Map<string | null, number | null>();
  const ownAnswers = new Map(tree.nodes.map((node) => [node.id, node.own.n]));
  for (const unit of [...units].reverse()) {
    const children = sums.get(unit.id);
    const hasChildren = children !== undefined;
    // A parent with nobody of its own needs no number of its own.
    const own = unit.invited ?? (hasChildren && (ownAnswers.get(unit.id) ?? 0) === 0 ? 0 : null);
    const total = own === null || children === null ? null : own + (children ?? 0);
    totals.set(unit.id, total);
    const siblings = sums.get(unit.parentId);
    sums.set(unit.parentId, siblings === null || total === null ? null : (siblings ?? 0) + total);
  }
  return { units: totals, organisation: sums.get(null) ?? null };
}
