import { BICEP_FUNCTIONS } from './bicep-functions.ts';
import type { BicepFile, Declaration, Expression } from './bicep-reader.ts';

/** A name that an expression uses, with the members asked of it: `identity.outputs.clientId`. */
export interface Use {
  readonly path: readonly string[];
  readonly line: number;
}

/** Every name that is used in an expression but bound by none of its own lambdas or loops. */
export function usesIn(expression: Expression, bound: ReadonlySet<string> = new Set()): readonly Use[] {
  const inside = (parts: readonly Expression[], more: readonly string[] = []) =>
    parts.flatMap((part) => usesIn(part, new Set([...bound, ...more])));
  switch (expression.kind) {
    case 'literal':
      return [];
    case 'string':
    case 'operation':
      return inside(expression.parts);
    case 'array':
      return inside(expression.items);
    case 'index':
      return inside([expression.of, expression.by]);
    case 'lambda':
      return inside([expression.body], expression.names);
    case 'for':
      return [...inside([expression.in]), ...inside([expression.body], [expression.name])];
    case 'call':
      return inside([expression.of, ...expression.with]);
    case 'object':
      return [
        ...inside(expression.members.map(({ value }) => value)),
        ...expression.nested.flatMap((nested) => (nested.value ? usesIn(nested.value, bound) : [])),
      ];
    case 'name':
    case 'member': {
      const use = pathOf(expression);
      if (!use) return expression.kind === 'member' ? inside([expression.of]) : [];
      return bound.has(use.path[0] ?? '') ? [] : [use];
    }
  }
}

function pathOf(expression: Expression): Use | null {
  if (expression.kind === 'name') return { path: [expression.text], line: expression.line };
  if (expression.kind !== 'member') return null;
  const of = pathOf(expression.of);
  return of && { path: [...of.path, expression.name], line: of.line };
}

/** A declaration's members at a path, or null where nothing is there. */
export function at(value: Expression | null, ...path: readonly string[]): Expression | null {
  let here = value?.kind === 'for' ? value.body : value;
  for (const name of path) {
    if (here?.kind !== 'object') return null;
    here = here.members.find((member) => member.name === name)?.value ?? null;
  }
  return here;
}

/** Every resource of a file, those inside others with their whole type. */
export function resourcesOf(file: BicepFile): readonly Declaration[] {
  return file.declarations.filter(({ kind }) => kind === 'resource').flatMap(withNested);
}

function withNested(resource: Declaration): readonly Declaration[] {
  const body = at(resource.value);
  const nested = body?.kind === 'object' ? body.nested : [];
  const [type = '', version = ''] = resource.type.split('@');
  return [
    resource,
    ...nested.flatMap((child) => {
      const [childType = '', childVersion = version] = child.type.split('@');
      return withNested({ ...child, type: `${type}/${childType}@${childVersion}` });
    }),
  ];
}

/** What is wrong in a file by itself: names that nothing declares, and declarations that nothing uses. */
export function looseEnds(file: BicepFile): readonly string[] {
  const declared = new Set(file.declarations.map(({ name }) => name));
  const uses = file.declarations.flatMap(({ value, condition }) =>
    [value, condition].flatMap((part) => (part ? usesIn(part) : [])),
  );
  const unknown = uses
    .filter(({ path: [name = ''] }) => !declared.has(name) && !BICEP_FUNCTIONS.has(name))
    .map(({ path, line }) => `line ${line}: nothing declares ${path.join('.')}`);
  const used = new Set(uses.map(({ path }) => path[0]));
  const unused = file.declarations
    .filter(({ kind, name }) => (kind === 'param' || kind === 'var') && !used.has(name))
    .map(({ line, name }) => `line ${line}: nothing uses ${name}`);
  const twice = file.declarations
    .filter(
      ({ name, kind }, index, all) =>
        all.findIndex((one) => one.name === name && (one.kind === 'output') === (kind === 'output')) !==
        index,
    )
    .map(({ line, name }) => `line ${line}: ${name} is declared twice`);
  return [...unknown, ...unused, ...twice];
}
