import type {
  HttpFunctionOptions,
  StorageQueueFunctionOptions,
  TimerFunctionOptions,
} from '@azure/functions';
import type { Endpoint } from '../http/endpoint.ts';
import { cancelRefreshEndpoint } from './refresh/cancel-refresh.ts';
import { compareVintagesEndpoint } from './results/compare-vintages.ts';
import { deleteChannelTargetEndpoint } from './digests/delete-channel-target.ts';
import { exportSettingsEndpoint } from './settings/export-settings.ts';
import {
  exportCsvEndpoint,
  exportJsonEndpoint,
  exportXlsxEndpoint,
  openCsvEndpoint,
  openJsonEndpoint,
} from './results/export-tables.ts';
import { listPublicationsEndpoint } from './results/list-publications.ts';
import { openCatalogueEndpoint } from './results/open-catalogue.ts';
import { deleteSubscriptionEndpoint } from './digests/delete-subscription.ts';
import { digestTimerFunction } from './digests/digest-timer.ts';
import { forgetOldTimerFunction } from './settings/forget-old-timer.ts';
import { healthEndpoint } from './service/health.ts';
import { importSettingsEndpoint } from './settings/import-settings.ts';
import { listChannelTargetsEndpoint } from './digests/list-channel-targets.ts';
import { listDeliveriesEndpoint } from './digests/list-deliveries.ts';
import { listSettingsVersionsEndpoint } from './settings/list-settings-versions.ts';
import { listVintagesEndpoint } from './results/list-vintages.ts';
import { listSubscriptionsEndpoint } from './digests/list-subscriptions.ts';
import { listYearsEndpoint } from './results/list-years.ts';
import { openApiEndpoint } from './service/open-api.ts';
import { postDigestFunction, postDigestPoisonFunction } from './digests/post-digest.ts';
import { previewDigestEndpoint } from './digests/preview-digest.ts';
import { previewSettingsImportEndpoint } from './settings/preview-settings-import.ts';
import { previewSettingsEndpoint } from './settings/preview-settings.ts';
import { publishVintageEndpoint } from './results/publish-vintage.ts';
import { readAuditLogEndpoint } from './settings/read-audit-log.ts';
import { readBenefitsEndpoint } from './results/read-benefits.ts';
import { readChangeEndpoint } from './results/read-change.ts';
import { readMovesEndpoint } from './results/read-moves.ts';
import { readDeliveryEndpoint } from './digests/read-delivery.ts';
import { readDeliveryCardEndpoint } from './digests/read-delivery-card.ts';
import { readInitiativesEndpoint } from './results/read-initiatives.ts';
import { readRefreshEndpoint } from './refresh/read-refresh.ts';
import { readResultEndpoint } from './results/read-result.ts';
import { readSettingsEndpoint } from './settings/read-settings.ts';
import { readTrendsEndpoint } from './results/read-trends.ts';
import { readSettingsVersionEndpoint } from './settings/read-settings-version.ts';
import { recomputeIndexFunction, recomputeIndexPoisonFunction } from './refresh/recompute-index.ts';
import { refreshTimerFunction } from './refresh/refresh-timer.ts';
import { requestDigestEndpoint } from './digests/request-digest.ts';
import { requestRefreshEndpoint } from './refresh/request-refresh.ts';
import { restoreSettingsEndpoint } from './settings/restore-settings.ts';
import { runSubscriptionFunction, runSubscriptionPoisonFunction } from './digests/run-subscription.ts';
import { saveChannelTargetEndpoint } from './digests/save-channel-target.ts';
import { saveSettingsEndpoint } from './settings/save-settings.ts';
import { saveSubscriptionEndpoint } from './digests/save-subscription.ts';
import {
  listWatchTimerFunction,
  runListWatchFunction,
  runListWatchPoisonFunction,
} from './sources/run-list-watch.ts';
import { sendDeliveryAgainEndpoint } from './digests/send-delivery-again.ts';
import { serveTabFunction } from './service/serve-tab.ts';
import type { Services } from './services.ts';
import { sweepDeliveriesTimerFunction } from './digests/sweep-deliveries-timer.ts';
import { takeNotificationsFunction } from './sources/take-notifications.ts';
import { verifyVintagesEndpoint } from './results/verify-vintages.ts';
import { SOURCE_ENDPOINT_FACTORIES } from './sources/source-endpoints.ts';

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
  readMovesEndpoint,
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
      forgetOldTimer: forgetOldTimerFunction(services),
    },
  };
}
