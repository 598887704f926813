import type { HttpFunctionOptions } from '@azure/functions';
import type { TabEncoding } from '../../app/ports/tab-files.ts';
import { isKnown } from '../../http/conditional.ts';
import { tabHeaders } from '../../http/tab-headers.ts';
import { answerUnknownRoute } from '../../http/unknown-route.ts';
import type { Services } from '../services.ts';

/**
 * GET /tab/…: the tab itself, from the API's own address. So there is one origin, no CORS, one set of headers, and the
 * same code serves it on a developer's machine. docs/decisions: where the tab is hosted.
 */
export function serveTabFunction({ tabFiles }: Services): HttpFunctionOptions {
  return {
    route: 'tab/{*path}',
    methods: ['GET', 'HEAD'],
    authLevel: 'anonymous',
    handler: async (request, context) => {
      const asked = request.params['path'] ?? '';
      const path = asked === '' ? 'index.html' : asked;
      const file = await tabFiles.find(path);
      if (!file) return answerUnknownRoute(request, context);
      const encoding = preferredEncoding(request.headers.get('accept-encoding'), file.encodings);
      const eTag = `"${file.hash.slice(0, 32)}${encoding === null ? '' : `-${encoding}`}"`;
      const headers = { ...tabHeaders(path, file.immutable), etag: eTag };
      if (isKnown(request.headers.get('if-none-match'), eTag)) return { status: 304, headers };
      const encoded = encoding === null ? headers : { ...headers, 'content-encoding': encoding };
      return { status: 200, headers: encoded, body: await file.bytes(encoding) };
    },
  };
}

/** The first that we have and the browser takes. What it weighs lower than another it still takes. */
function preferredEncoding(header: string | null, have: readonly TabEncoding[]): TabEncoding | null {
  const taken = (header ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim().toLowerCase());
  return have.find((encoding) => taken.includes(encoding)) ?? null;
}
