import { Button, DialogActions, DialogBody, DialogContent, DialogTitle } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Delivery } from '#core/contracts/digest.ts';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useDeliveryCard } from './api/digests.ts';
import { CardView } from './card-view.tsx';

interface DeliveryCardDialogProps {
  readonly delivery: Delivery;
  readonly onClose: () => void;
}

/** The card of a receipt, as it was sent. */
export function DeliveryCardDialog({ delivery, onClose }: DeliveryCardDialogProps): ReactElement {
  const { t } = useTranslation();
  const card = useDeliveryCard(delivery.id);
  return (
    <DialogBody>
      <DialogTitle>{t('deliveries.card.title', { channel: delivery.targetName })}</DialogTitle>
      <DialogContent>
        {card.data !== undefined ? (
          <CardView card={card.data} />
        ) : card.isError ? (
          <ProblemView error={card.error} onRetry={() => void card.refetch()} />
        ) : (
          <Skeleton heightsPx={[200]} />
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('deliveries.close')}</Button>
      </DialogActions>
    </DialogBody>
  );
}
