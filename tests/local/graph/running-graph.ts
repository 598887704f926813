import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { Client } from '@microsoft/microsoft-graph-client';
import { generate } from 'selfsigned';
import { createGraphStandIn, type GraphStandInOptions } from '../../../local/graph/graph-stand-in.ts';
import type { GraphControl } from '../../../local/graph/graph-control.ts';
import { SECRET_SITE_ID, SMALL_TENANT } from './small-tenant.ts';

export interface RunningGraph {
  readonly baseUrl: string;
  readonly control: GraphControl;
  /** Microsoft's own client, without its retries so that a test sees each answer. */
  readonly client: Client;
  /** A bare GET below /v1.0. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

/** A stand-in with the small tenant on a free port, trusted by this process. */
export async function startGraph(
  options: Partial<GraphStandInOptions> & { readonly token?: string } = {},
): Promise<RunningGraph> {
  const { token = 'any', ...rest } = options;
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  setDefaultCACertificates([...getCACertificates('default'), made.cert]);
  const standIn = createGraphStandIn({
    tenant: SMALL_TENANT,
    forbiddenSiteIds: [SECRET_SITE_ID],
    certificate: { key: made.private, cert: made.cert },
    ...rest,
  });
  const baseUrl = await standIn.listen(0);
  const origin = new URL(baseUrl);
  const client = Client.init({
    baseUrl: `${origin.origin}/`,
    defaultVersion: 'v1.0',
    customHosts: new Set([origin.hostname]),
    authProvider: (done) => done(null, token),
    fetchOptions: { headers: {} },
  });
  return {
    baseUrl,
    control: standIn.control,
    client,
    get: (path, headers = {}) =>
      fetch(`${baseUrl}${path}`, { headers: { Authorization: `Bearer ${token}`, ...headers } }),
    close: () => standIn.close(),
  };
}
