import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Delivery, DigestAccepted } from '#core/contracts/digest.ts';
import type { ResultEnvelope, YearList } from '#core/contracts/read.ts';
import { inLanguage } from '#core/number/in-language.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import { ApiFailure, type ApiClient } from './api-client.ts';
import { ADMIN } from './identity-issuer/users.ts';
import { PortTakenError, reservePorts } from './ports.ts';
import { sampleSettings } from './sample-tenant/sample-settings.ts';
import { createSampleTenant } from './sample-tenant/sample-tenant.ts';
import { RefreshFailure, refreshYear, seedSettings } from './seed.ts';
import { readStartOptions, START_HELP } from './start-options.ts';
import { MissingPieceError, startStack, type Stack } from './start-stack.ts';

const CHANNEL = { id: 'digitalisering', name: 'Digitalisering' };
const STATES: Readonly<Record<Delivery['state'], string>> = {
  queued: 'i kö',
  sending: 'skickas',
  accepted: 'mottaget av kanalens arbetsflöde',
  posted: 'postat i kanalen',
  failed: 'misslyckades',
  uncertain: 'oklart om det kom fram',
  withdrawn: 'återkallat',
};

const say = (line: string) => process.stdout.write(`${line}\n`);
/** Told by Ctrl-C: everything that has been started is to be stopped. */
const stopping = new AbortController();

async function main(): Promise<number> {
  const options = readStartOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(START_HELP);
    return 0;
  }
  if ('fault' in options) {
    process.stderr.write(`${options.fault}\n\n${START_HELP}`);
    return 2;
  }
  stopOnSignal();
  // Before anything that takes time: whoever has another product running wants to know now.
  await reservePorts(options.port);
  if (options.build) await build();
  if (options.fresh) await rm(options.dataFolder, { recursive: true, force: true });
  const stack = await startStack({
    ...options,
    tenant: createSampleTenant(),
    signal: stopping.signal,
    onProgress: (line) => say(`· ${line}`),
    onLog: (line) => {
      if (!stopping.signal.aborted && /^\[(warning|error|critical)\]/.test(line)) say(`  ${line}`);
    },
  });
  // Whatever is under way then fails, and is let go of.
  stopping.signal.addEventListener('abort', () => void stack.stop());
  try {
    const admin = stack.api(ADMIN);
    await setUp(stack, admin);
    if (options.once) return (await postOnce(admin)) ? 0 : 1;
    say(`\nÖppna ${stack.url}\nAvsluta med Ctrl-C.\n`);
    say(await indexLine(admin));
    await aborted(stopping.signal);
    return 0;
  } finally {
    await stack.stop();
  }
}

/** Builds what is deployed; its output is shown only if it fails. */
async function build(): Promise<void> {
  say('· Bygger');
  const stdio = ['ignore', 'pipe', 'pipe'] as const;
  const child = spawn('npm', ['run', '--silent', 'build'], { stdio: [...stdio], signal: stopping.signal });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('close', resolve);
    child.once('error', reject);
  });
  if (code !== 0) throw new MissingPieceError(`Bygget misslyckades:\n${output}`);
}

async function setUp(stack: Stack, admin: ApiClient): Promise<void> {
  say('· Exempelkommunens inställningar sparas');
  await seedSettings(admin, sampleSettings, [
    { ...CHANNEL, webhookUrl: stack.workflows.addressOf(CHANNEL.id) },
  ]);
  // Oldest first: a year is compared with the one before.
  for (const year of [...sampleSettings.years].sort((a, b) => a - b)) {
    say(`· ${year} läses och räknas`);
    await refreshYear(admin, year);
  }
}

/** The index as computed, from the API, in Swedish notation. */
async function indexLine(api: ApiClient): Promise<string> {
  const { years } = (await api.call<YearList>('GET', '/years')).body;
  const latest = years.find(({ state }) => state === 'computed');
  if (!latest) throw new RefreshFailure('Inget år är räknat.');
  const { result } = (await api.call<ResultEnvelope>('GET', `/results/${latest.year}`)).body;
  const shown = (id: FigureId) => {
    const { figure } = result.figures[id];
    return figure.kind === 'value' ? inLanguage(figure.shown, 'sv') : `saknas (${figure.reason})`;
  };
  const components = [
    `Förutsättningar ${shown('preconditions')}`,
    `Resultat ${shown('delivery')}`,
    `Nytta ${shown('benefit')}`,
  ];
  return [`Digitaliseringsindex ${result.year}: ${shown('index')}`, ...components].join(' · ');
}

/** Posts one digest of the latest year and prints the line and the receipt. */
async function postOnce(admin: ApiClient): Promise<boolean> {
  const line = await indexLine(admin);
  const year = Math.max(...sampleSettings.years);
  const request = { year, targetId: CHANNEL.id, language: 'sv' };
  const { deliveryId } = (await admin.call<DigestAccepted>('POST', '/digests', request)).body;
  const receipt = await waitForReceipt(admin, deliveryId);
  say(`\n${line}`);
  const answer = receipt.answerStatus === null ? '' : ` (svar ${receipt.answerStatus})`;
  say(
    `Kvitto ${receipt.id}: ${STATES[receipt.state]}${answer}, kanal ${receipt.targetName}, försök ${receipt.attempts}`,
  );
  if (receipt.state === 'accepted' || receipt.state === 'posted') return true;
  process.stderr.write(
    `${receipt.problem?.title ?? STATES[receipt.state]} ${receipt.problem?.detail ?? ''}\n`,
  );
  return false;
}

async function waitForReceipt(admin: ApiClient, deliveryId: string): Promise<Delivery> {
  for (;;) {
    const { body } = await admin.call<Delivery>('GET', `/deliveries/${deliveryId}`);
    if (body.state !== 'queued' && body.state !== 'sending') return body;
    await sleep(100);
  }
}

/** The first Ctrl-C stops everything in order, wherever the start has come to; a second one at once. */
function stopOnSignal(): void {
  const onSignal = () => {
    if (stopping.signal.aborted) process.exit(130);
    say('\n· Avslutar');
    stopping.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** The words for somebody at a terminal: ours where the trouble was foreseen, else all there is. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isKnown =
    error instanceof PortTakenError ||
    error instanceof MissingPieceError ||
    error instanceof RefreshFailure ||
    error instanceof ApiFailure;
  return isKnown ? error.message : (error.stack ?? error.message);
}

try {
  process.exitCode = await main();
} catch (error) {
  // What fails because it is being stopped has not failed.
  if (!stopping.signal.aborted) {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exitCode = 1;
  }
}
