import { classOfField, FieldReaders } from '#core/fields/read-field.ts';
import { compareRowIds } from '#core/fields/row-number.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { ListRow, SourceIntake } from '#core/result/intake.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { UnitsSource } from '#core/settings/source-settings.ts';
import type { UnitEntry } from './unit-directory.ts';

export interface UnitsTally {
  readonly entries: readonly UnitEntry[];
  readonly setAside: number;
  readonly findings: readonly Finding[];
}

/**
 * Reads the unit list: id, name, parent (lookup or id) and invited. A row without an id can't be answered for and is set
 * aside; an invited number that is none leaves it unknown. METHOD.md section 2.
 */
export function createUnitsIntake(source: UnitsSource): SourceIntake & { tally(): UnitsTally } {
  const { mapping } = source;
  const rows = new Map<string, ListRow>();
  let readers = readersOf(new FieldReaders([]), mapping);
  return {
    source,
    columns: [mapping.id, mapping.name, mapping.parent, mapping.invited].filter((column) => column !== null),
    open(columns) {
      readers = readersOf(new FieldReaders(columns), mapping);
    },
    addRow: (row) => void rows.set(row.id, row),
    rowsRead: () => rows.size,
    tally() {
      const findings = new FindingCollector(source.id);
      const entries = [...rows.values()]
        .sort((a, b) => compareRowIds(a.id, b.id))
        .flatMap((row) => readUnit(row, readers, mapping, findings) ?? []);
      return { entries, setAside: rows.size - entries.length, findings: findings.findings() };
    },
  };
}

type Mapping = UnitsSource['mapping'];

function readersOf(fields: FieldReaders, mapping: Mapping) {
  return {
    id: fields.text(mapping.id),
    name: fields.text(mapping.name),
    parent: fields.reference(mapping.parent),
    invited: fields.number(mapping.invited),
  };
}

function readUnit(
  row: ListRow,
  readers: ReturnType<typeof readersOf>,
  mapping: Mapping,
  findings: FindingCollector,
): UnitEntry | undefined {
  const id = readers.id(row);
  if (id.kind !== 'value') {
    const valueClass = id.kind === 'blank' ? 'blank' : id.valueClass;
    findings.add('title-missing', { rowId: row.id, column: mapping.id, valueClass });
    return undefined;
  }
  const name = readers.name(row);
  if (name.kind !== 'value') {
    const valueClass = classOfField(name);
    findings.add('title-missing', { rowId: row.id, column: mapping.name, valueClass });
  }
  const parent = readers.parent(row);
  if (parent.kind === 'unreadable') {
    findings.add('unit-unknown', { rowId: row.id, column: mapping.parent, valueClass: parent.valueClass });
  }
  const invited = readers.invited(row);
  const isCount = invited.kind === 'value' && invited.value.d === 1n && invited.value.s >= 0n;
  const invitedCount = isCount ? invited.value.valueOf() : null;
  if (invited.kind !== 'blank' && !isWithinReach(invitedCount)) {
    const valueClass = invited.kind === 'unreadable' ? invited.valueClass : 'number';
    findings.add('not-a-number', { rowId: row.id, column: mapping.invited, valueClass });
  }
  return {
    rowId: row.id,
    id: id.value,
    name: name.kind === 'value' ? name.value : id.value,
    parent: parent.kind === 'value' ? parent.value : null,
    invited: isWithinReach(invitedCount) ? invitedCount : null,
  };
}

/** No municipality asks a hundred million persons; sums of such numbers would stop being exact. */
function isWithinReach(count: number | null): count is number {
  return count !== null && count <= 100_000_000;
}
