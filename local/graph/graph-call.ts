import type { Faults, Mangle } from './faults.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Actor, GraphIdentity } from './token-check.ts';
import type { TenantState } from './tenant-state.ts';

/** One request, as the handlers see it. */
export interface GraphCall {
  /** Address of the version's root as the caller wrote it, for instance `https://localhost:4282/v1.0`. */
  readonly root: string;
  /** Path below the root, decoded, for instance `/sites/a,b,c/lists`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The Prefer header, empty where there is none. */
  readonly prefer: string;
  readonly state: TenantState;
  readonly faults: Faults;
  readonly actor: Actor;
  readonly subscriptions: Subscriptions;
  readonly identity: GraphIdentity;
  /** The parsed body of a POST or PATCH; null for other methods. */
  readonly body: unknown;
}

export interface GraphAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes go out as they are, undefined as nothing, anything else as JSON. */
  readonly body: unknown;
  readonly mangle?: Mangle;
}

export const json = (body: unknown): GraphAnswer => ({ status: 200, body });

/** A collection as OData writes it. */
export function collection(call: GraphCall, value: readonly unknown[]): GraphAnswer {
  return json({ '@odata.context': `${call.root}/$metadata#${call.path.slice(1)}`, value });
}
