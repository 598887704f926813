import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Azurite's well-known account: public in its documentation, no secret. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
const READY_TIMEOUT_MS = 60_000;

export interface AzuriteOptions {
  readonly folder: string;
  /** Empty the folder first. */
  readonly fresh: boolean;
  readonly ports: { readonly blob: number; readonly queue: number; readonly table: number };
}

export interface Azurite {
  readonly connectionString: string;
  stop(): Promise<void>;
}

/** Starts Microsoft's own storage emulator: blobs, queues and tables, their data kept in a folder between runs. */
export async function startAzurite({ folder, fresh, ports }: AzuriteOptions): Promise<Azurite> {
  if (fresh) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const main = join(
    dirname(createRequire(import.meta.url).resolve('azurite/package.json')),
    'dist/src/azurite.js',
  );
  const host = '127.0.0.1';
  const options = [
    ['--location', folder],
    ['--blobHost', host, '--blobPort', String(ports.blob)],
    ['--queueHost', host, '--queuePort', String(ports.queue)],
    ['--tableHost', host, '--tablePort', String(ports.table)],
    ['--silent', '--skipApiVersionCheck', '--disableTelemetry'],
  ].flat();
  const child = spawn(process.execPath, [main, ...options], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await Promise.all(
    [ports.blob, ports.queue, ports.table].map((port) => waitForPort(host, port, child, () => output)),
  );
  const endpoint = (service: string, port: number) => `${service}Endpoint=http://${host}:${port}/${ACCOUNT}`;
  return {
    connectionString: [
      'DefaultEndpointsProtocol=http',
      `AccountName=${ACCOUNT}`,
      `AccountKey=${KEY}`,
      endpoint('Blob', ports.blob),
      endpoint('Queue', ports.queue),
      endpoint('Table', ports.table),
    ].join(';'),
    stop: () => stopChild(child),
  };
}

/** Ends a child process that we started and waits until it is gone. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(force);
}

async function waitForPort(
  host: string,
  port: number,
  child: ChildProcess,
  output: () => string,
): Promise<void> {
  const deadlineMs = Date.now() + READY_TIMEOUT_MS;
  while (!(await answers(host, port))) {
    if (child.exitCode !== null) throw new Error(`Azurite avslutades direkt: ${output().trim()}`);
    if (Date.now() > deadlineMs) throw new Error(`Azurite svarar inte på port ${port}: ${output().trim()}`);
    await sleep(50);
  }
}

function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
