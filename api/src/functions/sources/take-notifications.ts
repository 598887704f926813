import type { HttpFunctionOptions } from '@azure/functions';
import { notificationsSchema } from '#core/contracts/list-notifications.ts';
import { ProblemError } from '../../app/errors.ts';
import { correlationIdOf } from '../../http/correlation.ts';
import { invocationLog } from '../../http/invocation-log.ts';
import { preferredLanguage } from '../../http/languages.ts';
import { problemResponse } from '../../http/problem-response.ts';
import { parsed, readJsonBody } from '../../http/request-parts.ts';
import { securityHeaders } from '../../http/security-headers.ts';
import type { Services } from '../services.ts';

const LONGEST_TOKEN = 2000;

/**
 * POST /api/notifications/lists, by Microsoft Graph: the handshake before it agrees to tell, and what it tells. It gives
 * an answer three seconds, so the work is left to a queue. Whoever else calls learns nothing: what is not Graph's own is
 * answered like what is.
 */
export function takeNotificationsFunction({ authenticate, watches }: Services): HttpFunctionOptions {
  return {
    route: 'api/notifications/lists',
    methods: ['POST'],
    authLevel: 'anonymous',
    handler: async (request, context) => {
      const correlationId = correlationIdOf(null);
      const log = invocationLog(context, { endpoint: 'takeNotifications', correlationId });
      const headers = securityHeaders('no-store');
      try {
        authenticate.visitor(request.headers.get('x-forwarded-for'));
        const token = request.query.get('validationToken');
        if (token !== null) {
          if (token.length > LONGEST_TOKEN) throw new ProblemError('invalid-request');
          return {
            status: 200,
            headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
            body: token,
          };
        }
        const notifications = parsed(notificationsSchema, await readJsonBody(request), 'body');
        await watches.takeNotifications(notifications, { correlationId, log });
        return { status: 202, headers };
      } catch (error) {
        const problem =
          error instanceof ProblemError ? error : new ProblemError('internal', {}, { cause: error });
        log.warn('notifications-not-taken', { code: problem.code });
        const language = preferredLanguage(request.headers.get('accept-language'));
        return problemResponse(problem, language, correlationId);
      }
    },
  };
}
