import { Link } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Delivery } from '#core/contracts/digest.ts';
import { Notice, type NoticeTone } from '../../components/notice.tsx';
import { ProblemView } from '../../components/problem-view.tsx';
import { useTranslation } from '../../lib/translation.tsx';
import { useDelivery } from './api/digests.ts';
import { stateWords } from './delivery-words.ts';

const TONES: Readonly<Record<Delivery['state'], NoticeTone>> = {
  queued: 'info',
  sending: 'info',
  accepted: 'success',
  posted: 'success',
  failed: 'error',
  uncertain: 'warning',
  withdrawn: 'warning',
};

interface ReceiptNoticeProps {
  readonly id: string;
  /** What has just been asked for, while the receipt is on its way. */
  readonly asked: string;
}

/** Follows one receipt to its end, and says what the service really answered. */
export function ReceiptNotice({ id, asked }: ReceiptNoticeProps): ReactElement {
  const translation = useTranslation();
  const { t } = translation;
  const delivery = useDelivery(id);
  if (delivery.data === undefined) {
    return delivery.isError ? (
      <ProblemView error={delivery.error} />
    ) : (
      <Notice tone="info" announced title={asked} />
    );
  }
  const { state, problem, answerStatus, messageUrl } = delivery.data;
  return (
    <Notice tone={TONES[state]} announced title={asked}>
      <p>{stateWords(delivery.data, translation)}</p>
      {problem !== null && <p>{problem.detail}</p>}
      {answerStatus !== null && <p>{t('receipt.answer', { status: answerStatus })}</p>}
      {messageUrl !== null && (
        <Link href={messageUrl} target="_blank" rel="noreferrer">
          {t('deliveries.open-message')}
        </Link>
      )}
    </Notice>
  );
}
