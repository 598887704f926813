import { FieldReaders, type FieldReader, type Reference } from '#core/fields/read-field.ts';
import type { Exact } from '#core/number/exact.ts';
import { FindingCollector } from '#core/quality/finding-collector.ts';
import type { SourceIntake } from '#core/result/intake.ts';
import type { Finding } from '#core/result/result-schema.ts';
import type { UnitsSource } from '#core/settings/source-settings.ts';
import type { UnitEntry } from './unit-directory.ts';

export interface UnitsTally {
  readonly entries: readonly UnitEntry[];
  readonly setAside: number;
  readonly findings: readonly Finding[];
}

/** Reads the unit list: id, name, parent (lookup or id) and invited. METHOD.md section 2. */
export function createUnitsIntake(source: UnitsSource): SourceIntake & { tally(): UnitsTally } {
  const { mapping } = source;
  const rows = new Map<string, UnitEntry | null>();
  const findings = new FindingCollector(source.id);
  let id: FieldReader<string> = () => ({ kind: 'blank' });
  let name = id;
  let parent: FieldReader<Reference> = () => ({ kind: 'blank' });
  let invited: FieldReader<Exact> = () => ({ kind: 'blank' });
  return {
    source,
    columns: [mapping.id, mapping.name, mapping.parent, mapping.invited].filter((column) => column !== null),
    open(columns) {
      const readers = new FieldReaders(columns);
      id = readers.text(mapping.id);
      name = readers.text(mapping.name);
      parent = readers.reference(mapping.parent);
      invited = readers.number(mapping.invited);
    },
    addRow(row) {
      const ownId = id(row);
      if (ownId.kind !== 'value') {
        findings.add('title-missing', { rowId: row.id, column: mapping.id });
        rows.set(row.id, null);
        return;
      }
      const ownName = name(row);
      const ownParent = parent(row);
      const asked = invited(row);
      const isCount = asked.kind === 'value' && asked.value.d === 1n && asked.value.s >= 0n;
      if (asked.kind === 'unreadable' || (asked.kind === 'value' && !isCount)) {
        const valueClass = asked.kind === 'unreadable' ? asked.valueClass : 'number';
        findings.add('not-a-number', { rowId: row.id, column: mapping.invited, valueClass });
      }
      rows.set(row.id, {
        rowId: row.id,
        id: ownId.value,
        name: ownName.kind === 'value' ? ownName.value : ownId.value,
        parent: ownParent.kind === 'value' ? ownParent.value : null,
        invited: isCount ? asked.value.valueOf() : null,
      });
    },
    rowsRead: () => rows.size,
    tally: () => {
      const entries = [...rows.values()].filter((entry) => entry !== null);
      return { entries, setAside: rows.size - entries.length, findings: findings.findings() };
    },
  };
}
