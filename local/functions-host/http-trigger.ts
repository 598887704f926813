import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { HttpData, InvocationResponse, RegisteredFunction, TypedData } from './worker-types.ts';
import type { Worker } from './worker.ts';

interface Route {
  readonly fn: RegisteredFunction;
  readonly methods: readonly string[];
  readonly pattern: RegExp;
  readonly bindingName: string;
  /** Literal segments first: /deliveries/latest before /deliveries/{id}. */
  readonly rank: number;
}

/** Serves the app's HTTP functions as the platform does; an unknown route is 404 and a wrong method 405, both empty. */
export function createHttpServer(worker: Worker, routePrefix: string): Server {
  const routes = worker.functions.flatMap((fn) => toRoute(fn, routePrefix)).sort((a, b) => a.rank - b.rank);
  return createServer((request, response) => {
    handle(worker, routes, request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

function toRoute(fn: RegisteredFunction, routePrefix: string): Route[] {
  const found = Object.entries(fn.metadata.bindings).find(([, binding]) => binding.type === 'httpTrigger');
  if (!found) return [];
  const [bindingName, binding] = found;
  const route = typeof binding['route'] === 'string' ? binding['route'] : fn.metadata.name;
  const methods = Array.isArray(binding['methods'])
    ? binding['methods'].map((method) => String(method).toUpperCase())
    : [];
  const segments = [routePrefix, ...route.split('/')].filter((segment) => segment !== '');
  const rank =
    segments.filter((segment) => segment.startsWith('{')).length + (route.includes('{*') ? 100 : 0);
  return [{ fn, methods, pattern: patternOf(segments), bindingName, rank }];
}

/** {name}, {name:int}, {name?} and {*rest} as ASP.NET routing reads them; letters compare without case. */
function patternOf(segments: readonly string[]): RegExp {
  const source = segments.map((segment) => {
    const parameter = /^\{(\*?)(\w+)(?::(\w+)(?:\([^)]*\))?)?(\?)?\}$/.exec(segment);
    if (!parameter) return `/${segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`;
    const [, rest, name = '', constraint, optional] = parameter;
    const value = rest ? '.*' : constraint === 'int' ? '-?\\d+' : '[^/]+';
    return rest || optional ? `(?:/(?<${name}>${value}))?` : `/(?<${name}>${value})`;
  });
  return new RegExp(`^${source.join('')}/?$`, 'i');
}

async function handle(
  worker: Worker,
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`);
  const method = request.method ?? 'GET';
  const matching = routes.flatMap((route) => {
    const match = route.pattern.exec(url.pathname);
    return match ? [{ route, params: decodeAll(match.groups ?? {}) }] : [];
  });
  const chosen = matching.find(({ route }) => route.methods.length === 0 || route.methods.includes(method));
  const body = await readBody(request);
  if (!chosen) {
    response.writeHead(matching.length > 0 ? 405 : 404).end();
    return;
  }
  const http: HttpData = {
    method,
    url: url.href,
    headers: headersOf(request),
    params: chosen.params,
    query: queryOf(url),
    body: body.byteLength > 0 ? { bytes: body } : null,
  };
  const data: TypedData = { http };
  const answer = await worker
    .invoke(chosen.route.fn, { inputData: [{ name: chosen.route.bindingName, data }], triggerMetadata: {} })
    .catch((error: unknown) => {
      process.stderr.write(
        `${chosen.route.fn.metadata.name}: ${error instanceof Error ? (error.stack ?? '') : String(error)}\n`,
      );
      return null;
    });
  if (answer === null) response.writeHead(500).end();
  else respond(answer, response);
}

function decodeAll(groups: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, decodeURIComponent(value)]],
    ),
  );
}

/** The platform joins values of one name by a comma and writes header names in lower case. */
function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
}

function queryOf(url: URL): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams)
    query[name] = name in query ? `${query[name]},${value}` : value;
  return query;
}

async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function respond({ returnValue }: InvocationResponse, response: ServerResponse): void {
  const http = returnValue?.http;
  if (!http) {
    response.writeHead(204).end();
    return;
  }
  const { bytes, string } = http.body ?? {};
  const body = bytes ? Buffer.from(bytes) : Buffer.from(string ?? '', 'utf8');
  response.writeHead(Number(http.statusCode ?? 200), http.headers ?? {}).end(body);
}
