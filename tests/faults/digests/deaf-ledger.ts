import type { TableClient } from '@azure/data-tables';
import { TableDeliveryLedger } from '../../../api/src/adapters/tables/table-delivery-ledger.ts';
import { TableTargetGate } from '../../../api/src/adapters/tables/table-target-gate.ts';
import { createAddDelivery } from '../../../api/src/app/digests/add-delivery.ts';
import type { SendOutcome } from '../../../api/src/app/ports/channel-sender.ts';
import type { DeliveryHandle, StoredDelivery } from '../../../api/src/app/ports/delivery-ledger.ts';
import { createPostDigest } from '../../../api/src/app/digests/post-digest.ts';
import { createSweepDeliveries } from '../../../api/src/app/digests/sweep-deliveries.ts';
import { SILENT } from './silent-log.ts';
import { VirtualClock, VirtualQueue } from './virtual-platform.ts';

/** A ledger that writes, and then hears that somebody wrote first: what a repeated request hears of its own first try. */
export class DeafLedger extends TableDeliveryLedger {
  deafTo: StoredDelivery['state'] | null = null;

  override async update(
    tenantId: string,
    expected: DeliveryHandle,
    change: Partial<StoredDelivery>,
  ): Promise<DeliveryHandle | null> {
    const written = await super.update(tenantId, expected, change);
    if (change.state === undefined || change.state !== this.deafTo) return written;
    this.deafTo = null;
    return null;
  }
}

/** Posts one card, where the answer to the write of that state is lost; how often it was posted, told of, and how it ended. */
export async function postDeafTo(
  table: TableClient,
  state: StoredDelivery['state'],
  outcome: SendOutcome,
): Promise<{ readonly posts: number; readonly told: number; readonly state: string; readonly open: number }> {
  const tenantId = `deaf-${state}`;
  const ledger = new DeafLedger(table);
  const clock = new VirtualClock();
  const queue = new VirtualQueue(clock);
  const told = new Set<string>();
  let posts = 0;
  const tellOfFailure = (_tenantId: string, { id }: StoredDelivery) => {
    told.add(id);
    return Promise.resolve();
  };
  const sender = {
    post: () => {
      posts += 1;
      return Promise.resolve(outcome);
    },
  };
  const post = createPostDigest({
    ledger,
    queue,
    clock,
    tellOfFailure,
    reach: () => Promise.resolve({ sender, address: 'https://flow.example/hook' }),
    gate: new TableTargetGate(table),
    sendingLimitMs: 40_000,
    newId: () => `claim-${posts}`,
    random: () => 0,
  });
  const { id } = await createAddDelivery({ ledger, queue, clock })(
    {
      key: { tenantId, subscriptionId: 's', targetId: 'ledning', period: 'p', contentHash: 'c' },
      isOnly: true,
      targetName: 'Ledningen',
      subject: { kind: 'index' },
      isTest: false,
      year: 2025,
      language: 'sv',
      resultHash: 'r',
      requestedBy: 'Test',
      card: { type: 'AdaptiveCard' },
    },
    'c',
  );
  ledger.deafTo = state;
  while (!queue.isEmpty) {
    await queue.handOut(
      async ({ message }) => {
        await post(message as Parameters<typeof post>[0], SILENT);
        return 'done';
      },
      () => Promise.reject(new Error('it was tried too often')),
    );
  }
  await createSweepDeliveries({ ledger, queue, clock, tellOfFailure })(tenantId, 'c', SILENT);
  const found = await ledger.find(tenantId, id);
  const open = await ledger.open(tenantId);
  return { posts, told: told.size, state: found?.delivery.state ?? 'lost', open: open.length };
}
