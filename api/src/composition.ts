import { randomBytes, randomUUID } from 'node:crypto';
import { TableClient } from '@azure/data-tables';
import { QueueServiceClient } from '@azure/storage-queue';
import { FolderTabFiles } from './adapters/files/folder-tab-files.ts';
import { XlsxWorkbooks } from './adapters/files/xlsx-workbooks.ts';
import { LazyManagedIdentity } from './adapters/identity/managed-identity.ts';
import { StorageWorkQueue } from './adapters/queues/storage-work-queue.ts';
import { FileSecretStore } from './adapters/secrets/file-secret-store.ts';
import { KeyVaultSecretStore } from './adapters/secrets/key-vault-secret-store.ts';
import { TableAuditLog } from './adapters/tables/table-audit-log.ts';
import { TableChannelTargets } from './adapters/tables/table-channel-targets.ts';
import { TableDeliveryLedger } from './adapters/tables/table-delivery-ledger.ts';
import { TableJobStore } from './adapters/tables/table-job-store.ts';
import { TableListWatches } from './adapters/tables/table-list-watches.ts';
import { TableResultStore } from './adapters/tables/table-result-store.ts';
import { TableScheduleMarks } from './adapters/tables/table-schedule-marks.ts';
import { TableSettingsStore } from './adapters/tables/table-settings-store.ts';
import { TableSubscriptionStore } from './adapters/tables/table-subscription-store.ts';
import { TableTargetGate } from './adapters/tables/table-target-gate.ts';
import { TableKeptRows, TableListDescriptions, TableYearMarks } from './adapters/tables/table-kept-rows.ts';
import { TableUploadStore } from './adapters/tables/table-upload-store.ts';
import { TeamsDigestCards } from './adapters/teams/teams-digest-cards.ts';
import { createAddDelivery } from './app/digests/add-delivery.ts';
import { createCancelRefresh } from './app/refresh/cancel-refresh.ts';
import { createComputeIndex } from './app/refresh/compute-index.ts';
import { createForgetOld } from './app/settings/forget-old.ts';
import {
  createGiveUpDigest,
  createGiveUpRefresh,
  createGiveUpSubscription,
} from './app/refresh/give-up-work.ts';
import { createKeepListWatches } from './app/sources/keep-list-watches.ts';
import { createListYears } from './app/results/list-years.ts';
import type { Clock } from './app/ports/clock.ts';
import type { SecretStore } from './app/ports/secret-store.ts';
import { createPostDigest } from './app/digests/post-digest.ts';
import { createPublishVintage } from './app/results/publish-vintage.ts';
import { createPreviewSettings } from './app/settings/preview-settings.ts';
import { createPreviewDigest } from './app/digests/preview-digest.ts';
import { createReadAuditLog } from './app/settings/read-audit-log.ts';
import { createReadChange } from './app/results/read-change.ts';
import { createReadMoves } from './app/results/read-moves.ts';
import { createListPublications, createReadExport, createReadOpenData } from './app/results/read-export.ts';
import { createReadResult } from './app/results/read-result.ts';
import {
  createCompareVintages,
  createListVintages,
  createVerifyVintages,
} from './app/results/read-vintages.ts';
import { createReadRows } from './app/results/read-rows.ts';
import { createRefreshAll } from './app/refresh/refresh-all.ts';
import { createRequestDigest } from './app/digests/request-digest.ts';
import { createRequestRefresh } from './app/refresh/request-refresh.ts';
import { createRunListWatch } from './app/sources/run-list-watch.ts';
import { createRenewDelivery } from './app/digests/renew-delivery.ts';
import { createRunRefresh } from './app/refresh/run-refresh.ts';
import { createRemoveChannelTarget, createSaveChannelTarget } from './app/digests/save-channel-target.ts';
import { createSaveSettings } from './app/settings/save-settings.ts';
import { createFindDueDigests } from './app/digests/find-due-digests.ts';
import { createRunSubscription } from './app/digests/run-subscription.ts';
import { createRemoveSubscription, createSaveSubscription } from './app/digests/save-subscription.ts';
import { createSeeChanges } from './app/digests/see-changes.ts';
import { createSendAgain } from './app/digests/send-again.ts';
import { createSweepDeliveries } from './app/digests/sweep-deliveries.ts';
import { createTakeNotifications } from './app/sources/take-notifications.ts';
import { createTellOfFailure } from './app/digests/tell-of-failure.ts';
import { createSettleAudit } from './app/settings/settle-audit.ts';
import { createSettingsHistory } from './app/settings/settings-history.ts';
import { createWithdrawDigests } from './app/digests/withdraw-digests.ts';
import { composeChannels } from './composition-channels.ts';
import { composeSources } from './composition-sources.ts';
import type { Config } from './config.ts';
import type { Services } from './functions/services.ts';
import { createAuthenticate } from './http/authenticate.ts';
import { createGate } from './http/gate.ts';
import { createRateLimit } from './http/rate-limit.ts';

