import { AppTokens } from './adapters/identity/app-tokens.ts';
import { activityFeedSender } from './adapters/teams/activity-feed-sender.ts';
import { GraphPersonChannels, POST_PERMISSION } from './adapters/teams/graph-person-channels.ts';
import type { LazyManagedIdentity } from './adapters/identity/managed-identity.ts';
import { EXCHANGE_AUDIENCE, OnBehalfOfTokens } from './adapters/identity/on-behalf-of-tokens.ts';
import { WorkflowsSender } from './adapters/teams/workflows-sender.ts';
import type { ChannelTargets } from './app/ports/channel-targets.ts';
import type { Clock } from './app/ports/clock.ts';
import type { PersonChannels } from './app/ports/person-channels.ts';
import type { SecretStore } from './app/ports/secret-store.ts';
import { createReachTarget, type ReachTarget } from './app/digests/reach-target.ts';
import type { Config } from './config.ts';

const GRAPH = 'https://graph.microsoft.com';

/** Wires the ways that cards take out: one adapter for each kind of target, behind one port. */
export function composeChannels(
  config: Config,
  parts: {
    readonly identity: LazyManagedIdentity;
    readonly targets: ChannelTargets;
    readonly secrets: SecretStore;
    readonly clock: Clock;
  },
): { readonly personChannels: PersonChannels; readonly reach: ReachTarget } {
  const { identity, targets, secrets, clock } = parts;
  const timeoutMs = config.webhookTimeoutMs;
  const assertion = () => identity.token(`${EXCHANGE_AUDIENCE}/.default`);
  const { clientId, authorityHost } = config;
  const graph = { baseUrl: config.graphBaseUrl, timeoutMs, clock };
  const appTokens = new AppTokens({ clientId, authorityHost, assertion, scope: `${GRAPH}/.default` });
  const activityFeed = (tenantId: string) =>
    activityFeedSender({ ...graph, token: () => appTokens.token(tenantId) });
  const personChannels = new GraphPersonChannels({
    ...graph,
    clientId,
    tokens: new OnBehalfOfTokens({
      clientId,
      authorityHost,
      // By its name, so that the directory says when just this permission lacks consent.
      scope: `${GRAPH}/${POST_PERMISSION}`,
      assertion,
    }),
  });
  const workflows = new WorkflowsSender({
    clock,
    timeoutMs,
    // A pattern never leads inside; a host that the operator names does, for instance a developer's machine.
    insideHosts: config.webhookHosts.filter((host) => !host.startsWith('*.')),
  });
  const allowedHosts = config.webhookHosts;
  const reach = createReachTarget({
    targets,
    secrets,
    allowedHosts,
    workflows,
    personChannels,
    activityFeed,
  });
  return { personChannels, reach };
}
