import { declarationFaults } from './bicep-lint.ts';
import { bind, propertiesOf, surroundingsOf, typeOf, type Surroundings } from './bicep-infer.ts';
import { elementOf } from './bicep-functions.ts';
import type { BicepFile, Declaration } from './bicep-reader.ts';
import {
  field,
  misfits,
  objectOf,
  STRING,
  type Field,
  type ResourceFacts,
  type Type,
} from './bicep-types.ts';
import { at, usesIn } from './bicep-walk.ts';
import { declaredType } from './bicep-infer.ts';

/** Members of a resource or module that Bicep takes itself. */
const META = ['parent', 'scope', 'dependsOn'];
/** What is known of a resource before anything is made: names and scopes may use nothing else. */
const KNOWN_AT_START = new Set(['id', 'name', 'type', 'apiVersion']);

/** One file with what it stands among. */
export interface Checked {
  readonly file: BicepFile;
  readonly modules: ReadonlyMap<string, BicepFile>;
  readonly facts: ReadonlyMap<string, ResourceFacts>;
}

/**
 * What is wrong with a file by what Microsoft publishes on its resources: properties that are not there, can only be read
 * or are missing, words and numbers that are not allowed, kinds that do not fit, and the same for functions, parameters
 * of modules, variables and outputs.
 */
export function faultsIn(checked: Checked): readonly string[] {
  const { file, modules, facts } = checked;
  const faults: string[] = [];
  const around = surroundingsOf(file, modules, facts, (fault) => faults.push(fault));
  for (const declaration of file.declarations) {
    if (declaration.condition) typeOf(declaration.condition, around);
    if (declaration.kind === 'resource') faults.push(...resourceFaults(declaration, null, checked, around));
    else if (declaration.kind === 'module') faults.push(...moduleFaults(declaration, checked, around));
    else if (declaration.value) {
      const type = typeOf(declaration.value, around);
      if (declaration.kind !== 'var')
        faults.push(...misfits(type, declaredType(declaration), declaration.name));
    }
    faults.push(...declarationFaults(declaration, file));
  }
  return [...new Set(faults)];
}

function resourceFaults(
  resource: Declaration,
  around: Declaration | null,
  checked: Checked,
  outside: Surroundings,
): readonly string[] {
  const { name } = resource;
  const type = around ? nestedType(resource.type, around.type) : resource.type;
  const facts = checked.facts.get(type);
  if (!facts) return [`${name}: no table knows ${type}`];
  const inside = insideLoop(resource, outside);
  const properties = propertiesOf(resource, META);
  if (!properties) return [`${name}: a resource must be an object`];
  const wanted = resource.existing ? identifying(facts.body) : facts.body;
  const body = at(resource.value);
  const nested = body?.kind === 'object' ? body.nested : [];
  return [
    ...misfits(typeOf(properties, inside), wanted, name),
    ...placeFaults(resource, type, around, facts, checked.file),
    ...nameFaults(resource, type),
    ...startFaults(resource, checked.file),
    ...dependencyFaults(resource, checked.file),
    ...nested.flatMap((child) => resourceFaults(child, { ...resource, type }, checked, outside)),
  ];
}

function nestedType(child: string, outer: string): string {
  const [type = '', version = ''] = outer.split('@');
  const [childType = '', childVersion = version] = child.split('@');
  return `${type}/${childType}@${childVersion}`;
}

function identifying(body: ResourceFacts['body']): Type {
  const members = [...body.members].filter(([, { identifies }]) => identifies);
  return objectOf(members);
}

function insideLoop({ value }: Declaration, around: Surroundings): Surroundings {
  return value?.kind === 'for' ? bind(around, [value.name], elementOf(typeOf(value.in, around))) : around;
}

