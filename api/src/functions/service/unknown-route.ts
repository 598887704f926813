import type { HttpFunctionOptions } from '@azure/functions';
import { answerUnknownRoute } from '../../http/unknown-route.ts';

/** Takes every request that no endpoint's route and method match, so that it too is answered as a problem. */
export const unknownRouteFunction: HttpFunctionOptions = {
  route: '{*path}',
  methods: ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'],
  authLevel: 'anonymous',
  handler: answerUnknownRoute,
};
