import type { ColumnDefinition, List } from '@microsoft/microsoft-graph-types';
import type { SharePointList } from '#core/settings/source-location.ts';
import { ProblemError } from '../../app/errors.ts';
import { readableColumnName, toGraphColumn, type GraphColumn } from './column-facts.ts';
import type { GraphAccess } from './graph-access.ts';
import { atList, atSite, listPath, sitePath, type GraphActor } from './graph-paths.ts';

/** A list and all its columns, by internal name. */
export interface DescribedList {
  readonly list: List;
  readonly columns: ReadonlyMap<string, GraphColumn>;
}

type ListWithColumns = List & { readonly 'columns@odata.nextLink'?: string };

/**
 * Asks for a list and its columns, in one request where they fit in one.
 *
 * @throws ProblemError list-not-found, or of the site where that is what is missing or forbidden; a graph- problem; WaitError
 */
export async function describeList(
  graph: GraphAccess,
  location: SharePointList,
  actor: GraphActor,
): Promise<DescribedList> {
  const list = await fetchList(graph, location, actor);
  const place = atList(location, actor);
  const broken = () => new ProblemError('graph-broken-answer', place.values);
  const found = new Map<string, GraphColumn>();
  let definitions: unknown = list.columns;
  let next = list['columns@odata.nextLink'];
  for (;;) {
    if (!Array.isArray(definitions)) throw broken();
    for (const definition of definitions as ColumnDefinition[]) {
      const column = toGraphColumn(definition);
      found.set(column.name, column);
    }
    if (next === undefined) return { list, columns: found };
    const page = (await graph.get(graph.ownAddress(next, place).href, {}, place, 2)) as {
      readonly value?: unknown;
      readonly '@odata.nextLink'?: string;
    };
    definitions = page.value;
    next = page['@odata.nextLink'];
  }
}

async function fetchList(
  graph: GraphAccess,
  location: SharePointList,
  actor: GraphActor,
): Promise<ListWithColumns> {
  const query = { $select: 'id,name,displayName,webUrl,eTag,lastModifiedDateTime', $expand: 'columns' };
  try {
    // One thing with many others in it: counted as many, the dearer of what it may be.
    return (await graph.get(listPath(location), query, atList(location, actor), 2)) as ListWithColumns;
  } catch (error) {
    // A list that is not found may be a site that is not found: the admin needs to know which.
    if (error instanceof ProblemError && error.code === 'list-not-found') {
      const place = atSite(location.siteName, actor);
      await graph.get(sitePath(location.siteId), { $select: 'id' }, place);
    }
    throw error;
  }
}

/** The columns of these names, in their order. @throws ProblemError column-missing, naming the first that is gone */
export function wantedColumns(
  { columns: definitions }: DescribedList,
  location: SharePointList,
  names: readonly string[],
  actor: GraphActor,
): readonly GraphColumn[] {
  const { values } = atList(location, actor);
  return names.map((name) => {
    const found = definitions.get(name);
    if (!found) {
      throw new ProblemError('column-missing', {
        ...values,
        column: readableColumnName(name),
        columnName: name,
      });
    }
    return found;
  });
}
