import type { TableClient } from '@azure/data-tables';
import type { ScheduleMark, ScheduleMarks } from '../../app/ports/schedule-marks.ts';
import { readEntity, writing } from './table-access.ts';

const ROW = 'schedule';

/** `mark` is JSON of {@link ScheduleMark}: one small entity a tenant, beside its refreshes. */
export class TableScheduleMarks implements ScheduleMarks {
  readonly #table: TableClient;

  constructor(table: TableClient) {
    this.#table = table;
  }

  async find(tenantId: string): Promise<ScheduleMark | null> {
    const entity = await readEntity<{ readonly mark: string }>(this.#table, tenantId, ROW);
    return entity && (JSON.parse(entity.mark) as ScheduleMark);
  }

  async save(tenantId: string, mark: ScheduleMark): Promise<void> {
    const entity = { partitionKey: tenantId, rowKey: ROW, mark: JSON.stringify(mark) };
    await writing(this.#table, () => this.#table.upsertEntity(entity, 'Replace'));
  }
}
