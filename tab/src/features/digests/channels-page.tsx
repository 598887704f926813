import type { ReactElement } from 'react';
import { PageGrid } from '../../components/page-grid.tsx';
import { WithSettings } from '../../components/with-settings.tsx';
import { ChannelTargets } from './channel-targets.tsx';
import { Deliveries } from './deliveries.tsx';
import { ReceiptRetention } from './receipt-retention.tsx';
import { SendDigest } from './send-digest.tsx';
import { Subscriptions } from './subscriptions.tsx';

/** Channels, what is sent to them, and what became of it. */
export function ChannelsPage({ year }: { readonly year: number | null }): ReactElement {
  return (
    <WithSettings>
      {(stored) => (
        <PageGrid columns="one">
          <ChannelTargets />
          <Subscriptions year={year ?? Math.max(...stored.settings.years)} />
          <SendDigest years={stored.settings.years} year={year} />
          <Deliveries />
          <ReceiptRetention stored={stored} />
        </PageGrid>
      )}
    </WithSettings>
  );
}
