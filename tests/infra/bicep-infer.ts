import { BICEP_FUNCTIONS, callFaults, elementOf } from './bicep-functions.ts';
import type { BicepFile, Declaration, Expression } from './bicep-reader.ts';
import { ANY, field, objectOf, STRING, type ResourceFacts, type Type } from './bicep-types.ts';
import { at } from './bicep-walk.ts';

/** What names mean where an expression stands, and where to tell of faults in it. */
export interface Surroundings {
  readonly typeOfName: (name: string) => Type;
  readonly tell: (fault: string) => void;
}

/** The type of an expression; what is asked of a type that has no such thing is told. */
export function typeOf(expression: Expression, around: Surroundings): Type {
  const of = (part: Expression) => typeOf(part, around);
  switch (expression.kind) {
    case 'string':
      expression.parts.forEach(of);
      return { kind: 'string', values: expression.parts.length === 0 ? [expression.text] : null };
    case 'literal':
      return literalType(expression.text);
    case 'name':
      return around.typeOfName(expression.text);
    case 'member':
      return memberOf(of(expression.of), expression.name, (what) => {
        around.tell(`line ${expression.line}: ${what}`);
      });
    case 'index':
      of(expression.by);
      return elementOf(of(expression.of));
    case 'call':
      return callType(expression, around);
    case 'lambda':
      return typeOf(expression.body, bind(around, expression.names, ANY));
    case 'operation':
      return operationType(expression.operators, expression.parts.map(of));
    case 'array':
      return { kind: 'array', of: { kind: 'union', of: expression.items.map(of) } };
    case 'for':
      return {
        kind: 'array',
        of: typeOf(expression.body, bind(around, [expression.name], elementOf(of(expression.in)))),
      };
    case 'object':
      return objectOf(
        expression.members.map(({ name, value }) => [name, field(of(value), { required: true })]),
      );
  }
}

/** The same surroundings with the names of a lambda or a loop. */
export function bind(around: Surroundings, names: readonly string[], type: Type): Surroundings {
  return {
    ...around,
    typeOfName: (name) => (names.includes(name) ? type : around.typeOfName(name)),
  };
}

function literalType(text: string): Type {
  if (text === 'null') return { kind: 'null' };
  if (text === 'true' || text === 'false') return { kind: 'bool' };
  return { kind: 'int', least: Number(text), most: Number(text) };
}

function operationType(operators: readonly string[], parts: readonly Type[]): Type {
  if (operators.includes('?')) return { kind: 'union', of: parts.slice(1) };
  if (operators.includes('??')) return { kind: 'union', of: parts };
  return operators.every((operator) => '+-*/%'.includes(operator))
    ? { kind: 'int', least: null, most: null }
    : { kind: 'bool' };
}

function callType(call: Expression & { readonly kind: 'call' }, around: Surroundings): Type {
  const name = call.of.kind === 'name' ? call.of.text : '';
  const called = BICEP_FUNCTIONS.get(name);
  if (!called) {
    around.tell(`there is no function ${name}`);
    return ANY;
  }
  const [first, second] = call.with;
  const given =
    name === 'map' && first && second?.kind === 'lambda'
      ? mapped(first, second, around)
      : call.with.map((part) => typeOf(part, around));
  for (const fault of callFaults(name, called, given)) around.tell(fault);
  return called.gives(given);
}

function mapped(
  over: Expression,
  lambda: Expression & { readonly kind: 'lambda' },
  around: Surroundings,
): readonly Type[] {
  const array = typeOf(over, around);
  return [array, typeOf(lambda.body, bind(around, lambda.names, elementOf(array)))];
}

function memberOf(type: Type, name: string, tell: (what: string) => void): Type {
  switch (type.kind) {
    case 'any':
      return ANY;
    case 'union':
      return { kind: 'union', of: type.of.map((one) => memberOf(one, name, tell)) };
    case 'object': {
      const found = type.members.get(name)?.type ?? type.rest;
      if (found && found.kind !== 'unknown') return found;
      tell(found ? `no table says whether there is a ${name}` : `there is no ${name} to read`);
      return ANY;
    }
    case 'unknown':
    case 'null':
    case 'bool':
    case 'string':
    case 'int':
    case 'array':
      tell(`${name} is asked of ${type.kind}`);
      return ANY;
  }
}

/** The type that a parameter or output declares, narrowed by its decorators. */
export function declaredType({ type, decorators }: Declaration): Type {
  const number = (name: string) => {
    const value = decorators.find((decorator) => decorator.name === name)?.with[0];
    return value?.kind === 'literal' ? Number(value.text) : null;
  };
  switch (type) {
    case 'string': {
      const allowed = decorators.find(({ name }) => name === 'allowed')?.with[0];
      const words = allowed?.kind === 'array' ? allowed.items : null;
      return {
        kind: 'string',
        values: words?.flatMap((word) => (word.kind === 'string' ? [word.text] : [])) ?? null,
      };
    }
    case 'int':
      return { kind: 'int', least: number('minValue'), most: number('maxValue') };
    case 'bool':
      return { kind: 'bool' };
    case 'array':
      return { kind: 'array', of: ANY };
    case 'object':
      return objectOf([], ANY);
    default:
      return ANY;
  }
}

/** What a file's names mean: parameters, variables, resources and modules. */
export function surroundingsOf(
  file: BicepFile,
  modules: ReadonlyMap<string, BicepFile>,
  facts: ReadonlyMap<string, ResourceFacts>,
  tell: (fault: string) => void,
): Surroundings {
  const known = new Map<string, Type>();
  const typeOfName = (name: string): Type => {
    const before = known.get(name);
    if (before) return before;
    // A variable that leads back to itself is any, so that this ends.
    known.set(name, ANY);
    const declaration = file.declarations.find((one) => one.name === name && one.kind !== 'output');
    const type = declaration ? symbolType(declaration) : ANY;
    known.set(name, type);
    return type;
  };
  const around: Surroundings = { typeOfName, tell };
  const symbolType = (declaration: Declaration): Type => {
    const many = (type: Type): Type =>
      declaration.value?.kind === 'for' ? { kind: 'array', of: type } : type;
    switch (declaration.kind) {
      case 'var':
        // Faults inside are told where the variable is checked, once.
        return declaration.value ? typeOf(declaration.value, { typeOfName, tell: () => undefined }) : ANY;
      case 'resource':
        return many(facts.get(declaration.type)?.body ?? ANY);
      case 'module':
        return many(moduleType(modules.get(declaration.type)));
      case 'param':
      case 'output':
        return declaredType(declaration);
    }
  };
  return around;
}

function moduleType(target: BicepFile | undefined): Type {
  const outputs = target?.declarations.filter(({ kind }) => kind === 'output') ?? [];
  return objectOf([
    ['name', field(STRING)],
    ['outputs', field(objectOf(outputs.map((output) => [output.name, field(declaredType(output))])))],
  ]);
}

/** Members of a declaration that are not properties of what it makes. */
export function propertiesOf(declaration: Declaration, apart: readonly string[]): Expression | null {
  const body = at(declaration.value);
  if (body?.kind !== 'object') return null;
  return { ...body, nested: [], members: body.members.filter(({ name }) => !apart.includes(name)) };
}
