import { fork } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCertificate } from '../../local/certificate.ts';
import { median, type Bench, type BenchFigure } from './figure.ts';
import type { IngestJob, IngestReport } from './ingest/measured-loop.ts';

const SIZES = [100_000, 1_000_000];
const ROUNDS = { 100_000: 7, 1_000_000: 3 } as Readonly<Record<number, number>>;

/**
 * From Graph pages to a result: list reader, tally, score, mask and audit, as a refresh does it, against a bare loop that
 * fetches and parses the same pages. Pages come made from a process of their own over TLS, without any delay: where Graph
 * takes its time, the two loops only wait alike. Every measurement has a process of its own, so that its peak memory is its own.
 */
export const bench: Bench = {
  title: 'employee survey answers from Graph pages to a result, against a bare loop over the same pages',
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'index-bench-'));
    const { key, file } = await createCertificate(folder);
    const keyFile = join(folder, 'key.pem');
    await writeFile(keyFile, key, { mode: 0o600 });
    try {
      const figures: BenchFigure[] = [];
      for (const rows of SIZES)
        figures.push(...(await measureSize(rows, { keyFile, certificateFile: file })));
      return figures;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const named = (rows: number) => rows.toLocaleString('en-GB');

interface Keys {
  readonly keyFile: string;
  readonly certificateFile: string;
}

async function measureSize(rows: number, keys: Keys): Promise<readonly BenchFigure[]> {
  const server = fork(join(import.meta.dirname, 'ingest/page-server.ts'), [
    String(rows),
    keys.keyFile,
    keys.certificateFile,
  ]);
  const baseUrl = await answerOf<string>(server);
  try {
    return await measureAgainst(baseUrl, rows, keys.certificateFile);
  } finally {
    server.kill();
  }
}

async function measureAgainst(
  baseUrl: string,
  rows: number,
  certificateFile: string,
): Promise<readonly BenchFigure[]> {
  const runs: Record<IngestJob['loop'], IngestReport[]> = { bare: [], product: [] };
  // The first of each warms the server's memory and the disk's, and is not counted.
  for (let round = 0; round <= (ROUNDS[rows] ?? 3); round += 1) {
    for (const loop of ['bare', 'product'] as const) {
      const report = await measured({ loop, baseUrl, rows }, certificateFile);
      if (round > 0) runs[loop].push(report);
    }
  }
  const ratio = (of: 'ms' | 'cpuMs') =>
    median(runs.product.map((run) => run[of])) / median(runs.bare.map((run) => run[of]));
  const peak = (loop: IngestJob['loop']) => median(runs[loop].map(({ peakMegabytes }) => peakMegabytes));
  const name = named(rows);
  return [
    {
      name: `${name}: time`,
      value: ratio('ms'),
      unit: 'ratio',
      baseline: 'bare fetch + JSON.parse of the same pages',
    },
    {
      name: `${name}: processor time`,
      value: ratio('cpuMs'),
      unit: 'ratio',
      baseline: 'processor time of the bare loop',
    },
    {
      name: `${name}: speed`,
      value: rows / (median(runs.product.map(({ ms }) => ms)) / 1000),
      unit: 'rows/s',
      baseline: null,
    },
    {
      name: `${name}: speed of the bare loop`,
      value: rows / (median(runs.bare.map(({ ms }) => ms)) / 1000),
      unit: 'rows/s',
      baseline: null,
    },
    {
      name: `${name}: peak memory`,
      value: peak('product') / peak('bare'),
      unit: 'ratio',
      baseline: 'peak memory of the bare loop, which keeps nothing',
    },
    { name: `${name}: peak memory in all`, value: peak('product'), unit: 'MB', baseline: null },
  ];
}

async function measured(job: IngestJob, certificateFile: string): Promise<IngestReport> {
  const child = fork(join(import.meta.dirname, 'ingest/measured-loop.ts'), [JSON.stringify(job)], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: certificateFile },
  });
  return answerOf<IngestReport>(child);
}

/** The one thing that a child process says. */
function answerOf<T>(child: ReturnType<typeof fork>): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T));
    child.once('exit', (code) => reject(new Error(`the measured process ended with ${code ?? 'a signal'}`)));
  });
}
