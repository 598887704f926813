import type { ReactElement } from 'react';
import type { Freshness } from '#core/contracts/read.ts';
import { dateAndTime } from '../lib/dates.ts';
import { problemTitle } from '../lib/remedies.ts';
import { useTranslation } from '../lib/translation.tsx';
import { Notice } from './notice.tsx';

/** Says when the figures are not the latest, since when, and why. Says nothing of fresh ones. */
export function FreshnessNotice({ freshness }: { readonly freshness: Freshness }): ReactElement | null {
  const { t, language } = useTranslation();
  const time = dateAndTime(freshness.computedAt, language);
  if (freshness.state === 'fresh') return null;
  if (freshness.state === 'refreshing') {
    return <Notice tone="info" announced title={t('state.refreshing', { time })} />;
  }
  const reason = t(problemTitle(freshness.problem?.code ?? 'internal'));
  return (
    <Notice tone="warning" announced title={t('state.stale.title', { time })}>
      {freshness.lastAttemptAt === null
        ? t('state.stale.body', { reason })
        : t('state.stale.body-when', { reason, when: dateAndTime(freshness.lastAttemptAt, language) })}
    </Notice>
  );
}
