import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { json as readJson } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { build } from 'vite';
import type { ChannelMessage, HostUser } from '../../../local/teams-host/host-contract.ts';

export const USERS: readonly HostUser[] = [
  person('00000000-0000-4000-8000-00000000000a', 'Elin Ek', 'elin.ek@ekviken.example', []),
  person('00000000-0000-4000-8000-00000000000b', 'Mats Malm', 'mats.malm@ekviken.example', ['Index.Manager']),
  person('00000000-0000-4000-8000-00000000000c', 'Amira Ahl', 'amira.ahl@ekviken.example', ['Index.Admin']),
];

function person(id: string, displayName: string, userPrincipalName: string, roles: string[]): HostUser {
  return {
    id,
    displayName,
    userPrincipalName,
    tenantId: '3f2b8c1e-5d47-4a6e-9c0b-7e1d2a4f6b90',
    roles,
  };
}

export interface RunningHost {
  readonly origin: string;
  /** What the channel holds; the page asks for it again and again. */
  messages: ChannelMessage[];
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** The host page as built, the small app in the place of the tab, and the services that the page asks. */
export async function startHost(): Promise<RunningHost> {
  const folder = await mkdtemp(join(tmpdir(), 'teams-host-'));
  await build({
    configFile: fileURLToPath(new URL('../../../local/teams-host/vite.config.ts', import.meta.url)),
    logLevel: 'silent',
    build: { outDir: folder },
  });
  const app = await bundle({
    entryPoints: [fileURLToPath(new URL('small-app.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  const script = app.outputFiles[0]?.text ?? '';
  const host: RunningHost = { origin: '', messages: [], close: () => Promise.resolve() };

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const send = (type: string, body: string | Buffer, status = 200): void => {
      response.writeHead(status, { 'Content-Type': type });
      response.end(body);
    };
    const sendJson = (body: unknown): void => send('application/json', JSON.stringify(body));
    if (pathname === '/host/users') sendJson({ users: USERS });
    else if (pathname === '/host/channels/messages') sendJson({ messages: host.messages });
    else if (pathname === '/host/token') {
      void readJson(request).then((asked) =>
        sendJson({ token: `token-${(asked as { userId: string }).userId}` }),
      );
    } else if (pathname === '/tab/small-app.js') send('text/javascript', script);
    else if (pathname === '/tab/') {
      const tags = '<title>Prov</title><script type="module" src="/tab/small-app.js"></script><main></main>';
      send('text/html', `<!doctype html><html lang="sv">${tags}</html>`);
    } else {
      const name = pathname === '/' || pathname.startsWith('/l/') ? '/index.html' : pathname;
      readFile(join(folder, name)).then(
        (body) => send(TYPES[extname(name)] ?? 'application/octet-stream', body),
        () => send('text/plain', 'saknas', 404),
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(host, {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  });
}
