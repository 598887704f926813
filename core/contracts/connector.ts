import { z } from 'zod';
import type { EndpointContract } from './endpoint-contract.ts';
import { ENDPOINTS, type EndpointName } from './endpoints.ts';

/** Where the connector calls and signs in. */
export interface ConnectorPlace {
  /** Host of the app, without scheme and path. */
  readonly host: string;
  readonly clientId: string;
  readonly version: string;
}

interface ConnectorOperation {
  readonly summary: string;
  readonly description: string;
  /** A trigger that Power Automate polls; what it is called when it fires. */
  readonly trigger?: string;
  /** Optional parts of the body that OpenAPI 2.0 can't say: their defaults hold. */
  readonly without?: readonly string[];
}

/** The operations that automations need, with names that a maker understands; shapes and addresses are the contract's. */
const OPERATIONS: Partial<Readonly<Record<EndpointName, ConnectorOperation>>> = {
  listPublications: {
    summary: 'När indexet fastställs',
    description: 'Startar ett flöde när ett år av indexet har fastställts eller rättats.',
    trigger: 'Fastställs ett år så startar flödet inom några minuter.',
  },
  exportJson: {
    summary: 'Hämta indexets mått',
    description: 'Alla mått för alla år eller ett år, en rad per mått. Små grupper är dolda.',
  },
  requestRefresh: {
    summary: 'Räkna om ett år',
    description: 'Läser källorna på nytt och räknar om ett år. Kräver rollen Index.Admin.',
  },
  requestDigest: {
    summary: 'Posta en sammanfattning',
    description: 'Postar en sammanfattning av ett år i en kanal. Kräver rollen Index.Admin.',
    without: ['subject'],
  },
};

type Json = Readonly<Record<string, unknown>>;

/**
 * The definition of a Power Platform custom connector: OpenAPI 2.0, generated from the contract that the API itself
 * answers by.
 *
 * @throws Error where a shape of the contract can't be said in OpenAPI 2.0 (alternatives), naming it
 */
export function connectorDefinition({ host, clientId, version }: ConnectorPlace): Json {
  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries(OPERATIONS)) {
    const contract: EndpointContract = ENDPOINTS[name as EndpointName];
    const path = contract.path.replace('/api', '');
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(name, contract, operation) };
  }
  return {
    swagger: '2.0',
    info: {
      title: 'Digitaliseringsindex',
      description: 'Kommunens digitaliseringsindex: mått, fastställda år och sammanfattningar till kanaler.',
      version,
    },
    host,
    basePath: '/api',
    schemes: ['https'],
    consumes: ['application/json'],
    produces: ['application/json'],
    paths,
    definitions: {},
    securityDefinitions: {
      entra: {
        type: 'oauth2',
        flow: 'accessCode',
        authorizationUrl: 'https://login.microsoftonline.com/common/oauth2/authorize',
        tokenUrl: 'https://login.microsoftonline.com/common/oauth2/token',
        scopes: { access_as_user: 'Läsa digitaliseringsindexet som den inloggade' },
      },
    },
    security: [{ entra: ['access_as_user'] }],
    'x-ms-connector-metadata': [
      { propertyName: 'Website', propertyValue: `https://${host}/tab/` },
      { propertyName: 'Privacy policy', propertyValue: `https://${host}/tab/#/method` },
      { propertyName: 'Categories', propertyValue: 'Data' },
    ],
    'x-digitaliseringsindex-resource': `api://${host}/${clientId}`,
  };
}

function operationOf(name: string, contract: EndpointContract, operation: ConnectorOperation): Json {
  const { summary, description, trigger, without = [] } = operation;
  const { success, query, params, body } = contract;
  const answered = {
    description: success.description,
    ...(success.schema && { schema: swaggerSchema(success.schema, name) }),
  };
  return {
    operationId: name,
    summary,
    description,
    'x-ms-visibility': 'important',
    ...(trigger !== undefined && { 'x-ms-trigger': 'batch', 'x-ms-trigger-hint': trigger }),
    parameters: [
      ...parametersOf(params, 'path', name),
      ...parametersOf(query, 'query', name, trigger !== undefined),
      ...(body
        ? [{ name: 'body', in: 'body', required: true, schema: swaggerSchema(body, name, 'input', without) }]
        : []),
    ],
    responses: {
      [success.status]: answered,
      ...(trigger !== undefined && { 202: { description: 'Inget nytt ännu' } }),
      default: { description: 'Anropet nekades eller misslyckades', schema: PROBLEM },
    },
  };
}

