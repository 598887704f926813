import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:tls';
import type { ChannelTarget } from '#core/contracts/channel-targets.ts';
import type { Delivery, DigestAccepted, DigestAsk } from '#core/contracts/digest.ts';
import type { YearList } from '#core/contracts/read.ts';
import { wordsOf, type Api } from './api-answers.ts';
import { ill, notTaken, well, type Check, type Examined, type Verdict } from './doctor-check.ts';

const CONNECT_MS = 10_000;
const RECEIPT_MS = 60_000;
const BETWEEN_LOOKS_MS = 500;

/**
 * Steps to the channels. The address of a channel's flow is a credential that the API never gives back, so its host is
 * what can be tried without posting: allowed, there, and answering with a certificate that is trusted. Whether the flow
 * itself is there, only a post can tell, and only `--post-test` posts.
 */
export function channelChecks(examined: Examined, api: Api): readonly Check[] {
  const { texts } = examined;
  return [
    { title: texts.channels.title, run: () => channels(examined, api) },
    ...(examined.postTest ? [{ title: texts.post.title, run: () => testPosts(examined, api) }] : []),
  ];
}

async function targetsOf(
  { apiToken, texts }: Examined,
  api: Api,
): Promise<readonly ChannelTarget[] | Verdict> {
  if (apiToken === null) return notTaken(texts.noApiToken, texts.signInToApi);
  const { status, body } = await api('/channel-targets');
  const all = (body as { readonly targets?: readonly ChannelTarget[] } | null)?.targets;
  // Where only a person who is there can post there is no flow to look at.
  const targets = all?.filter(({ kind }) => kind === 'workflows-webhook');
  if (status !== 200 || !targets) return ill(wordsOf(texts, body, status), texts.tryAgain);
  if (targets.length === 0) return notTaken(texts.channels.none, texts.channels.add);
  return targets;
}

async function channels(examined: Examined, api: Api): Promise<Verdict | readonly Verdict[]> {
  const targets = await targetsOf(examined, api);
  if ('kind' in targets) return targets;
  const { body } = await api('/deliveries');
  const { deliveries = [] } = (body ?? {}) as { readonly deliveries?: readonly Delivery[] };
  const verdicts = await Promise.all(
    targets.map(async (target) => [
      await hostVerdict(examined, target),
      // Newest first: the first of each channel says how it is now.
      lastVerdict(
        examined,
        target,
        deliveries.find(({ targetId }) => targetId === target.id),
      ),
    ]),
  );
  return verdicts.flat();
}

async function hostVerdict(
  { texts, webhookHosts }: Examined,
  { name, host }: ChannelTarget,
): Promise<Verdict> {
  const { channels: say } = texts;
  if (!webhookHosts.some((pattern) => isHostOf(host, pattern)))
    return ill(say.notAllowed(name, host), say.allow);
  const { hostname, port } = new URL(`https://${host}`);
  try {
    await lookup(hostname);
  } catch {
    return ill(say.unknownHost(name, host), say.newFlow);
  }
  const fault = await tlsFault(hostname, port === '' ? 443 : Number(port));
  return fault === null ? well(say.reachable(name, host)) : ill(say.noAnswer(name, host, fault), say.network);
}

/** The same rule as the app has: exact hosts, or every host below "*.example.com". */
function isHostOf(host: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** Shakes hands and hangs up. @returns why it failed; null where it did not */
function tlsFault(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: host, timeout: CONNECT_MS });
    const end = (fault: string | null) => {
      socket.destroy();
      resolve(fault);
    };
    socket.once('secureConnect', () => {
      end(null);
    });
    socket.once('timeout', () => {
      end('timeout');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      end(error.code ?? error.message);
    });
  });
}

function lastVerdict({ texts }: Examined, { name }: ChannelTarget, last: Delivery | undefined): Verdict {
  const { channels: say } = texts;
  if (!last) return notTaken(say.nothingSent(name), say.send);
  return deliveryVerdict(last, say.last(name, say.states[last.state]), name);
}

function deliveryVerdict({ problem }: Delivery, words: string, name: string): Verdict {
  return problem ? ill(`${name}: ${problem.title}`, problem.detail) : well(words);
}

async function testPosts(examined: Examined, api: Api): Promise<Verdict | readonly Verdict[]> {
  const { texts } = examined;
  const targets = await targetsOf(examined, api);
  if ('kind' in targets) return targets;
  const { body } = await api('/years');
  const { years = [] } = (body ?? {}) as Partial<YearList>;
  const year = years.find(({ state }) => state === 'computed')?.year;
  if (year === undefined) return notTaken(texts.post.noYear, texts.post.compute);
  return Promise.all(targets.map((target) => testPost(examined, api, target, year)));
}

async function testPost(
  { texts, language }: Examined,
  api: Api,
  { id, name }: ChannelTarget,
  year: number,
): Promise<Verdict> {
  const asked: DigestAsk = { year, targetId: id, language, isTest: true };
  const { status, body } = await api('/digests', { method: 'POST', body: JSON.stringify(asked) });
  if (status !== 202) return ill(`${name}: ${wordsOf(texts, body, status)}`, texts.tryAgain);
  const { deliveryId } = body as DigestAccepted;
  const until = Date.now() + RECEIPT_MS;
  do {
    const receipt = await api(`/deliveries/${deliveryId}`);
    if (receipt.status === 200) {
      const delivery = receipt.body as Delivery;
      if (delivery.endedAt !== null)
        return deliveryVerdict(delivery, texts.post.well(name, texts.channels.states[delivery.state]), name);
    }
    await sleep(BETWEEN_LOOKS_MS);
  } while (Date.now() < until);
  return notTaken(texts.post.slow(name), texts.post.look);
}
