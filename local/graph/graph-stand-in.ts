import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { json as readJson } from 'node:stream/consumers';
import { z } from 'zod';
import { changeSchema, controlCommandSchema, faultSchema, fileChangeSchema } from './control-commands.ts';
import { download } from './drive.ts';
import { createFaults, type Mangle } from './faults.ts';
import type { GraphAnswer } from './graph-call.ts';
import type { GraphControl, RecordedCall } from './graph-control.ts';
import { GraphRefusal, notInStandIn, refusalBody } from './graph-refusal.ts';
import { matchRoute } from './routes.ts';
import { createSubscriptions } from './subscriptions.ts';
import { createTenantState } from './tenant-state.ts';
import type { SampleTenant } from './tenant-content.ts';
import { createTokenCheck, type TokenIssuer } from './token-check.ts';

export interface GraphStandInOptions {
  readonly tenant: SampleTenant;
  /** PEM. Must be valid for localhost and be trusted by the caller (NODE_EXTRA_CA_CERTS). */
  readonly certificate: { readonly key: string; readonly cert: string };
  /** Left out: any bearer token is taken, but one there must be. */
  readonly tokenIssuer?: TokenIssuer;
  /** Sites that the app has not been granted (Sites.Selected) from the start. */
  readonly forbiddenSiteIds?: readonly string[];
}

export interface GraphStandIn {
  /** Starts to serve on this port of the loopback address, 0 for a free one; gives `https://localhost:{port}/v1.0`. */
  listen(port: number): Promise<string>;
  close(): Promise<void>;
  readonly control: GraphControl;
}

