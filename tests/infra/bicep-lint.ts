import { declaredType, typeOf } from './bicep-infer.ts';
import type { BicepFile, Declaration, Decorator, Expression } from './bicep-reader.ts';
import { ANY, misfits, objectOf, STRING, type Type } from './bicep-types.ts';
import { usesIn } from './bicep-walk.ts';

interface DecoratorFacts {
  readonly on: readonly Declaration['kind'][];
  /** Types it decorates; null: every type. */
  readonly types: readonly string[] | null;
  readonly takes: readonly Type[];
}

const NUMBER: Type = { kind: 'int', least: null, most: null };
const EVERYWHERE: readonly Declaration['kind'][] = ['param', 'var', 'output', 'resource', 'module'];

/** Bicep's own decorators, as its reference describes them. */
const DECORATORS: ReadonlyMap<string, DecoratorFacts> = new Map<string, DecoratorFacts>([
  ['allowed', { on: ['param'], types: null, takes: [{ kind: 'array', of: ANY }] }],
  ['batchSize', { on: ['resource', 'module'], types: null, takes: [NUMBER] }],
  ['description', { on: EVERYWHERE, types: null, takes: [STRING] }],
  ['maxLength', { on: ['param', 'output'], types: ['string', 'array'], takes: [NUMBER] }],
  ['maxValue', { on: ['param', 'output'], types: ['int'], takes: [NUMBER] }],
  ['metadata', { on: ['param', 'output'], types: null, takes: [objectOf([], ANY)] }],
  ['minLength', { on: ['param', 'output'], types: ['string', 'array'], takes: [NUMBER] }],
  ['minValue', { on: ['param', 'output'], types: ['int'], takes: [NUMBER] }],
  ['secure', { on: ['param', 'output'], types: ['string', 'object'], takes: [] }],
]);

const TYPES = ['string', 'int', 'bool', 'array', 'object'];

/** Hosts of one cloud, which `environment()` gives for whichever cloud it is. */
const HOSTS_OF_A_CLOUD =
  /(?:core\.windows\.net|login\.microsoftonline\.com|management\.azure\.com|vault\.azure\.net|graph\.windows\.net)/;

/** What Bicep's own rules say of one declaration: decorators, types, secrets in outputs, resources that nothing uses. */
export function declarationFaults(declaration: Declaration, file: BicepFile): readonly string[] {
  const { name, kind, type, value, existing } = declaration;
  const faults = declaration.decorators.flatMap((decorator) => decoratorFaults(decorator, declaration));
  if ((kind === 'param' || kind === 'output') && !TYPES.includes(type))
    faults.push(`${name}: ${type} is no type`);
  if (kind === 'output' && value === null) faults.push(`${name}: an output must have a value`);
  if (kind === 'output' && value) faults.push(...secretFaults(name, value, file));
  if (existing && !isUsed(name, file)) faults.push(`${name}: nothing uses this existing resource`);
  if (value) {
    const host = stringsIn(value)
      .map((text) => HOSTS_OF_A_CLOUD.exec(text)?.[0])
      .find((found) => found !== undefined);
    if (host !== undefined) faults.push(`${name}: ${host} belongs to one cloud; use environment()`);
  }
  return faults;
}

function decoratorFaults(decorator: Decorator, declaration: Declaration): readonly string[] {
  const { name, kind, type } = declaration;
  const facts = DECORATORS.get(decorator.name);
  const place = `${name} @${decorator.name}`;
  if (!facts) return [`${place}: there is no such decorator`];
  if (!facts.on.includes(kind) || (facts.types && !facts.types.includes(type)))
    return [`${place}: not for ${kind} ${type}`.trimEnd()];
  if (decorator.with.length !== facts.takes.length)
    return [`${place}: takes ${facts.takes.length}, not ${decorator.with.length}`];
  const given = decorator.with.map((part) => typeOf(part, { typeOfName: () => ANY, tell: () => undefined }));
  const faults = given.flatMap((one, index) => misfits(one, facts.takes[index] ?? ANY, place));
  const [allowed] = given;
  return decorator.name === 'allowed' && allowed?.kind === 'array'
    ? [...faults, ...misfits(allowed.of, declaredType({ ...declaration, decorators: [] }), place)]
    : faults;
}

/** Outputs stand readable in the history of deployments. */
function secretFaults(name: string, value: Expression, file: BicepFile): readonly string[] {
  const faults = /password|secret/i.test(name) ? [`${name}: an output must not hold a secret`] : [];
  for (const { path } of usesIn(value)) {
    const [symbol = ''] = path;
    const param = file.declarations.find((one) => one.kind === 'param' && one.name === symbol);
    if (param?.decorators.some((decorator) => decorator.name === 'secure'))
      faults.push(`${name}: ${symbol} is secure, and must not be in an output`);
    if (path.some((part) => /^list[A-Z]/.test(part)))
      faults.push(`${name}: ${path.join('.')} gives keys, which must not be in an output`);
  }
  return faults;
}

function isUsed(name: string, file: BicepFile): boolean {
  return file.declarations.some(({ value, condition }) =>
    [value, condition].some((part) => part && usesIn(part).some(({ path }) => path[0] === name)),
  );
}

function stringsIn(value: Expression): readonly string[] {
  switch (value.kind) {
    case 'string':
      return [value.text];
    case 'object':
      return [
        ...value.members.flatMap((member) => stringsIn(member.value)),
        ...value.nested.flatMap((nested) => (nested.value ? stringsIn(nested.value) : [])),
      ];
    case 'array':
      return value.items.flatMap(stringsIn);
    case 'operation':
      return value.parts.flatMap(stringsIn);
    case 'for':
      return stringsIn(value.body);
    case 'lambda':
      return stringsIn(value.body);
    case 'call':
      return value.with.flatMap(stringsIn);
    case 'index':
      return [value.of, value.by].flatMap(stringsIn);
    case 'member':
      return stringsIn(value.of);
    case 'name':
    case 'literal':
      return [];
  }
}