const VERSION = '0.1.0';

/** Wires the app: every adapter to its port, every use case to what it needs. */
export function compose(config: Config): Services {
  const clock: Clock = { now: () => new Date() };
  const identity = new LazyManagedIdentity(config.managedIdentityClientId);
  const { tableOf, queues } = storageOf(config, identity);

  const settings = new TableSettingsStore(tableOf('settings'));
  const targets = new TableChannelTargets(tableOf('settings'));
  const results = new TableResultStore(tableOf('results'));
  const jobs = new TableJobStore(tableOf('jobs'));
  const ledger = new TableDeliveryLedger(tableOf('deliveries'));
  const audit = new TableAuditLog(tableOf('audit'));
  const queue = new StorageWorkQueue(queues);
  const secrets = secretsOf(config, identity);
  const cards = new TeamsDigestCards({ linkBase: config.teamsLinkBase, appId: config.teamsAppId });
  const { personChannels, reach } = composeChannels(config, { identity, targets, secrets, clock });
  const marks = new TableYearMarks(tableOf('rows'));
  const uploads = new TableUploadStore(tableOf('uploads'));
  const sources = composeSources(config, {
    identity,
    uploads,
    kept: new TableKeptRows(tableOf('rows')),
    descriptions: new TableListDescriptions(tableOf('rows')),
    settings,
    audit,
    clock,
  });
  const allowedHosts = config.webhookHosts;

  const addDelivery = createAddDelivery({ ledger, queue, clock });
  const tellOfFailure = createTellOfFailure({ targets, cards, addDelivery, clock });

  const subscriptions = new TableSubscriptionStore(tableOf('subscriptions'));
  const subscriptionParts = { subscriptions, targets, results, audit, clock };

  const saveSubscription = createSaveSubscription(subscriptionParts);

  const stores = { settings, results, jobs, clock };
  const channelParts = {
    targets,
    secrets,
    audit,
    clock,
    cards,
    addDelivery,
    personChannels,
    allowedHosts,
    newId: randomUUID,
  };
  const renew = createRenewDelivery({ ...stores, ledger, subscriptions, cards });
  const postDigest = createPostDigest({
    ledger,
    renew,
    reach,
    gate: new TableTargetGate(tableOf('deliveries')),
    queue,
    clock,
    tellOfFailure,
    // Nobody can still be at a post that has taken twice the time it may.
    sendingLimitMs: 2 * config.webhookTimeoutMs,
    newId: randomUUID,
    random: Math.random,
  });
  const settleAudit = createSettleAudit({ outbox: settings, audit });
  const saveSettings = createSaveSettings({ settings, settleAudit, queue, clock });
  const requestRefresh = createRequestRefresh({ settings, jobs, queue, clock });
  const watchParts = {
    watches: new TableListWatches(tableOf('jobs')),
    queue,
    delayMs: config.listChangeDelayMs,
  };
  return {
    version: VERSION,
    authenticate: createGate(createAuthenticate(config), createRateLimit(config.requestsPerMinute, clock)),
    allowedTenants: config.allowedTenants,
    tabFiles: new FolderTabFiles(config.tabFolder),
    settings,
    jobs,
    targets,
    ledger,
    pingStorage: () => settings.ping(),
    publicAddress: config.publicAddress,
    workbooks: new XlsxWorkbooks(),
    readExport: createReadExport(stores),
    readOpenData: createReadOpenData({ ...stores, allowedTenants: config.allowedTenants }),
    listPublications: createListPublications(stores),
    listYears: createListYears(stores),
    readResult: createReadResult(stores),
    readRows: createReadRows(stores),
    readChange: createReadChange(stores),
    readMoves: createReadMoves(stores),
    listVintages: createListVintages(stores),
    publishVintage: createPublishVintage({
      ...stores,
      audit,
      withdraw: createWithdrawDigests({ ledger, queue, renew }),
    }),
    verifyVintages: createVerifyVintages(stores),
    compareVintages: createCompareVintages(stores),
    sources: sources.services,
    watches: {
      store: watchParts.watches,
      queue,
      takeNotifications: createTakeNotifications({
        ...watchParts,
        allowedTenants: config.allowedTenants,
        clock,
      }),
      run: createRunListWatch({
        ...watchParts,
        settings,
        request: requestRefresh,
        keep: createKeepListWatches({
          ...watchParts,
          settings,
          subscriptions: sources.listSubscriptions,
          clock,
          newSecret: () => randomBytes(32).toString('base64url'),
        }),
      }),
    },
    saveSettings,
    settingsHistory: createSettingsHistory({
      settings,
      targets,
      subscriptions,
      save: saveSettings,
      saveSubscription,
      clock,
    }),
    readAuditLog: createReadAuditLog(audit, settleAudit),
    previewSettings: createPreviewSettings({ ...stores, lists: sources.appReader }),
    saveChannelTarget: createSaveChannelTarget(channelParts),
    removeChannelTarget: createRemoveChannelTarget(channelParts),
    requestRefresh,
    cancelRefresh: createCancelRefresh({ jobs, audit, clock }),
    runRefresh: createRunRefresh({
      ...stores,
      queue,
      compute: createComputeIndex(sources.appReader, clock),
      marks,
      seeChanges: createSeeChanges({ settings, results, marks, reader: sources.appReader, clock }),
    }),
    refreshAll: createRefreshAll({
      tenantIds: config.allowedTenants,
      settings,
      marks: new TableScheduleMarks(tableOf('jobs')),
      request: requestRefresh,
      clock,
    }),
    requestDigest: createRequestDigest({
      ...stores,
      targets,
      cards,
      addDelivery,
      ledger,
      queue,
      postDigest,
      newId: randomUUID,
    }),
    previewDigest: createPreviewDigest({ ...stores, cards }),
    postDigest,
    giveUpRefresh: createGiveUpRefresh({ jobs, clock }),
    clock,
    subscriptions,
    saveSubscription,
    removeSubscription: createRemoveSubscription(subscriptionParts),
    findDueDigests: createFindDueDigests({ subscriptions, results, queue, clock }),
    runSubscription: createRunSubscription({
      ...stores,
      subscriptions,
      targets,
      cards,
      ledger,
      addDelivery,
    }),
    giveUpSubscription: createGiveUpSubscription({ subscriptions, clock }),
    sendAgain: createSendAgain({
      ...stores,
      ledger,
      targets,
      subscriptions,
      cards,
      queue,
      postDigest,
      audit,
    }),
    sweepDeliveries: createSweepDeliveries({ ledger, queue, clock, tellOfFailure }),
    forgetOld: createForgetOld({ settings, ledger, audit, clock }),
    giveUpDigest: createGiveUpDigest({ ledger, clock, tellOfFailure }),
  };
}

