import { ProblemError } from '../../app/errors.ts';
import type { AppIdentity } from '../../app/ports/app-identity.ts';

/** Reads who the app is from its own token, so that nobody has to type the id. */
export class TokenAppIdentity implements AppIdentity {
  readonly #token: () => Promise<string>;

  constructor(token: () => Promise<string>) {
    this.#token = token;
  }

  async appId(): Promise<string> {
    try {
      const [, payload = ''] = (await this.#token()).split('.');
      const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as {
        readonly appid?: unknown;
        readonly azp?: unknown;
      };
      const id = claims.appid ?? claims.azp;
      if (typeof id !== 'string') throw new Error('the token names no app');
      return id;
    } catch (error) {
      throw new ProblemError('graph-unauthenticated', { list: 'SharePoint' }, { cause: error });
    }
  }
}
