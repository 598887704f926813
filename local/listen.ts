import type { Server } from 'node:http';
import type { Server as HttpsServer } from 'node:https';

/** A server that is up. */
export interface Listening {
  /** Such as http://localhost:4283, without a slash at the end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Starts a server on the loopback address, 0 for a free port. */
export async function listen(
  server: Server | HttpsServer,
  port: number,
  scheme: 'http' | 'https',
): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return {
    url: `${scheme}://localhost:${actual}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
