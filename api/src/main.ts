import { app } from '@azure/functions';
import { compose } from './composition.ts';
import { readConfig } from './config.ts';
import { allFunctions } from './functions/all-functions.ts';
import { unknownRouteFunction } from './functions/service/unknown-route.ts';

const { endpoints, pages, queues, timers } = allFunctions(compose(readConfig()));

for (const { name, contract, handler } of endpoints) {
  const { method, path } = contract;
  // Tokens are validated here, not by the host's keys.
  app.http(name, { methods: [method], route: path.slice(1), authLevel: 'anonymous', handler });
}
for (const [name, options] of Object.entries(pages)) app.http(name, options);
app.http('unknownRoute', unknownRouteFunction);
for (const [name, options] of Object.entries(queues)) app.storageQueue(name, options);
for (const [name, options] of Object.entries(timers)) app.timer(name, options);
