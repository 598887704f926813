import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Delivery, DigestAccepted } from '#core/contracts/digest.ts';
import type { ResultEnvelope, YearList } from '#core/contracts/read.ts';
import { inLanguage } from '#core/number/shown.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import { ApiFailure, type ApiClient } from './api-client.ts';
import { ADMIN } from './identity-issuer/users.ts';
import { PortTakenError } from './ports.ts';
import { sampleSettings } from './sample-tenant/sample-settings.ts';
import { createSampleTenant } from './sample-tenant/sample-tenant.ts';
import { RefreshFailure, refreshYear, seedSettings } from './seed.ts';
import { MissingPieceError, startStack, type Stack } from './start-stack.ts';

const HELP = `Kör hela produkten på den här datorn med exempelkommunens listor.

  npm start                     startar allt och visar adressen
  npm start -- --once           läser, räknar, sparar, postar en sammanfattning och avslutar
  npm start -- --fresh          börjar med tom lagring
  npm start -- --port 4300      annan adress (åtta portar i följd används)
  npm start -- --no-build       använder det som redan är byggt
`;
const DATA_FOLDER = join(import.meta.dirname, '../.local');
const CHANNEL = { id: 'digitalisering', name: 'Digitalisering' };

const say = (line: string) => process.stdout.write(`${line}\n`);

interface Options {
  readonly once: boolean;
  readonly fresh: boolean;
  readonly build: boolean;
  readonly port: number;
}

function readOptions(): Options | 'help' | { readonly fault: string } {
  try {
    const { values } = parseArgs({
      options: {
        once: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        build: { type: 'boolean', default: true },
        port: { type: 'string', default: '4280' },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowNegative: true,
    });
    if (values.help) return 'help';
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_528) {
      return { fault: `--port ${values.port}: ange ett heltal mellan 0 och 65528.` };
    }
    return { once: values.once, fresh: values.fresh, build: values.build, port };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if ('fault' in options) {
    process.stderr.write(`${options.fault}\n\n${HELP}`);
    return 2;
  }
  if (options.build) await build();
  if (options.fresh) await rm(DATA_FOLDER, { recursive: true, force: true });
  const tenant = createSampleTenant();
  const onLog = (line: string) => {
    if (/^\[(warning|error|critical)\]/.test(line)) say(`  ${line}`);
  };
  const stack = await startStack({
    ...options,
    tenant,
    dataFolder: DATA_FOLDER,
    onProgress: (line) => say(`· ${line}`),
    onLog,
  });
  const stopped = stopOnSignal(stack);
  try {
    const admin = stack.api(ADMIN);
    await setUp(stack, admin);
    if (options.once) {
      const succeeded = await postOnce(admin);
      return succeeded ? 0 : 1;
    }
    say(`\nÖppna ${stack.url}\nAvsluta med Ctrl-C.\n`);
    say(await indexLine(admin));
    await stopped;
    return 0;
  } finally {
    await stack.stop();
  }
}

/** Builds what is deployed; its output is shown only if it fails. */
async function build(): Promise<void> {
  say('· Bygger');
  const child = spawn('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
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
    `Kvitto ${receipt.id}: ${receipt.state}${answer}, kanal ${receipt.targetName}, försök ${receipt.attempts}`,
  );
  if (receipt.state === 'accepted') return true;
  process.stderr.write(`${receipt.problem?.title ?? receipt.state} ${receipt.problem?.detail ?? ''}\n`);
  return false;
}

async function waitForReceipt(admin: ApiClient, deliveryId: string): Promise<Delivery> {
  for (;;) {
    const { body } = await admin.call<Delivery>('GET', `/deliveries/${deliveryId}`);
    if (body.state !== 'queued' && body.state !== 'sending') return body;
    await sleep(100);
  }
}

/** The first Ctrl-C stops everything in order, a second one at once. */
function stopOnSignal(stack: Stack): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const onSignal = () => {
      if (asked) process.exit(130);
      asked = true;
      say('\n· Avslutar');
      void stack.stop().then(() => {
        resolve();
        process.exit(0);
      });
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  const isKnown =
    error instanceof PortTakenError ||
    error instanceof MissingPieceError ||
    error instanceof RefreshFailure ||
    error instanceof ApiFailure;
  process.stderr.write(
    `${isKnown ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
}
