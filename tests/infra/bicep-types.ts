import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a value may be. `unknown` is what a table of facts does not describe: nothing may be put there or read there. */
export type Type =
  | { readonly kind: 'any' | 'unknown' | 'null' | 'bool' }
  | { readonly kind: 'string'; readonly values: readonly string[] | null }
  | { readonly kind: 'int'; readonly least: number | null; readonly most: number | null }
  | { readonly kind: 'array'; readonly of: Type }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Field>; readonly rest: Type | null }
  | { readonly kind: 'union'; readonly of: readonly Type[] };

export interface Field {
  readonly type: Type;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Names the resource, and is all that an existing one is asked for. */
  readonly identifies: boolean;
}

/** What Microsoft publishes on one resource type and API version. */
export interface ResourceFacts {
  readonly scope: 'resourceGroup' | 'subscription' | 'extension' | 'any';
  readonly body: Type & { readonly kind: 'object' };
}

export const ANY: Type = { kind: 'any' };
export const STRING: Type = { kind: 'string', values: null };
export const NOTHING: Type = { kind: 'union', of: [] };
export const field = (type: Type, marks: Partial<Field> = {}): Field => ({
  type,
  required: false,
  readOnly: false,
  identifies: false,
  ...marks,
});
export const objectOf = (
  members: Iterable<readonly [string, Field]>,
  rest: Type | null = null,
): Type & { readonly kind: 'object' } => ({ kind: 'object', members: new Map(members), rest });

/**
 * The tables in resource-types/, by type and version. They are written so: `name!` must be there, `name-` can only be read,
 * `name@` names the resource, `*` is any other name; `'A' | 'B'` are the words allowed, `int 1..9` the numbers; `object` and
 * `array` are there but not described.
 *
 * @throws Error for a table that is not so written
 */
export function readResourceFacts(folder: string): ReadonlyMap<string, ResourceFacts> {
  const tables = readdirSync(folder).map(
    (name) =>
      JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        readonly types: Readonly<Record<string, { readonly scope: string; readonly body: unknown }>>;
      },
  );
  return new Map(
    tables
      .flatMap(({ types }) => Object.entries(types))
      .map(([type, { scope, body }]) => {
        const read = typeIn(body);
        if (read.kind !== 'object' || !isScope(scope)) throw new Error(`the table of ${type} is not right`);
        const named = [...read.members.values()].some(({ identifies }) => identifies);
        // Every resource of Azure has these; one of Microsoft Graph has what its own table says.
        const common = type.startsWith('Microsoft.Graph/')
          ? []
          : [
              ...(named ? [] : [['name', field(STRING, { required: true, identifies: true })] as const]),
              ...['id', 'type', 'apiVersion'].map(
                (name) => [name, field(STRING, { readOnly: true })] as const,
              ),
            ];
        return [type, { scope, body: objectOf([...read.members, ...common]) }] as const;
      }),
  );
}

function isScope(scope: string): scope is ResourceFacts['scope'] {
  return ['resourceGroup', 'subscription', 'extension', 'any'].includes(scope);
}

function typeIn(written: unknown): Type {
  if (typeof written === 'string') return scalarIn(written);
  if (Array.isArray(written)) return { kind: 'array', of: typeIn(written[0]) };
  if (written === null || typeof written !== 'object') throw new Error(`${String(written)} is no type`);
  const entries = Object.entries(written).map(([key, value]) => [key, typeIn(value)] as const);
  return objectOf(
    entries
      .filter(([key]) => key !== '*')
      .map(([key, type]) => [
        key.replace(/[!@-]$/, ''),
        field(type, {
          required: /[!@]$/.test(key),
          readOnly: key.endsWith('-'),
          identifies: key.endsWith('@'),
        }),
      ]),
    entries.find(([key]) => key === '*')?.[1] ?? null,
  );
}

function scalarIn(written: string): Type {
  const range = /^int(?: (\d+)\.\.(\d+))?$/.exec(written);
  if (range) {
    const bound = (text: string | undefined) => (text === undefined ? null : Number(text));
    return { kind: 'int', least: bound(range[1]), most: bound(range[2]) };
  }
  if (written.startsWith("'"))
    return { kind: 'string', values: written.split(' | ').map((word) => word.slice(1, -1)) };
  switch (written) {
    case 'string':
      return STRING;
    case 'bool':
    case 'any':
      return { kind: written };
    case 'object':
      return objectOf([], { kind: 'unknown' });
    case 'array':
      return { kind: 'array', of: { kind: 'unknown' } };
    default:
      throw new Error(`${written} is no type`);
  }
}

/** What keeps a value of one type from standing where another is asked for; each fault begins with its path. */
export function misfits(actual: Type, wanted: Type, path: string): readonly string[] {
  if (actual.kind === 'union') return [...new Set(actual.of.flatMap((one) => misfits(one, wanted, path)))];
  if (wanted.kind === 'unknown') return [`${path}: no table says what may stand here`];
  if (actual.kind === 'any' || wanted.kind === 'any') return [];
  if (actual.kind === 'string' && wanted.kind === 'string') {
    const { values } = wanted;
    const wrong = values === null ? [] : (actual.values ?? []).filter((value) => !values.includes(value));
    return wrong.map((value) => `${path}: “${value}” is not one of ${(values ?? []).join(', ')}`);
  }
  if (actual.kind === 'int' && wanted.kind === 'int') {
    const tooLow = actual.least !== null && wanted.least !== null && actual.least < wanted.least;
    const tooHigh = actual.most !== null && wanted.most !== null && actual.most > wanted.most;
    return tooLow || tooHigh ? [`${path}: not within ${wanted.least ?? ''}..${wanted.most ?? ''}`] : [];
  }
  if (actual.kind === 'array' && wanted.kind === 'array') return misfits(actual.of, wanted.of, `${path}[]`);
  if (actual.kind === 'object' && wanted.kind === 'object') return objectMisfits(actual, wanted, path);
  return actual.kind === wanted.kind ? [] : [`${path}: must be ${wanted.kind}, not ${actual.kind}`];
}

function objectMisfits(
  actual: Type & { readonly kind: 'object' },
  wanted: Type & { readonly kind: 'object' },
  path: string,
): readonly string[] {
  const inside = [...actual.members].flatMap(([name, { type }]) => {
    const asked = wanted.members.get(name);
    if (asked?.readOnly === true) return [`${path}.${name}: can only be read`];
    const allowed = asked?.type ?? wanted.rest;
    return allowed
      ? misfits(type, allowed, `${path}.${name}`)
      : [`${path}.${name}: there is no such property`];
  });
  // An object whose members are not known here may well have what is needed.
  const missing =
    actual.rest === null
      ? [...wanted.members].filter(([name, { required }]) => required && !actual.members.get(name)?.required)
      : [];
  return [...inside, ...missing.map(([name]) => `${path}.${name}: must be there`)];
}
