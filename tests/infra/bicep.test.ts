import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BicepError } from './bicep-tokens.ts';
import { readBicep, type BicepFile, type Declaration, type Expression } from './bicep-reader.ts';
import { at, looseEnds, resourcesOf } from './bicep-walk.ts';

const root = join(import.meta.dirname, '../..');
const infra = join(root, 'infra');
const read = (path: string) => readFileSync(join(infra, path), 'utf8');
const paths = ['main.bicep', ...readdirSync(join(infra, 'modules')).map((name) => `modules/${name}`)];
const files = new Map<string, BicepFile>(paths.map((path) => [path, readBicep(read(path))]));
const file = (path: string): BicepFile => files.get(path) ?? readBicep('');
const resources = [...files.values()].flatMap(resourcesOf);
const ofType = (type: string): readonly Declaration[] =>
  resources.filter((resource) => resource.type.startsWith(`${type}@`));
const text = (expression: Expression | null) =>
  expression?.kind === 'string' || expression?.kind === 'literal' ? expression.text : null;

/** Azure's built-in roles that the app's identity may have, and no others: none can manage or hand on anything. */
const ROLES: Readonly<Record<string, string>> = {
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3': 'Storage Table Data Contributor',
  '3913510d-42f4-4e42-8a64-420c390055eb': 'Monitoring Metrics Publisher',
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88': 'Storage Queue Data Contributor',
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b': 'Storage Blob Data Owner',
  'b86a8fe4-44ce-4948-aee5-eccb2c155cd7': 'Key Vault Secrets Officer',
};

/** Ids that Microsoft gives its own: permissions of Graph, Graph itself, the Teams clients. */
const MICROSOFT_IDS: Readonly<Record<string, string>> = {
  '00000003-0000-0000-c000-000000000000': 'Microsoft Graph',
  '883ea226-0bf2-4a8f-9f9d-92c9162a727d': 'Sites.Selected (application)',
  '9492366f-7969-46a4-8d15-ed1a20078fff': 'Sites.ReadWrite.All (application, only where chosen)',
  'e1fe6dd8-ba31-4d61-89e7-88639da4683d': 'User.Read (delegated)',
  '205e70e5-aba6-4c52-a976-6d2d46c48043': 'Sites.Read.All (delegated)',
  '65e50fdc-43b7-4915-933e-e8138f11f40a': 'Sites.Manage.All (delegated)',
  'ebf0f66e-9fb1-49e4-a278-222f76911cf4': 'ChannelMessage.Send (delegated)',
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264': 'Teams on desktop and mobile',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346': 'Teams on the web',
};

describe('the Bicep reader', () => {
  test.each([
    ['a string without an end', "var a = 'x"],
    ['an unknown escape', String.raw`var a = '\x'`],
    ['an object without an end', 'var a = {\n b: 1\n'],
    ['members without a line end or comma', 'var a = { b: 1 c: 2 }'],
    ['a member twice', 'var a = { b: 1, b: 2 }'],
    ['a question without an else', 'var a = b ? 1'],
    ['a resource without a type', 'resource a = {}'],
    ['an unknown declaration', "metadata a = 'x'"],
    ['something after a declaration', 'param a string string'],
    ['a letter that is no Bicep', 'var a = #'],
  ])('refuses %s', (_what, source) => {
    expect(() => readBicep(source)).toThrow(BicepError);
  });

  test('finds names that nothing declares, and parameters that nothing uses', () => {
    expect(looseEnds(readBicep("param a string\nvar b = 'x${c.d}'\noutput e string = b"))).toEqual([
      'line 1: nothing declares c.d',
      'line 1: nothing uses a',
    ]);
  });
});

