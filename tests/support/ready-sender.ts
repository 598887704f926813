import type { ChannelSender, NotReady } from '../../api/src/app/ports/channel-sender.ts';

/** The sender, where there is one. */
export async function readySender(getting: Promise<ChannelSender | NotReady>): Promise<ChannelSender> {
  const ready = await getting;
  if ('kind' in ready) throw new Error(`nobody can post: ${JSON.stringify(ready)}`);
  return ready;
}
