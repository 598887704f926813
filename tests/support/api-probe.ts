import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Problem } from '#core/contracts/problem.ts';
import type { SampleUser } from '../../local/identity-issuer/users.ts';
import type { Stack } from '../../local/start-stack.ts';

/** An answer as it came over the wire. */
export interface ApiAnswer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body parsed; undefined where there is none. */
  readonly body: T;
}

export interface ApiRequest {
  /** Whose token goes along; null for none. */
  readonly user?: SampleUser | null;
  /** A token in place of the user's. */
  readonly token?: string;
  readonly language?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly raw?: string;
}

export type CallApi = <T = unknown>(
  method: string,
  path: string,
  request?: ApiRequest,
) => Promise<ApiAnswer<T>>;

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/**
 * Calls a running API over HTTP and holds every answer against the OpenAPI document that the API itself serves: its
 * status must be a documented one of that operation and its body must match the schema. So each test also tests the
 * document.
 */
export async function openApiProbe(stack: Stack): Promise<CallApi> {
  const document = (await (await fetch(`${stack.url}/api/openapi.json`)).json()) as Document;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document, 'openapi');
  const validators = new Map<string, ValidateFunction>();

  const holdAgainstDocument = (method: string, path: string, answer: ApiAnswer) => {
    const { status, body, text, headers } = answer;
    const place = placeOf(document, method, path);
    if (place === null) {
      matches('#/components/schemas/Problem', body);
      return;
    }
    const response = place.operation.responses[String(status)];
    if (!response) throw new Error(`${method} ${path} answered ${status}, which is not documented: ${text}`);
    const [type = ''] = (headers.get('content-type') ?? '').split(';');
    if (response.content === undefined) {
      if (text !== '') throw new Error(`${method} ${path} ${status} has a body: ${text}`);
      return;
    }
    if (!(type in response.content)) throw new Error(`${method} ${path} answered ${status} as "${type}"`);
    matches(`${place.pointer}/responses/${status}/content/${escaped(type)}/schema`, body);
  };
  const matches = (pointer: string, body: unknown) => {
    const validate = validators.get(pointer) ?? ajv.compile({ $ref: `openapi${pointer}` });
    validators.set(pointer, validate);
    if (!validate(body)) {
      throw new Error(`The answer is not as documented at ${pointer}: ${ajv.errorsText(validate.errors)}`);
    }
  };

  return async <T>(method: string, path: string, request: ApiRequest = {}): Promise<ApiAnswer<T>> => {
    const { user = null, language, headers = {}, json, raw } = request;
    const token = request.token ?? (user && (await stack.issuer.userToken(user)));
    const content = json === undefined ? raw : JSON.stringify(json);
    const response = await fetch(`${stack.url}/api${path}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(language !== undefined && { 'accept-language': language }),
        ...(content !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(content !== undefined && { body: content }),
    });
    const text = await response.text();
    const body = (text === '' ? undefined : JSON.parse(text)) as T;
    const answer = { status: response.status, headers: response.headers, text, body };
    holdAgainstDocument(method, path, answer);
    return answer;
  };
}

/** What a problem says, without what differs from call to call. */
export function problemOf({ status, body }: ApiAnswer): Pick<Problem, 'status' | 'code'> {
  return { status, code: (body as Problem).code };
}

function placeOf(document: Document, method: string, path: string) {
  const [pathname = ''] = `/api${path}`.split('?');
  const found = Object.keys(document.paths)
    .filter((template) =>
      new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(pathname),
    )
    // Literal segments first: /digests/preview before /digests/{id}.
    .sort((a, b) => a.split('{').length - b.split('{').length)[0];
  const operation = found === undefined ? undefined : document.paths[found]?.[method.toLowerCase()];
  if (found === undefined || operation === undefined) return null;
  return { operation, pointer: `#/paths/${escaped(found)}/${method.toLowerCase()}` };
}

/** As a JSON pointer in a reference's fragment spells it. */
function escaped(segment: string): string {
  return encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));
}
