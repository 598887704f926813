import { useState, type ReactElement } from 'react';
import type { Delivery } from '#core/contracts/digest.ts';
import type { RecordColumn } from '../../components/record-column.ts';
import { RecordTable } from '../../components/record-table.tsx';
import { ModalDialog } from '../../components/modal-dialog.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { Surface } from '../../components/surface.tsx';
import { shortDateAndTime } from '../../lib/dates.ts';
import { useTranslation } from '../../lib/translation.tsx';
import { useDeliveries } from './api/digests.ts';
import { DeliveryActions } from './delivery-actions.tsx';
import { DeliveryCardDialog } from './delivery-card-dialog.tsx';
import { stateWords } from './delivery-words.ts';
import { subjectWords } from './subscription-words.ts';

/** The receipts: what became of each card, and what to do where it did not arrive. */
export function Deliveries(): ReactElement {
  const translation = useTranslation();
  const { t, language } = translation;
  const deliveries = useDeliveries();
  const [shown, setShown] = useState<Delivery | null>(null);
  const columns: readonly RecordColumn<Delivery>[] = [
    {
      id: 'requested',
      header: t('deliveries.requested'),
      kind: 'wide-text',
      cell: ({ requestedAt, requestedBy }) => `${shortDateAndTime(requestedAt, language)}, ${requestedBy}`,
    },
    { id: 'channel', header: t('deliveries.channel'), kind: 'text', cell: ({ targetName }) => targetName },
    {
      id: 'subject',
      header: t('deliveries.subject'),
      kind: 'text',
      cell: ({ subject, unitName, isTest }) => {
        const words = subjectWords(subject, translation, unitName);
        return isTest ? `${t('deliveries.test')}: ${words}` : words;
      },
    },
    { id: 'year', header: t('deliveries.year'), kind: 'text', cell: ({ year }) => (year === 0 ? '–' : year) },
    {
      id: 'language',
      header: t('deliveries.language'),
      kind: 'text',
      cell: (delivery) => t(`language.${delivery.language}`),
    },
    { id: 'attempts', header: t('deliveries.attempts'), kind: 'number', cell: ({ attempts }) => attempts },
    {
      id: 'state',
      header: t('deliveries.state'),
      kind: 'wide-text',
      cell: (delivery) => <span role="status">{stateWords(delivery, translation)}</span>,
    },
    {
      id: 'actions',
      header: t('deliveries.actions'),
      kind: 'actions',
      cell: (delivery) => <DeliveryActions delivery={delivery} onShow={setShown} />,
    },
  ];
  return (
    <Surface title={t('deliveries.title')} lead={t('deliveries.lead')}>
      {deliveries.data === undefined ? (
        deliveries.isError ? (
          <ProblemView error={deliveries.error} onRetry={() => void deliveries.refetch()} />
        ) : (
          <Skeleton heightsPx={[120]} />
        )
      ) : deliveries.data.length === 0 ? (
        <p>{t('deliveries.none')}</p>
      ) : (
        <RecordTable
          caption={t('deliveries.caption')}
          captionHidden
          columns={columns}
          rows={deliveries.data}
          rowKey={({ id }) => id}
        />
      )}
      <ModalDialog onClose={() => setShown(null)}>
        {shown === null ? null : <DeliveryCardDialog delivery={shown} onClose={() => setShown(null)} />}
      </ModalDialog>
    </Surface>
  );
}
