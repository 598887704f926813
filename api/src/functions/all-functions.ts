import type {
  HttpFunctionOptions,
  StorageQueueFunctionOptions,
  TimerFunctionOptions,
} from '@azure/functions';
import type { Endpoint } from '../http/endpoint.ts';
import { cancelRefreshEndpoint } from './cancel-refresh.ts';
import { compareVintagesEndpoint } from './compare-vintages.ts';
import { deleteChannelTargetEndpoint } from './delete-channel-target.ts';
import { exportSettingsEndpoint } from './export-settings.ts';
import {
  exportCsvEndpoint,
  exportJsonEndpoint,
  exportXlsxEndpoint,
  openCsvEndpoint,
  openJsonEndpoint,
} from './export-tables.ts';
import { listPublicationsEndpoint } from './list-publications.ts';
import { openCatalogueEndpoint } from './open-catalogue.ts';
import { deleteSubscriptionEndpoint } from './delete-subscription.ts';
import { digestTimerFunction } from './digest-timer.ts';
import { forgetReceiptsTimerFunction } from './forget-receipts-timer.ts';
import { healthEndpoint } from './health.ts';
import { importSettingsEndpoint } from './import-settings.ts';
import { listChannelTargetsEndpoint } from './list-channel-targets.ts';
import { listDeliveriesEndpoint } from './list-deliveries.ts';
import { listSettingsVersionsEndpoint } from './list-settings-versions.ts';
import { listVintagesEndpoint } from './list-vintages.ts';
import { listSubscriptionsEndpoint } from './list-subscriptions.ts';
import { listYearsEndpoint } from './list-years.ts';
import { openApiEndpoint } from './open-api.ts';
import { postDigestFunction, postDigestPoisonFunction } from './post-digest.ts';
import { previewDigestEndpoint } from './preview-digest.ts';
import { previewSettingsImportEndpoint } from './preview-settings-import.ts';
import { previewSettingsEndpoint } from './preview-settings.ts';
import { publishVintageEndpoint } from './publish-vintage.ts';
import { readAuditLogEndpoint } from './read-audit-log.ts';
import { readBenefitsEndpoint } from './read-benefits.ts';
import { readChangeEndpoint } from './read-change.ts';
import { readDeliveryEndpoint } from './read-delivery.ts';
import { readDeliveryCardEndpoint } from './read-delivery-card.ts';
import { readInitiativesEndpoint } from './read-initiatives.ts';
import { readRefreshEndpoint } from './read-refresh.ts';
import { readResultEndpoint } from './read-result.ts';
import { readSettingsEndpoint } from './read-settings.ts';
import { readTrendsEndpoint } from './read-trends.ts';
import { readSettingsVersionEndpoint } from './read-settings-version.ts';
import { recomputeIndexFunction, recomputeIndexPoisonFunction } from './recompute-index.ts';
import { refreshTimerFunction } from './refresh-timer.ts';
import { requestDigestEndpoint } from './request-digest.ts';
import { requestRefreshEndpoint } from './request-refresh.ts';
import { restoreSettingsEndpoint } from './restore-settings.ts';
import { runSubscriptionFunction, runSubscriptionPoisonFunction } from './run-subscription.ts';
import { saveChannelTargetEndpoint } from './save-channel-target.ts';
import { saveSettingsEndpoint } from './save-settings.ts';
import { saveSubscriptionEndpoint } from './save-subscription.ts';
import {
  listWatchTimerFunction,
  runListWatchFunction,
  runListWatchPoisonFunction,
} from './run-list-watch.ts';
import { sendDeliveryAgainEndpoint } from './send-delivery-again.ts';
import { serveTabFunction } from './serve-tab.ts';
import type { Services } from './services.ts';
import { sweepDeliveriesTimerFunction } from './sweep-deliveries-timer.ts';
import { takeNotificationsFunction } from './take-notifications.ts';
import { verifyVintagesEndpoint } from './verify-vintages.ts';
import { SOURCE_ENDPOINT_FACTORIES } from './source-endpoints.ts';

/** Every function of the app, by kind of trigger. */
export interface AllFunctions {
  readonly endpoints: readonly Endpoint[];
  /** What a browser opens, and what Microsoft Graph calls: no part of the API's contract. */
  readonly pages: Readonly<Record<string, HttpFunctionOptions>>;
  readonly queues: Readonly<Record<string, StorageQueueFunctionOptions>>;
  readonly timers: Readonly<Record<string, TimerFunctionOptions>>;
}

const ENDPOINT_FACTORIES = [
  healthEndpoint,
  openApiEndpoint,
  listYearsEndpoint,
  readResultEndpoint,
  readInitiativesEndpoint,
  readBenefitsEndpoint,
  readTrendsEndpoint,
  readChangeEndpoint,
  listVintagesEndpoint,
  publishVintageEndpoint,
  verifyVintagesEndpoint,
  compareVintagesEndpoint,
  exportCsvEndpoint,
  exportJsonEndpoint,
  exportXlsxEndpoint,
  listPublicationsEndpoint,
  openCatalogueEndpoint,
  openCsvEndpoint,
  openJsonEndpoint,
  readSettingsEndpoint,
  saveSettingsEndpoint,
  listSettingsVersionsEndpoint,
  readSettingsVersionEndpoint,
  restoreSettingsEndpoint,
  exportSettingsEndpoint,
  previewSettingsImportEndpoint,
  importSettingsEndpoint,
  readAuditLogEndpoint,
  previewSettingsEndpoint,
  listChannelTargetsEndpoint,
  saveChannelTargetEndpoint,
  deleteChannelTargetEndpoint,
  requestRefreshEndpoint,
  cancelRefreshEndpoint,
  readRefreshEndpoint,
  requestDigestEndpoint,
  previewDigestEndpoint,
  listDeliveriesEndpoint,
  readDeliveryEndpoint,
  readDeliveryCardEndpoint,
  sendDeliveryAgainEndpoint,
  ...SOURCE_ENDPOINT_FACTORIES,
  listSubscriptionsEndpoint,
  saveSubscriptionEndpoint,
  deleteSubscriptionEndpoint,
];

/** Makes every function of the app on its services. */
export function allFunctions(services: Services): AllFunctions {
  return {
    endpoints: ENDPOINT_FACTORIES.map((make) => make(services)),
    pages: {
      serveTab: serveTabFunction(services),
      takeNotifications: takeNotificationsFunction(services),
    },
    queues: {
      recomputeIndex: recomputeIndexFunction(services),
      recomputeIndexPoison: recomputeIndexPoisonFunction(services),
      watchLists: runListWatchFunction(services),
      watchListsPoison: runListWatchPoisonFunction(),
      runSubscription: runSubscriptionFunction(services),
      runSubscriptionPoison: runSubscriptionPoisonFunction(services),
      postDigest: postDigestFunction(services),
      postDigestPoison: postDigestPoisonFunction(services),
    },
    timers: {
      refreshTimer: refreshTimerFunction(services),
      listWatchTimer: listWatchTimerFunction(services),
      digestTimer: digestTimerFunction(services),
      sweepDeliveriesTimer: sweepDeliveriesTimerFunction(services),
      forgetReceiptsTimer: forgetReceiptsTimerFunction(services),
    },
  };
}
