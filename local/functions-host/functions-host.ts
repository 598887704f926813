import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { stopChild } from '../azurite/azurite.ts';

export interface FunctionsHost {
  readonly url: string;
  /** Runs a timer function now, whatever its schedule says, and waits until it has ended. */
  fireTimer(name: string): Promise<void>;
  /** Ends it as a shutdown does: running work is let go of. */
  stop(): Promise<void>;
  /** Ends it as a crash does, at once. */
  kill(): Promise<void>;
}

export interface FunctionsHostOptions {
  readonly appFolder: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Takes what the app logs, a line at a time. */
  readonly onLog: (line: string) => void;
}

/**
 * Starts the built app in a process of its own with exactly this environment.
 *
 * @throws Error with the reason where the app can't be loaded or the port is taken
 */
export async function startFunctionsHost(options: FunctionsHostOptions): Promise<FunctionsHost> {
  const { appFolder, port, environment, onLog } = options;
  const child = fork(join(import.meta.dirname, 'main.ts'), [appFolder, String(port)], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => chunk.toString().split('\n').filter(Boolean).forEach(onLog));
  }
  const actual = await readyPort(child);
  return {
    url: `http://localhost:${actual}`,
    fireTimer: (name) => fired(child, name),
    stop: () => stopChild(child),
    kill: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function fired(child: ChildProcess, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const hear = (message: { readonly fired?: string; readonly error?: string }) => {
      if (message.fired !== name) return;
      child.off('message', hear);
      if (message.error === undefined) resolve();
      else reject(new Error(message.error));
    };
    child.on('message', hear);
    child.send({ fire: name });
  });
}

function readyPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { readonly ready?: number; readonly failed?: string }) => {
      if (message.ready !== undefined) resolve(message.ready);
      if (message.failed !== undefined) reject(new Error(message.failed));
    });
    child.once('exit', (code) =>
      reject(new Error(`the functions host ended at start (${code ?? 'killed'})`)),
    );
  });
}