/** Where a resource is made: in its parent, at its scope, and by a file of the right target. */
function placeFaults(
  resource: Declaration,
  type: string,
  around: Declaration | null,
  facts: ResourceFacts,
  file: BicepFile,
): readonly string[] {
  const { name } = resource;
  const [parent, scope] = [at(resource.value, 'parent'), at(resource.value, 'scope')];
  const resourceAt = (expression: typeof parent) =>
    expression?.kind === 'name'
      ? file.declarations.find((one) => one.kind === 'resource' && one.name === expression.text)
      : undefined;
  const faults: string[] = [];
  const outer = (type.split('@')[0] ?? '').split('/').slice(0, -1).join('/');
  if (outer.includes('/')) {
    const given = around ?? resourceAt(parent);
    if (given?.type.split('@')[0] !== outer) faults.push(`${name}.parent: must be a ${outer}`);
    if (around && parent) faults.push(`${name}.parent: it stands in its parent already`);
  } else if (parent) faults.push(`${name}.parent: ${type} has none`);
  if (facts.scope === 'extension') {
    if (!resourceAt(scope)) faults.push(`${name}.scope: must be a resource of this file`);
  } else if (scope) faults.push(`${name}.scope: ${type} is made where its file is deployed`);
  const target = file.targetScope;
  if (['resourceGroup', 'subscription'].includes(facts.scope) && facts.scope !== target)
    faults.push(`${name}: ${type} is made in a ${facts.scope}, this file in a ${target}`);
  return faults;
}

/** A child of Azure is named by its own part; one of Microsoft Graph also by its parent's. */
function nameFaults({ name, value }: Declaration, type: string): readonly string[] {
  const given = at(value, 'name');
  if (given?.kind !== 'string') return [];
  const parts = given.text.replace(/\$\{[^}]*\}/g, '').split('/').length;
  const depth = (type.split('@')[0] ?? '').split('/').length - 1;
  const wanted = type.startsWith('Microsoft.Graph/') ? depth : 1;
  return parts === wanted ? [] : [`${name}.name: must have ${wanted} part(s), not ${parts}`];
}

/** Names, parents, scopes, loops and conditions are worked out before anything is made. */
function startFaults(declaration: Declaration, file: BicepFile): readonly string[] {
  const { value, condition, name } = declaration;
  const places = [
    at(value, 'name'),
    at(value, 'scope'),
    at(value, 'parent'),
    condition,
    value?.kind === 'for' ? value.in : null,
  ];
  const late = places.flatMap((place) => (place ? lateUses(place, file) : []));
  return [...new Set(late)].map((use) => `${name}: ${use} is not known before it is made`);
}

function lateUses(expression: Parameters<typeof usesIn>[0], file: BicepFile): readonly string[] {
  return usesIn(expression).flatMap(({ path: [symbol, member, ...rest] }) => {
    const found = file.declarations.find(({ name, kind }) => name === symbol && kind !== 'output');
    if (found?.kind === 'var') return found.value ? lateUses(found.value, file) : [];
    if (found?.kind !== 'resource' && found?.kind !== 'module') return [];
    const known = found.kind === 'resource' ? KNOWN_AT_START : new Set(['name']);
    return member === undefined || known.has(member) ? [] : [[symbol, member, ...rest].join('.')];
  });
}

function dependencyFaults({ name, value }: Declaration, file: BicepFile): readonly string[] {
  const given = at(value, 'dependsOn');
  if (!given) return [];
  if (given.kind !== 'array') return [`${name}.dependsOn: must be a list`];
  return given.items.flatMap((item) =>
    item.kind === 'name' &&
    file.declarations.some((one) => one.name === item.text && ['resource', 'module'].includes(one.kind))
      ? []
      : [`${name}.dependsOn: must name resources and modules`],
  );
}

function moduleFaults(call: Declaration, checked: Checked, around: Surroundings): readonly string[] {
  const { file, modules } = checked;
  const target = modules.get(call.type);
  const properties = propertiesOf(call, META);
  if (!target || !properties) return [`${call.name}: there is no ${call.type}`];
  const params = target.declarations.filter(({ kind }) => kind === 'param');
  const wanted = objectOf([
    ['name', field(STRING)],
    [
      'params',
      field(
        objectOf(
          params.map((param): readonly [string, Field] => [
            param.name,
            field(declaredType(param), { required: param.value === null }),
          ]),
        ),
        { required: params.some(({ value }) => value === null) },
      ),
    ],
  ]);
  const scope = at(call.value, 'scope');
  const group =
    scope?.kind === 'name' &&
    file.declarations.some(
      (one) => one.name === scope.text && one.type.startsWith('Microsoft.Resources/resourceGroups@'),
    );
  const wrongScope = target.targetScope !== file.targetScope && !group;
  return [
    ...misfits(typeOf(properties, insideLoop(call, around)), wanted, call.name),
    ...(wrongScope ? [`${call.name}.scope: must be a resource group`] : []),
    ...startFaults(call, file),
    ...dependencyFaults(call, file),
  ];
}
