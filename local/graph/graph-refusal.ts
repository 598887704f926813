/** A request that Graph does not serve: status, Graph's error code and message, and headers that tell what to do. */
export class GraphRefusal extends Error {
  override readonly name = 'GraphRefusal';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Graph's error body; `requestId` is the id that its support asks for. */
export function refusalBody(refusal: GraphRefusal, requestId: string, clientRequestId: string): unknown {
  return {
    error: {
      code: refusal.code,
      message: refusal.message,
      innerError: {
        date: new Date().toISOString().slice(0, 19),
        'request-id': requestId,
        'client-request-id': clientRequestId,
      },
    },
  };
}

export const notFound = (what: string): GraphRefusal =>
  new GraphRefusal(404, 'itemNotFound', `The ${what} could not be found`);

export const invalidRequest = (message: string): GraphRefusal =>
  new GraphRefusal(400, 'invalidRequest', message);

/** Graph may well serve this; the stand-in says so rather than answer something made up. */
export const notInStandIn = (what: string): GraphRefusal =>
  new GraphRefusal(501, 'notImplemented', `The local Graph stand-in does not serve ${what}`);