const PROBLEM: Json = {
  type: 'object',
  properties: {
    title: { type: 'string', title: 'Rubrik', 'x-ms-summary': 'Rubrik' },
    detail: { type: 'string', title: 'Förklaring', 'x-ms-summary': 'Förklaring' },
    code: { type: 'string', title: 'Kod', 'x-ms-summary': 'Kod' },
  },
};

function parametersOf(
  schema: z.ZodObject,
  place: 'path' | 'query',
  operation: string,
  /** Power Automate fills the state of a trigger in by itself. */
  isState = false,
): readonly Json[] {
  const { properties = {}, required = [] } = swaggerSchema(schema, operation, 'input') as {
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    ...property,
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    'x-ms-summary': name,
    ...(isState && { 'x-ms-visibility': 'internal' }),
    ...(place === 'path' && { 'x-ms-url-encoding': 'single' }),
  }));
}

const KEPT = [
  'type',
  'description',
  'enum',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'pattern',
] as const;

/** A zod schema as the part of JSON Schema that OpenAPI 2.0 has; null beside a type becomes x-nullable. */
function swaggerSchema(
  schema: z.ZodType,
  operation: string,
  io: 'input' | 'output' = 'output',
  without: readonly string[] = [],
): Json {
  const json: Json = z.toJSONSchema(schema, { target: 'draft-4', io, unrepresentable: 'any' });
  const properties = Object.entries((json['properties'] ?? {}) as Json);
  const said = Object.fromEntries(properties.filter(([name]) => !without.includes(name)));
  return convert(without.length === 0 ? json : { ...json, properties: said }, operation);
}

function convert(json: Json, operation: string): Json {
  const alternatives = (json['anyOf'] ?? json['oneOf']) as readonly Json[] | undefined;
  if (alternatives) {
    const [only, ...others] = alternatives.filter(({ type }) => type !== 'null');
    if (only === undefined || others.length > 0) {
      throw new Error(`${operation}: OpenAPI 2.0 has no alternatives`);
    }
    return { ...describe(json), ...convert(only, operation), 'x-nullable': true };
  }
  const kept = Object.fromEntries(KEPT.filter((key) => key in json).map((key) => [key, json[key]]));
  const { type, properties, required, items } = json as {
    readonly type?: string;
    readonly properties?: Readonly<Record<string, Json>>;
    readonly required?: readonly string[];
    readonly items?: Json;
  };
  // What both limits of a 64-bit integer say is nothing.
  const integer = type === 'integer' ? { format: 'int32', ...withoutHugeLimits(kept) } : kept;
  if (type === 'array') return { ...kept, items: convert(items ?? {}, operation) };
  if (type !== 'object') return { ...integer };
  return {
    ...kept,
    properties: Object.fromEntries(
      Object.entries(properties ?? {}).map(([name, property]) => [
        name,
        { ...convert(property, operation), 'x-ms-summary': name },
      ]),
    ),
    ...(required && required.length > 0 && { required }),
  };
}

function describe({ description }: Json): Json {
  return description === undefined ? {} : { description };
}

function withoutHugeLimits({ minimum, maximum, ...rest }: Json): Json {
  const isSmall = (limit: unknown) => typeof limit === 'number' && Math.abs(limit) < 2 ** 31;
  return {
    ...rest,
    ...(isSmall(minimum) && { minimum }),
    ...(isSmall(maximum) && { maximum }),
  };
}

/** How the connector signs in; Power Platform keeps it in a file of its own beside the definition. */
export function connectorProperties({ host, clientId }: ConnectorPlace): Json {
  return {
    properties: {
      connectionParameters: {
        token: {
          type: 'oauthSetting',
          oAuthSettings: {
            identityProvider: 'aad',
            clientId,
            scopes: [],
            redirectMode: 'GlobalPerConnector',
            redirectUrl: 'https://global.consent.azure-apim.net/redirect',
            properties: { IsFirstParty: 'False', IsOnbehalfofLoginSupported: true },
            customParameters: {
              loginUri: { value: 'https://login.microsoftonline.com' },
              tenantId: { value: 'common' },
              resourceUri: { value: `api://${host}/${clientId}` },
            },
          },
        },
      },
      iconBrandColor: '#0F6CBD',
      capabilities: [],
      policyTemplateInstances: [],
    },
  };
}
