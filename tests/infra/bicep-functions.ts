import { ANY, field, misfits, NOTHING, objectOf, STRING, type Type } from './bicep-types.ts';

/** A function of Bicep: what it takes, in order; the last may stand again where `more`. */
export interface BicepFunction {
  readonly takes: readonly Type[];
  readonly more: boolean;
  readonly gives: (given: readonly Type[]) => Type;
}

const OBJECT: Type = objectOf([], ANY);
const ARRAY: Type = { kind: 'array', of: ANY };
const strings = (names: readonly string[]): Type => objectOf(names.map((name) => [name, field(STRING)]));
const fixed = (takes: readonly Type[], gives: BicepFunction['gives']): BicepFunction => ({
  takes,
  more: false,
  gives,
});
const oneOrMore = (takes: readonly Type[], gives: BicepFunction['gives']): BicepFunction => ({
  takes,
  more: true,
  gives,
});

/** The functions that infra/ may use, as Microsoft's reference of Bicep describes them. A lambda is given as what it returns. */
export const BICEP_FUNCTIONS: ReadonlyMap<string, BicepFunction> = new Map([
  ['empty', fixed([ANY], () => ({ kind: 'bool' }))],
  [
    'environment',
    fixed([], () =>
      objectOf([
        ['name', field(STRING)],
        [
          'authentication',
          field(
            objectOf([
              ['loginEndpoint', field(STRING)],
              ['tenant', field(STRING)],
              ['identityProvider', field(STRING)],
              ['audiences', field({ kind: 'array', of: STRING })],
            ]),
          ),
        ],
        ['suffixes', field(strings(['storage', 'keyvaultDns', 'sqlServerHostname', 'acrLoginServer']))],
        ['resourceManager', field(STRING)],
        ['portal', field(STRING)],
      ]),
    ),
  ],
  ['guid', oneOrMore([STRING], () => STRING)],
  ['items', fixed([OBJECT], ([of = ANY]) => ({ kind: 'array', of: entryOf(of) }))],
  ['map', fixed([ARRAY, ANY], ([, of = ANY]) => ({ kind: 'array', of }))],
  ['subscription', fixed([], () => strings(['id', 'subscriptionId', 'tenantId', 'displayName']))],
  ['subscriptionResourceId', oneOrMore([STRING, STRING], () => STRING)],
  ['tenant', fixed([], () => strings(['tenantId', 'displayName', 'countryCode', 'directoryType']))],
  ['union', oneOrMore([OBJECT, OBJECT], merged)],
  ['uniqueString', oneOrMore([STRING], () => STRING)],
]);

/** What is wrong with a call: how many it is given, and what they are. */
export function callFaults(name: string, called: BicepFunction, given: readonly Type[]): readonly string[] {
  const { takes, more } = called;
  if (given.length < takes.length || (given.length > takes.length && !more))
    return [`${name} takes ${takes.length}${more ? ' or more' : ''}, not ${given.length}`];
  return given.flatMap((type, index) => misfits(type, takes[index] ?? takes.at(-1) ?? ANY, `${name}()`));
}

/** One entry of what `items()` makes of an object. */
function entryOf(type: Type): Type {
  const { members, rest } = type.kind === 'object' ? type : { members: new Map(), rest: ANY };
  const values = [...members.values()].map((member) => (member as { readonly type: Type }).type);
  return objectOf([
    ['key', field(STRING, { required: true })],
    ['value', field({ kind: 'union', of: [...values, ...(rest ? [rest] : [])] }, { required: true })],
  ]);
}

/** Objects put together: a member that only some of the possibilities have is not sure to be there. */
function merged(given: readonly Type[]): Type {
  return given.reduce<Type>(
    (left, right) => {
      const lefts = possibilities(left);
      const rights = possibilities(right);
      return {
        kind: 'union',
        of: lefts.flatMap((a) =>
          rights.map((b) =>
            a.kind === 'object' && b.kind === 'object'
              ? objectOf([...a.members, ...b.members], a.rest ?? b.rest)
              : ANY,
          ),
        ),
      };
    },
    { kind: 'union', of: [objectOf([])] },
  );
}

function possibilities(type: Type): readonly Type[] {
  return type.kind === 'union' ? type.of.flatMap(possibilities) : [type];
}

/** The type of what a member, loop or `map` takes out of an array. */
export function elementOf(type: Type): Type {
  if (type.kind === 'array') return type.of;
  if (type.kind === 'union') return { kind: 'union', of: type.of.map(elementOf) };
  return type.kind === 'any' ? ANY : NOTHING;
}
