import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, API_CLIENT_ID, EMPLOYEE, TENANT_ID } from '../../local/identity-issuer/users.ts';
import { sampleSettings } from '../../local/sample-tenant/sample-settings.ts';
import { listen, type Listening } from '../../local/listen.ts';
import { startSeededStack, type RunningStack } from '../support/running-stack.ts';

const HOST = 'index.ekviken.example';
const IDENTITY = '99999999-0000-4000-8000-000000000001';
const application = () => ({
  id: 'x',
  identifierUris: [`api://${HOST}/${API_CLIENT_ID}`],
  api: {
    requestedAccessTokenVersion: 2,
    oauth2PermissionScopes: [{ id: 's', value: 'access_as_user', isEnabled: true }],
    preAuthorizedApplications: [
      '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
      '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    ].map((appId) => ({ appId, delegatedPermissionIds: ['s'] })),
  },
  appRoles: ['Index.Manager', 'Index.Admin'].map((value) => ({
    id: `role-${value}`,
    value,
    isEnabled: true,
  })),
  passwordCredentials: [] as unknown[],
});
const issuer = () => `${stack.issuer.url}/${TENANT_ID}/v2.0`;
/** What the directory answers, by path; null is 404. */
const good = (): Record<string, unknown> => ({
  [`/applications(appId='${API_CLIENT_ID}')`]: application(),
  [`/applications(appId='${API_CLIENT_ID}')/federatedIdentityCredentials`]: {
    value: [{ audiences: ['api://AzureADTokenExchange'], issuer: issuer(), subject: IDENTITY }],
  },
  [`/servicePrincipals(appId='${API_CLIENT_ID}')/oauth2PermissionGrants`]: {
    value: [{ consentType: 'AllPrincipals', scope: ' User.Read Sites.Read.All' }],
  },
  [`/servicePrincipals(appId='${API_CLIENT_ID}')/appRoleAssignedTo`]: {
    value: [{ appRoleId: 'role-Index.Admin' }],
  },
  [`/servicePrincipals/${IDENTITY}/appRoleAssignments`]: {
    value: [{ appRoleId: '883ea226-0bf2-4a8f-9f9d-92c9162a727d' }],
  },
});

let stack: RunningStack;
let directory: Listening;
let answers: Record<string, unknown>;

beforeAll(async () => {
  const server = createServer((request, response) => {
    const body = answers[decodeURIComponent((request.url ?? '').split('?')[0] ?? '')];
    response.writeHead(body === undefined ? 404 : 200).end(JSON.stringify(body ?? {}));
  });
  [stack, directory] = await Promise.all([startSeededStack(), listen(server, 0, 'http')]);
});
beforeEach(() => {
  answers = good();
});
afterAll(async () => {
  await directory.close();
  await stack.stop();
});

interface Examination {
  readonly code: number;
  readonly text: string;
}

async function doctor(
  environment: Readonly<Record<string, string>>,
  ...more: readonly string[]
): Promise<Examination> {
  const options = {
    host: HOST,
    tenant: TENANT_ID,
    'client-id': API_CLIENT_ID,
    address: stack.url,
    authority: stack.issuer.url,
    graph: directory.url,
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]);
  return new Promise((resolve) => {
    const script = join(import.meta.dirname, '../../local/doctor.ts');
    // Without a PATH there is no Azure CLI to sign in with.
    execFile(
      process.execPath,
      [script, ...args, ...more],
      { env: { PATH: '', ...LOCAL_CHANNELS(), ...environment } },
      (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr });
      },
    );
  });
}

/** The stand-in of Workflows is on this machine, with a certificate of this run. */
const LOCAL_CHANNELS = () => ({
  WEBHOOK_HOSTS: new URL(stack.workflows.url).host,
  NODE_EXTRA_CA_CERTS: stack.certificateFile,
});
const asAdmin = async () => ({
  DOCTOR_GRAPH_TOKEN: 'graph',
  DOCTOR_API_TOKEN: await stack.issuer.userToken(ADMIN),
});