const MOST_CALLS_KEPT = 10_000;
const JSON_TYPE =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** Microsoft Graph v1.0 for sites, lists, items, delta, files and change notifications, over a tenant that is given as data. */
export function createGraphStandIn(options: GraphStandInOptions): GraphStandIn {
  const { tenant, certificate, tokenIssuer, forbiddenSiteIds = [] } = options;
  const checkToken = createTokenCheck(tokenIssuer);
  const subscriptions = createSubscriptions(tenant.tenantId);
  let state = createTenantState(tenant, subscriptions.rowsChanged);
  let faults = createFaults(forbiddenSiteIds);
  let calls: RecordedCall[] = [];

  const control: GraphControl = {
    calls: () => calls,
    resourceUnits: () => faults.resourceUnits(),
    messages: () => state.messages,
    notices: () => state.notices,
    provoke: (fault) => {
      const parsed = faultSchema.parse(fault);
      faults.provoke(parsed);
      subscriptions.provoke(parsed);
    },
    subscriptions: () => subscriptions.all(),
    change: (change) => state.apply(z.union([changeSchema, fileChangeSchema]).parse(change)),
    reset: () => {
      state = createTenantState(tenant, subscriptions.rowsChanged);
      faults = createFaults(forbiddenSiteIds);
      subscriptions.provoke({ kind: 'allow-subscriptions' });
      calls = [];
    },
  };

  async function answerGraph(
    request: IncomingMessage,
    url: URL,
    record: (units: number) => void,
  ): Promise<GraphAnswer> {
    const path = withoutSiteAddress(decodeURIComponent(url.pathname).slice('/v1.0'.length));
    const method = request.method ?? '';
    const route = matchRoute(method, path, url.searchParams);
    record(route.resourceUnits);
    await faults.meet(path, route.resourceUnits);
    const identity = await checkToken(request.headers.authorization);
    const answer = await route.answer({
      root: `${url.origin}/v1.0`,
      path,
      query: url.searchParams,
      prefer: request.headers['prefer']?.toString() ?? '',
      state,
      faults,
      actor: identity.actor,
      identity,
      subscriptions,
      body: method === 'POST' || method === 'PATCH' ? await readJson(request) : null,
    });
    return faults.losesAnswer(path) ? { ...answer, mangle: 'hang-up' } : answer;
  }

  /** `host:/sites/name` → the site's id, so that one set of routes serves both ways of naming a site. */
  function withoutSiteAddress(path: string): string {
    const match = /^\/sites\/([^/:]+):(\/[^:]+?)(?::(\/.*))?$/.exec(path);
    if (match === null) return path;
    const [, host = '', place = '', rest = ''] = match;
    const found = state.sites.find(({ site }) => site.webUrl === `https://${host}${place}`);
    return `/sites/${found?.site.id ?? `${host},,`}${rest}`;
  }

  async function answerControl(request: IncomingMessage): Promise<GraphAnswer> {
    if (request.method === 'GET') {
      return {
        status: 200,
        body: { calls, resourceUnits: control.resourceUnits(), subscriptions: subscriptions.all() },
      };
    }
    // A page on the web can post text here, but not JSON: that needs a preflight, which is not answered.
    if (!(request.headers['content-type'] ?? '').startsWith('application/json')) {
      throw new GraphRefusal(415, 'unsupportedMediaType', 'POST application/json');
    }
    const command = controlCommandSchema.safeParse(await readJson(request));
    if (!command.success) throw new GraphRefusal(400, 'invalidRequest', command.error.message);
    if ('provoke' in command.data) control.provoke(command.data.provoke);
    else if ('change' in command.data) control.change(command.data.change);
    else control.reset();
    return { status: 200, body: { done: true } };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const requestId = randomUUID();
    const clientRequestId = request.headers['client-request-id']?.toString() ?? requestId;
    const url = new URL(request.url ?? '/', `https://${request.headers.host ?? 'localhost'}`);
    const counted: { units?: number } = {};
    let answer: GraphAnswer;
    try {
      const file = /^\/_download\/([^/]+)\/([^/]+)$/.exec(decodeURIComponent(url.pathname));
      if (url.pathname === '/_control') answer = await answerControl(request);
      else if (file !== null) answer = download(state, file[1] ?? '', file[2] ?? '');
      else if (url.pathname.startsWith('/v1.0/')) {
        answer = await answerGraph(request, url, (units) => (counted.units = units));
      } else throw notInStandIn(url.pathname);
    } catch (error) {
      const refusal = error instanceof GraphRefusal ? error : unexpected(error);
      answer = {
        status: refusal.status,
        headers: refusal.headers,
        body: refusalBody(refusal, requestId, clientRequestId),
      };
    }
    if (counted.units !== undefined) {
      calls.push(recordOf(request, url, answer.status, counted.units));
      if (calls.length > MOST_CALLS_KEPT) calls.shift();
    }
    response.setHeaders(
      new Map(
        Object.entries({
          'Content-Type': JSON_TYPE,
          'OData-Version': '4.0',
          'request-id': requestId,
          'client-request-id': clientRequestId,
          ...faults.rateLimitHeaders(),
          ...answer.headers,
        }),
      ),
    );
    send(response, answer);
  }

  const server = createServer(certificate, (request, response) => {
    serve(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  return {
    control,
    listen: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          resolve(`https://localhost:${(server.address() as AddressInfo).port}/v1.0`);
        });
      }),
    close: () =>
      new Promise((resolve, reject) => {
        subscriptions.stop();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

function unexpected(error: unknown): GraphRefusal {
  return new GraphRefusal(500, 'generalException', error instanceof Error ? error.message : String(error));
}

function recordOf(request: IncomingMessage, url: URL, status: number, resourceUnits: number): RecordedCall {
  const headers = Object.entries(request.headers).flatMap(([name, value]) =>
    name === 'authorization' || value === undefined ? [] : [[name, value.toString()] as const],
  );
  return {
    method: request.method ?? '',
    path: decodeURIComponent(url.pathname),
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(headers),
    status,
    resourceUnits,
  };
}

function send(response: ServerResponse, answer: GraphAnswer): void {
  response.statusCode = answer.status;
  const whole =
    answer.body instanceof Uint8Array
      ? answer.body
      : Buffer.from(answer.body === undefined ? '' : JSON.stringify(answer.body), 'utf8');
  const mangle: Mangle = answer.mangle ?? null;
  switch (mangle) {
    case null:
      response.setHeader('Content-Length', whole.byteLength);
      response.end(whole);
      return;
    case 'hang-up':
      response.destroy();
      return;
    case 'break-off':
      response.setHeader('Content-Length', whole.byteLength);
      // Half of it is on its way before the line goes dead.
      response.write(whole.subarray(0, whole.byteLength >>> 1), () => response.destroy());
      return;
    case 'malformed': {
      const spoilt = whole.subarray(0, whole.byteLength >>> 1);
      response.setHeader('Content-Length', spoilt.byteLength);
      response.end(spoilt);
      return;
    }
  }
}
