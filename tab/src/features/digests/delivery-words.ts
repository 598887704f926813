import type { Delivery } from '#core/contracts/digest.ts';
import { dateAndTime } from '../../lib/dates.ts';
import { problemRemedy, problemTitle } from '../../lib/remedies.ts';
import type { Translation } from '../../lib/translation.tsx';

/** A receipt in plain words. "Accepted" never says "delivered": the flow may still fail. */
export function stateWords(delivery: Delivery, { t, language }: Translation): string {
  const code = delivery.problem?.code ?? 'internal';
  switch (delivery.state) {
    case 'queued':
      return delivery.retryAt === null
        ? t('delivery-state.queued')
        : t('delivery-state.queued-retry', { time: dateAndTime(delivery.retryAt, language) });
    case 'sending':
      return t('delivery-state.sending');
    case 'accepted':
      return t(
        delivery.targetKind === 'activity-feed' ? 'delivery-state.notified' : 'delivery-state.accepted',
        { time: delivery.endedAt === null ? '' : dateAndTime(delivery.endedAt, language) },
      );
    case 'posted':
      return t('delivery-state.posted', {
        time: delivery.endedAt === null ? '' : dateAndTime(delivery.endedAt, language),
      });
    case 'failed':
      return t('delivery-state.failed', { reason: t(problemTitle(code)), remedy: t(problemRemedy(code)) });
    case 'withdrawn':
      return t('delivery-state.withdrawn', {
        time: delivery.endedAt === null ? '' : dateAndTime(delivery.endedAt, language),
      });
    case 'uncertain':
      return t('delivery-state.uncertain', { remedy: t('remedy.check-channel') });
  }
}
