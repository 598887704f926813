import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** The services of the local stack, in the order of their ports: the web is the one address that people open. */
export const SERVICES = [
  'web',
  'functions',
  'graph',
  'identity',
  'workflows',
  'blob',
  'queue',
  'table',
  'authority',
] as const;
const LOWEST_FREE = 12_000;
const HIGHEST_FREE = 32_000;
export type Service = (typeof SERVICES)[number];
export type Ports = Readonly<Record<Service, number>>;

/** A port that somebody else holds, with what to do about it. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError';
  constructor(service: Service, port: number) {
    super(
      `Port ${port} (${service}) är upptagen. Avsluta det som använder den, eller välj en annan: npm start -- --port ${port + 100}`,
    );
  }
}

/**
 * The ports of a stack: `base` for the web and the seven after it, or eight free ones for base 0.
 *
 * @throws PortTakenError naming the first that is taken
 */
export async function reservePorts(base: number): Promise<Ports> {
  const numbers = base === 0 ? await freePorts(SERVICES.length) : SERVICES.map((_, index) => base + index);
  if (base !== 0) {
    for (const [index, service] of SERVICES.entries()) {
      const port = base + index;
      if (!(await isFree(port))) throw new PortTakenError(service, port);
    }
  }
  return Object.fromEntries(SERVICES.map((service, index) => [service, numbers[index] ?? 0])) as Ports;
}

/**
 * Ports in a row that nobody holds, by chance, so that stacks that start at the same moment hardly meet. From under the range that
 * systems take for outgoing connections: one of those could hold a port by the time that its service starts.
 */
async function freePorts(count: number): Promise<readonly number[]> {
  for (;;) {
    const first = LOWEST_FREE + count * randomInt(Math.floor((HIGHEST_FREE - LOWEST_FREE) / count));
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(ports.map(isFree));
    if (free.every(Boolean)) return ports;
  }
}

async function isFree(port: number): Promise<boolean> {
  try {
    const server = await hold(port);
    await new Promise((resolve) => server.close(resolve));
    return true;
  } catch {
    return false;
  }
}

function hold(port: number): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
