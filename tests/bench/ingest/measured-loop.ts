import { performance } from 'node:perf_hooks';
import { GraphListReader } from '../../../api/src/adapters/graph/list-reader.ts';
import { createComputeIndex } from '../../../api/src/app/refresh/compute-index.ts';
import { SURVEY_LIST_ID, SURVEY_SETTINGS, SURVEY_YEAR } from './survey-of-any-size.ts';

/** One measurement, in a process of its own: `measured-loop.ts JOB`. Tells its parent a report. */
export interface IngestJob {
  readonly loop: 'bare' | 'product';
  readonly baseUrl: string;
  readonly rows: number;
}

export interface IngestReport {
  readonly ms: number;
  /** Processor time of the process, all threads; says more than the clock on a machine that others use. */
  readonly cpuMs: number;
  readonly peakMegabytes: number;
}

const { loop, baseUrl, rows } = JSON.parse(process.argv[2] ?? '{}') as IngestJob;
const clock = { now: () => new Date('2026-02-01T08:00:00Z') };
const token = () => Promise.resolve('bench');

/** The least that anybody must do: one page after the other, parsed. Returns the rows seen. */
async function bareLoop(root: string): Promise<number> {
  let seen = 0;
  let next: string | undefined = `${root}/sites/s/lists/${SURVEY_LIST_ID}/items?$top=5000`;
  while (next !== undefined) {
    const response: Response = await fetch(next, { headers: { authorization: 'Bearer bench' } });
    const page = JSON.parse(await response.text()) as {
      readonly value: readonly unknown[];
      readonly '@odata.nextLink'?: string;
    };
    seen += page.value.length;
    next = page['@odata.nextLink'];
  }
  return seen;
}

/** What a refresh does, but for storing. Returns the rows of the survey that are in the result. */
async function productLoop(root: string): Promise<number> {
  const compute = createComputeIndex(new GraphListReader({ baseUrl: root, token, clock }), clock);
  const { result, violations } = await compute({
    tenantId: 'bench',
    year: SURVEY_YEAR,
    stored: { version: 1, savedAt: '', savedBy: '', settings: SURVEY_SETTINGS },
    previous: null,
    lastYear: null,
    earlier: [],
    report: () => undefined,
  });
  if (violations.length > 0 || result.figures.employeeMean.figure.kind !== 'value') {
    throw new Error('The measured computing gave no result');
  }
  return result.sources.find(({ topic }) => topic === 'employee-survey')?.rowsRead ?? 0;
}

const run = loop === 'bare' ? bareLoop : productLoop;
// As in a host that has been up for a while: code is compiled and the connection is open.
await run(baseUrl.replace('/v1.0', '/warm'));
const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
const seen = await run(baseUrl);
const ms = performance.now() - startedAt;
const { user, system } = process.cpuUsage(cpuBefore);
if (seen !== rows) throw new Error(`${seen} rows were read, not ${rows}`);
// maxRSS is in kilobytes, processor time in microseconds.
const peakMegabytes = process.resourceUsage().maxRSS / 1024;
const report: IngestReport = { ms, cpuMs: (user + system) / 1000, peakMegabytes };
process.send?.(report, () => process.exit(0));