/** A reader waits: a passing fault is tried again quickly, and an outage is told within seconds. */
const TABLE_RETRIES = { retryOptions: { maxRetries: 3, retryDelayInMs: 200, maxRetryDelayInMs: 1000 } };
const QUEUE_RETRIES = { retryOptions: { maxTries: 4, retryDelayInMs: 200, maxRetryDelayInMs: 1000 } };

function storageOf({ storage }: Config, identity: LazyManagedIdentity) {
  if (storage.kind === 'connection-string') {
    const { connectionString } = storage;
    const options = { allowInsecureConnection: true, ...TABLE_RETRIES };
    return {
      tableOf: (name: string) => TableClient.fromConnectionString(connectionString, name, options),
      queues: QueueServiceClient.fromConnectionString(connectionString, QUEUE_RETRIES),
    };
  }
  return {
    tableOf: (name: string) => new TableClient(storage.tableServiceUri, name, identity, TABLE_RETRIES),
    queues: new QueueServiceClient(storage.queueServiceUri, identity, QUEUE_RETRIES),
  };
}

function secretsOf({ secrets }: Config, identity: LazyManagedIdentity): SecretStore {
  if (secrets.kind === 'file') return new FileSecretStore(secrets.path, secrets.key);
  return new KeyVaultSecretStore(async () => {
    const { SecretClient } = await import('@azure/keyvault-secrets');
    return new SecretClient(secrets.url, identity);
  });
}
