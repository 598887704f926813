import { needsPerson } from '#core/digest/target-kinds.ts';
import { stockholmDateOf } from '#core/fields/swedish-date.ts';
import { contentHash } from '#core/result/content-hash.ts';
import type { AddDelivery } from './add-delivery.ts';
import type { ChannelTargets } from '../ports/channel-targets.ts';
import type { Clock } from '../ports/clock.ts';
import type { StoredDelivery } from '../ports/delivery-ledger.ts';
import type { DigestCards } from '../ports/digest-cards.ts';
import type { Log } from '../ports/log.ts';

export type TellOfFailure = (
  tenantId: string,
  delivery: StoredDelivery,
  correlationId: string,
  log: Log,
) => Promise<void>;

/**
 * Tells through another channel that a channel's cards don't arrive, once a day for each such channel. A notice that
 * fails itself, and a test, are told of by their receipts only.
 */
export function createTellOfFailure(parts: {
  readonly targets: ChannelTargets;
  readonly cards: DigestCards;
  readonly addDelivery: AddDelivery;
  readonly clock: Clock;
}): TellOfFailure {
  const { targets, cards, addDelivery, clock } = parts;
  return async (tenantId, delivery, correlationId, log) => {
    const { subject, isTest, problem, targetId: brokenId, targetName, language, year } = delivery;
    if (subject.kind === 'notice' || isTest || problem === null) return;
    const all = await targets.list(tenantId);
    const others = all.filter(({ id, kind }) => id !== brokenId && !needsPerson(kind));
    const other = others.find(({ takesNotices }) => takesNotices) ?? others[0];
    if (!other) {
      log.warn('digest-failure-untold', { deliveryId: delivery.id });
      return;
    }
    const notice = { targetName, state: delivery.state, problem };
    await addDelivery(
      {
        key: {
          tenantId,
          subscriptionId: `notice-${brokenId}`,
          targetId: other.id,
          period: stockholmDateOf(clock.now().toISOString()),
          contentHash: contentHash(notice),
        },
        isOnly: true,
        targetName: other.name,
        targetKind: other.kind,
        subject: { kind: 'notice', targetName },
        isTest: false,
        year,
        language,
        resultHash: '',
        requestedBy: '',
        card: cards.writeNotice(notice, language),
      },
      correlationId,
    );
  };
}
