import { Button, Link, makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Delivery } from '#core/contracts/digest.ts';
import { ProblemView } from '../../components/problem-view.tsx';
import { shortDateAndTime } from '../../lib/dates.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useSendAgain } from './api/digests.ts';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '4px' } });

interface DeliveryActionsProps {
  readonly delivery: Delivery;
  readonly onShow: (delivery: Delivery) => void;
}

/** What can be done with a receipt: see its card, open its message, send it again where it did not surely arrive. */
export function DeliveryActions({ delivery, onShow }: DeliveryActionsProps): ReactElement {
  const styles = useStyles();
  const { t, language } = useTranslation();
  const sendAgain = useSendAgain();
  const { id, state, hasCard, subject, targetName: channel, requestedAt, messageUrl } = delivery;
  const time = shortDateAndTime(requestedAt, language);
  // A run that failed before it had a card gets one now.
  const isDigest = subject.kind !== 'notice' && subject.kind !== 'connection';
  const isUnsent = state === 'failed' || state === 'uncertain' || state === 'withdrawn';
  const mayAgain = (hasCard || isDigest) && isUnsent;
  const again = state === 'failed' ? t('deliveries.retry') : t('deliveries.again');
  return (
    <div className={styles.actions}>
      {hasCard && (
        <Button
          size="small"
          aria-label={t('deliveries.show.of', { channel, time })}
          onClick={() => onShow(delivery)}
        >
          {t('deliveries.show')}
        </Button>
      )}
      {mayAgain && (
        <Button
          size="small"
          aria-label={t('deliveries.again.of', { action: again, channel, time })}
          disabledFocusable={sendAgain.isPending}
          onClick={() => sendAgain.mutate(id)}
        >
          {again}
        </Button>
      )}
      {messageUrl !== null && (
        <Link href={messageUrl} target="_blank" rel="noreferrer">
          {t('deliveries.open-message')}
        </Link>
      )}
      {sendAgain.isError && <ProblemView error={sendAgain.error} />}
    </div>
  );
}