describe('infra/', () => {
  test.each(paths)('%s has no loose ends', (path) => {
    expect(looseEnds(file(path))).toEqual([]);
  });

  test('each module is called', () => {
    const called = file('main.bicep').declarations.filter(({ kind }) => kind === 'module');
    expect(new Set(called.map(({ type }) => type))).toEqual(new Set(paths.slice(1)));
  });

  test('every parameter of the deployment says what it is', () => {
    const params = file('main.bicep').declarations.filter(({ kind }) => kind === 'param');
    expect(params.filter(({ decorators }) => !decorators.some(({ name }) => name === 'description'))).toEqual(
      [],
    );
  });

  test('ids are those of the roles, permissions and clients that we mean', () => {
    const ids = paths.flatMap((path) => read(path).match(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g) ?? []);
    expect([...new Set(ids)].sort()).toEqual(Object.keys({ ...ROLES, ...MICROSOFT_IDS }).sort());
  });

  test('writing on every site is given only where the municipality has chosen to be told of changes', () => {
    const assigned = ofType('Microsoft.Graph/appRoleAssignedTo');
    const chosen = assigned.filter(({ condition }) => condition !== null);
    expect(assigned.map(({ name }) => name)).toEqual(['readGrantedSites', 'askForNotifications']);
    expect(chosen.map(({ name, condition }) => [name, condition])).toEqual([
      ['askForNotifications', expect.objectContaining({ kind: 'name', text: 'listNotifications' })],
    ]);
    const asked = file('main.bicep').declarations.find(({ name }) => name === 'listNotifications');
    expect(text(asked?.value ?? null)).toBe('false');
  });

  test('roles are given at the resource they are for, never wider', () => {
    const assignments = ofType('Microsoft.Authorization/roleAssignments');
    expect(assignments.length).toBe(3);
    for (const { value } of assignments) {
      expect(at(value, 'scope')?.kind).toBe('name');
      expect(text(at(value, 'properties', 'principalType'))).toBe('ServicePrincipal');
    }
  });

  test('storage takes identities only, and nothing is public', () => {
    const [account] = resources.filter(({ name, existing }) => name === 'account' && !existing);
    const property = (name: string) => text(at(account?.value ?? null, 'properties', name));
    expect(property('allowSharedKeyAccess')).toBe('false');
    expect(property('allowBlobPublicAccess')).toBe('false');
    expect(property('minimumTlsVersion')).toBe('TLS1_2');
  });

  test('the vault keeps what is deleted, and knows roles instead of policies', () => {
    const [vault] = ofType('Microsoft.KeyVault/vaults');
    for (const name of ['enableRbacAuthorization', 'enableSoftDelete', 'enablePurgeProtection']) {
      expect(text(at(vault?.value ?? null, 'properties', name))).toBe('true');
    }
  });

  test('the function app runs Node 24 on Flex Consumption, over https, without passwords', () => {
    const [site] = ofType('Microsoft.Web/sites');
    const value = site?.value ?? null;
    expect(text(at(value, 'properties', 'functionAppConfig', 'runtime', 'version'))).toBe('24');
    expect(text(at(ofType('Microsoft.Web/serverfarms')[0]?.value ?? null, 'sku', 'name'))).toBe('FC1');
    expect(text(at(value, 'properties', 'httpsOnly'))).toBe('true');
    expect(text(at(value, 'properties', 'siteConfig', 'ftpsState'))).toBe('Disabled');
    const origins = at(value, 'properties', 'siteConfig', 'cors', 'allowedOrigins');
    expect(origins).toEqual({ kind: 'array', items: [] });
    const policies = ofType('Microsoft.Web/sites/basicPublishingCredentialsPolicies');
    expect(policies.map((policy) => text(at(policy.value, 'properties', 'allow')))).toEqual([
      'false',
      'false',
    ]);
  });

  test('the function app gets every setting it asks for and none it does not know', () => {
    const given = file('modules/functions.bicep').declarations.find(({ name }) => name === 'settings');
    const value = at(given?.value ?? null);
    const names = value?.kind === 'object' ? value.members.map(({ name }) => name) : [];
    const config = readFileSync(join(root, 'api/src/config.ts'), 'utf8');
    const known = new Set([...config.matchAll(/^ {2}(\w+): /gm)].map(([, name = '']) => name));
    const ofThePlatform = /^AzureWebJobs(?:Storage__(?:credential|clientId|blobServiceUri)|DisableHomepage)$/;
    expect(names.filter((name) => !known.has(name) && !ofThePlatform.test(name))).toEqual([]);
    for (const needed of [
      'ALLOWED_TENANTS',
      'API_CLIENT_ID',
      'API_APP_ID_URI',
      'KEY_VAULT_URL',
      'TEAMS_APP_ID',
    ]) {
      expect(names).toContain(needed);
    }
    // What is left out has a default for Azure; a file of secrets is for a developer's machine.
    expect(names.filter((name) => /SECRETS_FILE|TAB_FOLDER/.test(name))).toEqual([]);
  });

  test('there is no secret: no key, password or connection string of storage anywhere', () => {
    const all = paths.map(read).join('\n');
    expect(all).not.toMatch(/listKeys|listSecrets|passwordCredentials|keyCredentials|AccountKey|@secure/);
  });

  test('the registration has our scope, roles, audience and federated credential', () => {
    const [application] = ofType('Microsoft.Graph/applications');
    const value = application?.value ?? null;
    expect(text(at(value, 'signInAudience'))).toBe('AzureADMyOrg');
    expect(text(at(value, 'api', 'requestedAccessTokenVersion'))).toBe('2');
    const source = read('modules/registration.bicep');
    for (const word of ["value: 'access_as_user'", "value: 'Index.Admin'", "value: 'Index.Manager'"]) {
      expect(source).toContain(word);
    }
    const [credential] = ofType('Microsoft.Graph/applications/federatedIdentityCredentials');
    expect(at(credential?.value ?? null, 'audiences')).toMatchObject({
      items: [{ kind: 'string', text: 'api://AzureADTokenExchange' }],
    });
  });

  test('queues are those that the app’s functions listen to', () => {
    const queues = file('modules/storage.bicep').declarations.find(
      ({ name }) => name === 'queueNames',
    )?.value;
    const named = queues?.kind === 'array' ? queues.items.map((item) => text(item)) : [];
    const folder = join(root, 'api/src/functions');
    const listened = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        [...readFileSync(join(folder, name), 'utf8').matchAll(/queueName: '([a-z-]+)'/g)].map(
          ([, queue]) => queue,
        ),
      );
    expect(listened.length).toBeGreaterThan(0);
    expect([...named].sort()).toEqual([...new Set(listened)].sort());
  });

  test('alerts look for events that the app logs, and the runbook says what to do at each', () => {
    const source = read('modules/alerts.bicep');
    const events = [...source.matchAll(/"((?:digest|refresh)-[a-z-]+)"/g)].map(([, event = '']) => event);
    expect(events.length).toBeGreaterThanOrEqual(5);
    const api = readdirSync(join(root, 'api/src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(join(root, 'api/src', name), 'utf8'))
      .join('\n');
    expect(events.filter((event) => !api.includes(`'${event}'`))).toEqual([]);
  });

  test('alerts count lines of the log, so none is left out by sampling', () => {
    const host = JSON.parse(readFileSync(join(root, 'api/host.json'), 'utf8')) as {
      readonly logging: {
        readonly applicationInsights: { readonly samplingSettings: { excludedTypes: string } };
      };
    };
    expect(read('modules/alerts.bicep')).toContain("query: 'traces | ");
    const { excludedTypes } = host.logging.applicationInsights.samplingSettings;
    expect(excludedTypes.split(';')).toEqual(expect.arrayContaining(['Trace', 'Exception']));
  });

  test('environments give every parameter that has no default, and no other', () => {
    const params = file('main.bicep').declarations.filter(({ kind }) => kind === 'param');
    const names = params.map(({ name }) => name);
    const required = params.filter(({ value }) => value === null).map(({ name }) => name);
    const given = readdirSync(join(infra, 'environments')).map((name) =>
      [...read(`environments/${name}`).matchAll(/^param (\w+) =/gm)].map(([, param = '']) => param),
    );
    const azd = JSON.parse(read('main.parameters.json')) as { readonly parameters: Record<string, unknown> };
    // Whoever deploys with azd can set every one of them.
    expect(Object.keys(azd.parameters).sort()).toEqual([...names].sort());
    for (const set of [...given, Object.keys(azd.parameters)]) {
      expect(set.filter((name) => !names.includes(name))).toEqual([]);
      expect(required.filter((name) => !set.includes(name))).toEqual([]);
    }
  });

  test('azd deploys the folder that the build makes, to the app that carries its tag', () => {
    const azure = readFileSync(join(root, 'azure.yaml'), 'utf8');
    expect(azure).toContain('project: dist/release/functions');
    // azd up packages before it provisions.
    expect(azure).toMatch(/prepackage:\n(?:.*\n)*?.*npm run build/);
    const service = /^ {2}(\w+):\n {4}project:/m.exec(azure)?.[1] ?? '';
    expect(read('modules/functions.bicep')).toContain(`'azd-service-name': '${service}'`);
  });
});
