import type { Delivery } from '#core/contracts/digest.ts';

/** A channel whose latest card did not surely arrive. */
export interface FailingTarget {
  readonly targetId: string;
  readonly targetName: string;
  readonly latest: Delivery;
}

/**
 * The channels whose latest card that has come to an end failed or may not have arrived. Tests say nothing of a channel's
 * own cards, and a card that never came to be says nothing of its channel.
 *
 * @param deliveries newest first
 */
export function failingTargets(deliveries: readonly Delivery[]): readonly FailingTarget[] {
  const latest = new Map<string, Delivery>();
  for (const delivery of deliveries) {
    const { targetId, endedAt, isTest, hasCard } = delivery;
    if (endedAt === null || isTest || !hasCard || delivery.state === 'withdrawn') continue;
    if (!latest.has(targetId)) latest.set(targetId, delivery);
  }
  return [...latest.values()]
    .filter(({ state }) => state === 'failed' || state === 'uncertain')
    .map((delivery) => ({ targetId: delivery.targetId, targetName: delivery.targetName, latest: delivery }));
}
