import { RestError, type TableClient, type TableEntityResult } from '@azure/data-tables';
import { ProblemError } from '../../app/errors.ts';

/** Runs a call to Tables; a failure that is not the caller's to handle is `storage-unavailable`. */
export async function atStorage<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('storage-unavailable', {}, { cause: error });
  }
}

/** Whether a call failed because nothing is there, the table itself included. */
export function isNotFound(error: unknown): boolean {
  return error instanceof RestError && error.statusCode === 404;
}

/** Whether a write failed because somebody else wrote first, or the entity is there already. */
export function isConflict(error: unknown): boolean {
  return error instanceof RestError && (error.statusCode === 412 || error.statusCode === 409);
}

/** Whether a write failed because the table has not been made yet. */
function isTableMissing(error: unknown): boolean {
  return isNotFound(error) && codeOf(error as RestError) === 'TableNotFound';
}

/** The service's code: a transaction puts it on the error, a single call among the details. */
function codeOf({ code, details }: RestError): unknown {
  return code ?? (details as { readonly errorCode?: unknown } | undefined)?.errorCode;
}

/** An entity, or null where there is none. */
export async function readEntity<T extends object>(
  table: TableClient,
  partition: string,
  row: string,
): Promise<TableEntityResult<T> | null> {
  return atStorage(async () => {
    try {
      return await table.getEntity<T>(partition, row);
    } catch (error) {
      if (isNotFound(error)) return null;
      throw error;
    }
  });
}

/** A write; the first one to a table makes the table. Reading one that is not there finds nothing. */
export async function writing<T>(table: TableClient, write: () => Promise<T>): Promise<T> {
  return atStorage(() => orMakeTable(table, write));
}

/**
 * A write that somebody else's may forestall.
 *
 * @returns null where it was forestalled
 */
export async function writingOver<T>(table: TableClient, write: () => Promise<T>): Promise<T | null> {
  return atStorage(async () => {
    try {
      return await orMakeTable(table, write);
    } catch (error) {
      if (isConflict(error) || isNotFound(error)) return null;
      throw error;
    }
  });
}

async function orMakeTable<T>(table: TableClient, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!isTableMissing(error)) throw error;
    await table.createTable();
    return write();
  }
}

/** The entities of one partition whose row keys begin with a prefix, in the order of their keys. */
export async function entitiesWithPrefix<T extends object>(
  table: TableClient,
  partition: string,
  prefix: string,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly TableEntityResult<T>[]> {
  return entitiesBetween(table, partition, prefix, `${prefix}\uffff`, most);
}

/** The entities of one partition whose row keys are at or after one text and before another, in the order of their keys. */
export async function entitiesBetween<T extends object>(
  table: TableClient,
  partition: string,
  from: string,
  before: string,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly TableEntityResult<T>[]> {
  const range = `RowKey ge ${quoted(from)} and RowKey lt ${quoted(before)}`;
  const queryOptions = { filter: `PartitionKey eq ${quoted(partition)} and ${range}` };
  return atStorage(async () => {
    const found: TableEntityResult<T>[] = [];
    try {
      for await (const entity of table.listEntities<T>({ queryOptions })) {
        found.push(entity);
        if (found.length >= most) break;
      }
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
    return found;
  });
}

/** The entities of one partition whose row keys come after one, in the order of their keys, fetched as they are needed. */
export async function* entitiesAfter<T extends object>(
  table: TableClient,
  partition: string,
  row: string,
): AsyncIterable<TableEntityResult<T>> {
  const filter = `PartitionKey eq ${quoted(partition)} and RowKey gt ${quoted(row)}`;
  const entities = table.listEntities<T>({ queryOptions: { filter } });
  for (;;) {
    const next = await atStorage(async () => {
      try {
        return await entities.next();
      } catch (error) {
        if (isNotFound(error)) return null;
        throw error;
      }
    });
    if (next === null || next.done === true) return;
    yield next.value;
  }
}

/** An OData literal that nothing in the text can end. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
