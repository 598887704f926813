import { needsPerson } from '#core/digest/target-kinds.ts';
import { channelPlace } from '#core/digest/channel-link.ts';
import { allowedAddress } from './channel-address.ts';
import { ProblemError, type StoredProblem } from '../errors.ts';
import type { ChannelSender, NotReady } from '../ports/channel-sender.ts';
import type { ChannelTargets, StoredTarget } from '../ports/channel-targets.ts';
import type { PersonChannels } from '../ports/person-channels.ts';
import type { SecretStore } from '../ports/secret-store.ts';

/** Who can post to a target, and where. */
export interface Reached {
  readonly sender: ChannelSender;
  readonly address: string;
}

/**
 * The way to a target, by its kind, with whatever a post takes at hand; or why there is none, for good or just now.
 *
 * @param userToken of somebody who is there and asks; null where nobody is
 */
export type ReachTarget = (
  tenantId: string,
  target: { readonly targetId: string; readonly targetName: string },
  userToken: string | null,
) => Promise<Reached | NotReady | StoredProblem>;

export interface ReachTargetParts {
  readonly targets: ChannelTargets;
  readonly secrets: SecretStore;
  readonly allowedHosts: readonly string[];
  /** Posts to a Workflows webhook. */
  readonly workflows: ChannelSender;
  readonly personChannels: PersonChannels;
  /** Gets ready to notify people of this tenant. */
  readonly activityFeed: (tenantId: string) => Promise<ChannelSender | NotReady>;
}

export function createReachTarget(parts: ReachTargetParts): ReachTarget {
  return async (tenantId, { targetId, targetName }, userToken) => {
    const target = await parts.targets.find(tenantId, targetId);
    if (!target) return { code: 'target-gone', values: { target: targetName } };
    if (needsPerson(target.kind) && userToken === null) {
      return { code: 'person-needed', values: { target: targetName } };
    }
    switch (target.kind) {
      case 'workflows-webhook':
        return webhook(parts, target);
      case 'teams-channel': {
        const place = channelPlace(target.channelLink ?? '');
        if (place === null) return { code: 'channel-gone', values: { target: targetName } };
        const ready = await parts.personChannels.senderFor(tenantId, userToken ?? '');
        return at(ready, `/teams/${place.teamId}/channels/${encodeURIComponent(place.channelId)}`);
      }
      case 'activity-feed': {
        const { recipient } = target;
        if (recipient === null) return { code: 'person-not-found', values: { target: targetName } };
        return at(await parts.activityFeed(tenantId), `/users/${encodeURIComponent(recipient)}/teamwork`);
      }
    }
  };
}

function at(ready: ChannelSender | NotReady, address: string): Reached | NotReady {
  return 'kind' in ready ? ready : { sender: ready, address };
}

async function webhook(
  { secrets, allowedHosts, workflows }: ReachTargetParts,
  { secretName, name }: StoredTarget,
): Promise<Reached | StoredProblem> {
  const address = secretName === null ? null : await secrets.read(secretName);
  if (!address) return { code: 'target-gone', values: { target: name } };
  try {
    // Checked again: the list of hosts may have changed since the address was saved.
    return { sender: workflows, address: allowedAddress(address, allowedHosts).href };
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.code, values: error.values };
    throw error;
  }
}
