import { app, type InvocationContext } from '@azure/functions';

/** A small app with one function of each kind, to hold the local host against what the platform does. */
const seen: { message: unknown; dequeueCount: unknown }[] = [];
const order: string[] = [];

app.hook.appStart(() => void order.push('appStart'));
app.hook.preInvocation((context) => void order.push(`pre ${context.invocationContext.functionName}`));
app.hook.postInvocation((context) => void order.push(`post ${context.invocationContext.functionName}`));

app.http('echo', {
  methods: ['GET', 'POST'],
  authLevel: 'anonymous',
  route: 'echo/{year:int}/{name?}',
  handler: async (request) => ({
    status: 201,
    headers: { 'X-Own': 'yes' },
    jsonBody: {
      params: request.params,
      query: Object.fromEntries(request.query),
      body: await request.text(),
      header: request.headers.get('x-asked'),
    },
  }),
});
app.http('literal', {
  methods: ['GET'],
  authLevel: 'anonymous',
  route: 'echo/2025/latest',
  handler: () => ({ body: 'literal' }),
});
app.http('seen', {
  methods: ['GET'],
  authLevel: 'anonymous',
  handler: () => ({ jsonBody: { seen, order } }),
});
app.http('fails', {
  methods: ['GET'],
  authLevel: 'anonymous',
  handler: () => Promise.reject(new Error('on purpose')),
});
app.storageQueue('works', {
  queueName: 'tiny-work',
  connection: 'AzureWebJobsStorage',
  handler: (message: unknown, context: InvocationContext) => {
    seen.push({ message, dequeueCount: context.triggerMetadata?.['dequeueCount'] });
    if (message === 'poison') throw new Error('never works');
  },
});
app.timer('ticks', { schedule: '* * * * * *', handler: () => void order.push('tick') });