describe('npm run doctor', () => {
  test('finds a sound environment sound, source by source', async () => {
    const { code, text } = await doctor(await asAdmin());
    expect(text).not.toContain('✗');
    expect(text).toMatch(/✓ API:et svarar och når sin lagring/);
    expect(text).toMatch(/✓ Fliken får visas i Teams/);
    expect(text.match(/✓ Källor: \S+ går att läsa/g)?.length).toBeGreaterThan(3);
    expect(code).toBe(0);
  });

  test('names every fault of the registration and what mends it', async () => {
    const faulty = application();
    answers[`/applications(appId='${API_CLIENT_ID}')`] = {
      ...faulty,
      identifierUris: [],
      api: { ...faulty.api, requestedAccessTokenVersion: null, preAuthorizedApplications: [] },
      appRoles: [],
      passwordCredentials: [{}],
    };
    answers[`/servicePrincipals(appId='${API_CLIENT_ID}')/oauth2PermissionGrants`] = { value: [] };
    answers[`/servicePrincipals/${IDENTITY}/appRoleAssignments`] = { value: [] };
    const { code, text } = await doctor(await asAdmin());
    for (const fault of [
      'Application ID URI saknas',
      'requestedAccessTokenVersion är inte 2',
      'Teams på webben är inte förhandsgodkänd',
      'Rollen Index.Admin saknas',
      'Registreringen har en hemlighet',
      'medgivande till Sites.Read.All',
      'saknar Sites.Selected',
      'azd provision',
    ]) {
      expect(text).toContain(fault);
    }
    expect(code).toBe(1);
  });

  test('says which role is missing', async () => {
    const { text } = await doctor({
      ...(await asAdmin()),
      DOCTOR_API_TOKEN: await stack.issuer.userToken(EMPLOYEE),
    });
    expect(text).toContain('✗ Inloggning som administratör: Personen saknar rollen Index.Admin');
  });

  test('says which steps it could not take, and why', async () => {
    const { code, text } = await doctor({});
    expect(text).toContain('– Appregistreringen: ingen token för Microsoft Graph');
    expect(text).toContain('– Källor: ingen token för API:et');
    expect(text).toContain('az login');
    expect(code).toBe(0);
  });

  test('gives the command that grants a site that the app may not read', async () => {
    const [source] = sampleSettings.sources;
    const location = source?.location;
    if (location?.kind !== 'sharepoint-list') throw new Error('the sample’s first source is a list');
    const { siteId } = location;
    stack.graph.control.provoke({ kind: 'forbid-site', siteId });
    const { code, text } = await doctor(await asAdmin());
    stack.graph.control.provoke({ kind: 'grant-site', siteId });
    expect(text).toContain(`✗ Källor: ${source?.id ?? ''}`);
    expect(text).toMatch(/→ Kör som SharePoint-administratör:\n.*Grant-PnP|New-MgSitePermission/s);
    expect(code).toBe(1);
  });

  test('says it in English too, and takes the computer’s language where none is asked for', async () => {
    const asked = await doctor({}, '--language', 'en');
    expect(asked.text).toContain('– The app registration: no token for Microsoft Graph');
    expect(asked.text).toMatch(/→ Sign in with az login/);
    expect(asked.text).not.toMatch(/[åäö]/i);
    expect((await doctor({ LANG: 'en_GB.UTF-8' })).text).toBe(asked.text);
    expect((await doctor({ LANG: 'sv_SE.UTF-8' })).text).toContain('– Appregistreringen');
  });

  test('finds a credential of another directory or identity, a missing consent and nobody to set it up', async () => {
    answers[`/applications(appId='${API_CLIENT_ID}')/federatedIdentityCredentials`] = {
      value: [
        { audiences: ['api://AzureADTokenExchange'], issuer: 'https://other.example', subject: IDENTITY },
      ],
    };
    answers[`/servicePrincipals(appId='${API_CLIENT_ID}')/appRoleAssignedTo`] = {
      value: [{ appRoleId: 'role-Index.Manager' }],
    };
    const { text } = await doctor({ DOCTOR_GRAPH_TOKEN: 'graph', MANAGED_IDENTITY_PRINCIPAL_ID: 'x' });
    expect(text).toContain('✗ Federerad inloggning: Den federerade inloggningens utfärdare är https://other');
    expect(text).toContain(
      `✗ Federerad inloggning: Den federerade inloggningen gäller identiteten ${IDENTITY}`,
    );
    expect(text).toContain('utan Sites.Manage.All, så appen kan inte skapa listor');
    expect(text).toContain('utan ChannelMessage.Send, så ingen kan posta kort i eget namn');
    expect(text).toContain('✗ Roller: Ingen har rollen Index.Admin');
  });

  describe('a channel', () => {
    const host = () => new URL(stack.workflows.url).host;

    test('is tried without a post: its host answers, and nothing is sent', async () => {
      const before = stack.workflows.answered.length;
      const { text } = await doctor(await asAdmin());
      expect(text).toContain(`✓ Kanaler: Digitalisering: ${host()} svarar.`);
      expect(text).toContain('– Kanaler: Digitalisering: inget är skickat än');
      expect(text).toContain('--post-test');
      expect(stack.workflows.answered.length).toBe(before);
    });

    test('whose host is not allowed is found', async () => {
      const { code, text } = await doctor({ ...(await asAdmin()), WEBHOOK_HOSTS: '*.logic.azure.com' });
      expect(text).toContain(`✗ Kanaler: Digitalisering: ${host()} är ingen värd som appen får posta till`);
      expect(code).toBe(1);
    });

    test('whose certificate nobody trusts is found', async () => {
      const { code, text } = await doctor({ ...(await asAdmin()), NODE_EXTRA_CA_CERTS: '' });
      expect(text).toMatch(/✗ Kanaler: Digitalisering: localhost:\d+ svarar inte med TLS \(.*SELF_SIGNED/);
      expect(code).toBe(1);
    });

    test('gets one card, marked as a test, only when that is asked for', async () => {
      const before = stack.workflows.received.length;
      const { code, text } = await doctor(await asAdmin(), '--post-test', '--language', 'en');
      expect(text).toContain('✓ Test post: Digitalisering: the test card is accepted');
      expect(code).toBe(0);
      const cards = stack.workflows.received.slice(before);
      expect(cards.length).toBe(1);
      expect(JSON.stringify(cards[0]?.card)).toMatch(/Test/);
    });

    test('whose flow is gone is found by the post, in the words of its receipt', async () => {
      stack.workflows.provoke({ status: 404 });
      const { code, text } = await doctor(await asAdmin(), '--post-test');
      expect(text).toMatch(/✗ Provinlägg: Digitalisering: .+\n {4}→ .+/);
      expect(code).toBe(1);
    });
  });

  test('takes the variables of an azd environment, and says where there is none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'index-doctor-'));
    await mkdir(join(folder, '.azure/ekviken-prod'), { recursive: true });
    await writeFile(
      join(folder, '.azure/ekviken-prod/.env'),
      `TAB_HOST="index.saknas.example"\nAPI_CLIENT_ID="${API_CLIENT_ID}"\nAZURE_TENANT_ID="${TENANT_ID}"\n`,
    );
    const run = (name: string) =>
      new Promise<Examination>((resolve) => {
        const args = ['--azd', name, '--authority', stack.issuer.url, '--address', stack.url];
        const script = join(import.meta.dirname, '../../local/doctor.ts');
        const options = { cwd: folder, env: { PATH: '', DOCTOR_GRAPH_TOKEN: 'graph' } };
        execFile(
          process.execPath,
          [script, ...args, '--graph', directory.url],
          options,
          (error, stdout, stderr) => {
            resolve({ code: typeof error?.code === 'number' ? error.code : 0, text: stdout + stderr });
          },
        );
      });
    const { text } = await run('ekviken-prod');
    expect(text).toContain(`✓ Katalogen: ${TENANT_ID}`);
    expect(text).toContain(`Application ID URI saknas: api://index.saknas.example/${API_CLIENT_ID}`);
    expect(await run('borta')).toEqual({
      code: 2,
      text: 'azd har ingen miljö borta här. azd env list visar dem som finns.\n',
    });
    await rm(folder, { recursive: true });
  });

  test('allows the hosts that the app allows', () => {
    const read = (path: string) => readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
    const [, hosts = ''] = /^const WEBHOOK_HOSTS = '(.+)';$/m.exec(read('local/doctor.ts')) ?? [];
    const written = hosts.split(',').map((pattern) => `'${pattern}'`);
    expect(read('api/src/config.ts')).toContain(`.default([${written.join(', ')}])`);
  });
});
