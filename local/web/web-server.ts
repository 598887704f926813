import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import type { IdentityIssuer } from '../identity-issuer/identity-issuer.ts';
import { SAMPLE_USERS } from '../identity-issuer/users.ts';
import { listen, type Listening } from '../listen.ts';
import type { GraphStandIn } from '../graph/graph-stand-in.ts';
import type { ChannelMessage, ChannelMessages, HostToken, HostUsers } from '../teams-host/host-contract.ts';
import type { WorkflowsStandIn } from '../workflows/workflows-stand-in.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json; charset=utf-8',
};

export interface WebOptions {
  /** The folder of built parts, `teams-host` below it. */
  readonly distFolder: string;
  /** Where the functions host is now; it may be restarted on another port. */
  readonly functionsUrl: () => string;
  readonly issuer: IdentityIssuer;
  readonly workflows: WorkflowsStandIn;
  readonly graph: GraphStandIn;
}

/** The one address that people open: the Teams host page, the tab below /tab/, the API below /api, all of one origin. */
export async function startWeb(port: number, options: WebOptions): Promise<Listening> {
  const server = createServer((request, response) => {
    handle(request, response, options).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500);
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  return listen(server, port, 'http');
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebOptions,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  // API and tab come from the functions host, as in Azure: with its headers, not with ours.
  if (pathname.startsWith('/api/') || pathname === '/api' || pathname.startsWith('/tab/'))
    return proxy(request, response, options.functionsUrl());
  if (pathname.startsWith('/host/')) return hostService(request, response, pathname, options);
  if (pathname === '/tab') {
    response.writeHead(302, { location: '/tab/' }).end();
    return;
  }
  // A deep link opens the host page, which reads the rest from its address.
  const isPage = pathname === '/' || pathname.startsWith('/l/entity/');
  return sendFile(response, join(options.distFolder, 'teams-host'), isPage ? '/index.html' : pathname);
}

async function sendFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const file = normalize(join(folder, decodeURIComponent(path)));
  const isInside = file.startsWith(folder + sep);
  const found = isInside ? await stat(file).catch(() => null) : null;
  if (!found?.isFile()) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Finns inte.');
    return;
  }
  const isHashed = /-[\w-]{8,}\.\w+$/.test(file);
  response.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
  });
  createReadStream(file).pipe(response);
}

function proxy(request: IncomingMessage, response: ServerResponse, functionsUrl: string): Promise<void> {
  return new Promise((resolve) => {
    const target = new URL(request.url ?? '/', functionsUrl.replace('localhost', '127.0.0.1'));
    const forwarded = httpRequest(target, { method: request.method, headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.once('end', resolve);
    });
    forwarded.once('error', () => {
      if (!response.headersSent) response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('Funktionsvärden svarar inte.');
      resolve();
    });
    request.pipe(forwarded);
  });
}

async function hostService(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  { issuer, workflows, graph }: WebOptions,
): Promise<void> {
  switch (`${request.method ?? ''} ${pathname}`) {
    case 'GET /host/users':
      json(response, 200, { users: SAMPLE_USERS } satisfies HostUsers);
      return;
    case 'GET /host/channels/messages':
      json(response, 200, { messages: messagesOf(workflows, graph) } satisfies ChannelMessages);
      return;
    case 'POST /host/token': {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { userId } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { readonly userId?: unknown };
      const user = SAMPLE_USERS.find(({ id }) => id === userId);
      if (user) json(response, 200, { token: await issuer.userToken(user) } satisfies HostToken);
      else json(response, 404, { error: 'unknown user' });
      return;
    }
    default:
      json(response, 404, { error: 'not found' });
  }
}

/** What stands in the channels, whoever posted it, newest last. */
function messagesOf(workflows: WorkflowsStandIn, graph: GraphStandIn): readonly ChannelMessage[] {
  const byFlow = workflows.received.map((message) => ({ ...message, author: 'Workflows' }));
  const byPeople = graph.control.messages().map((message) => ({ ...message, author: message.from.name }));
  return [...byFlow, ...byPeople].sort((a, b) => (a.postedAt < b.postedAt ? -1 : 1));
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
}
