import type { Gate } from '../http/gate.ts';
import type { ForgetOld } from '../app/settings/forget-old.ts';
import type { GiveUpDigest, GiveUpRefresh, GiveUpSubscription } from '../app/refresh/give-up-work.ts';
import type { ListYears } from '../app/results/list-years.ts';
import type { ChannelTargets } from '../app/ports/channel-targets.ts';
import type { Clock } from '../app/ports/clock.ts';
import type { DeliveryLedger } from '../app/ports/delivery-ledger.ts';
import type { JobStore } from '../app/ports/job-store.ts';
import type { ListWatchStore } from '../app/ports/list-watch-store.ts';
import type { TabFiles } from '../app/ports/tab-files.ts';
import type { SettingsStore } from '../app/ports/settings-store.ts';
import type { SubscriptionStore } from '../app/ports/subscription-store.ts';
import type { WorkQueue } from '../app/ports/work-queue.ts';
import type { PostDigest } from '../app/digests/post-digest.ts';
import type { PublishVintage } from '../app/results/publish-vintage.ts';
import type { Workbooks } from '../app/ports/workbooks.ts';
import type { ListPublications, ReadExport, ReadOpenData } from '../app/results/read-export.ts';
import type { PreviewDigest } from '../app/digests/preview-digest.ts';
import type { CancelRefresh } from '../app/refresh/cancel-refresh.ts';
import type { ReadAuditLog } from '../app/settings/read-audit-log.ts';
import type { PreviewSettings } from '../app/settings/preview-settings.ts';
import type { ReadChange } from '../app/results/read-change.ts';
import type { ReadMoves } from '../app/results/read-moves.ts';
import type { ReadResult } from '../app/results/read-result.ts';
import type { CompareVintages, ListVintages, VerifyVintages } from '../app/results/read-vintages.ts';
import type { ReadRows } from '../app/results/read-rows.ts';
import type { RefreshAll } from '../app/refresh/refresh-all.ts';
import type { RequestDigest } from '../app/digests/request-digest.ts';
import type { RequestRefresh } from '../app/refresh/request-refresh.ts';
import type { RunListWatch } from '../app/sources/run-list-watch.ts';
import type { RunRefresh } from '../app/refresh/run-refresh.ts';
import type { RemoveChannelTarget, SaveChannelTarget } from '../app/digests/save-channel-target.ts';
import type { SettingsHistory } from '../app/settings/settings-history.ts';
import type { SaveSettings } from '../app/settings/save-settings.ts';
import type { RunSubscription } from '../app/digests/run-subscription.ts';
import type { RemoveSubscription, SaveSubscription } from '../app/digests/save-subscription.ts';
import type { FindDueDigests } from '../app/digests/find-due-digests.ts';
import type { SendAgain } from '../app/digests/send-again.ts';
import type { SweepDeliveries } from '../app/digests/sweep-deliveries.ts';
import type { TakeNotifications } from '../app/sources/take-notifications.ts';
import type { AccessAs } from '../app/sources/source-access.ts';
import type { CheckSource } from '../app/sources/check-source.ts';
import type { CreateLists } from '../app/sources/create-lists.ts';
import type { PreviewSource } from '../app/sources/preview-source.ts';
import type { ReadSourceColumns } from '../app/sources/read-source-columns.ts';
import type { UploadFile } from '../app/sources/upload-file.ts';

/** What admins set up sources with. */
export interface SourceServices {
  readonly accessAs: AccessAs;
  readonly readColumns: ReadSourceColumns;
  readonly preview: PreviewSource;
  readonly check: CheckSource;
  readonly createLists: CreateLists;
  readonly upload: UploadFile;
}

/** What watches lists for changes. */
export interface WatchServices {
  readonly store: ListWatchStore;
  readonly queue: WorkQueue;
  readonly run: RunListWatch;
  readonly takeNotifications: TakeNotifications;
}

/** Everything that functions call, wired by the composition. */
export interface Services {
  readonly version: string;
  readonly authenticate: Gate;
  readonly allowedTenants: readonly string[];
  readonly tabFiles: TabFiles;
  readonly settings: SettingsStore;
  readonly jobs: JobStore;
  readonly targets: ChannelTargets;
  readonly ledger: DeliveryLedger;
  /** Fails with storage-unavailable where the storage does not answer. */
  readonly pingStorage: () => Promise<void>;
  /** Where everybody reaches the app, https, without a slash at the end. */
  readonly publicAddress: string;
  readonly workbooks: Workbooks;
  readonly readExport: ReadExport;
  readonly readOpenData: ReadOpenData;
  readonly listPublications: ListPublications;
  readonly listYears: ListYears;
  readonly readResult: ReadResult;
  readonly readRows: ReadRows;
  readonly readChange: ReadChange;
  readonly readMoves: ReadMoves;
  readonly listVintages: ListVintages;
  readonly publishVintage: PublishVintage;
  readonly verifyVintages: VerifyVintages;
  readonly compareVintages: CompareVintages;
  readonly sources: SourceServices;
  readonly watches: WatchServices;
  readonly saveSettings: SaveSettings;
  readonly settingsHistory: SettingsHistory;
  readonly readAuditLog: ReadAuditLog;
  readonly previewSettings: PreviewSettings;
  readonly saveChannelTarget: SaveChannelTarget;
  readonly removeChannelTarget: RemoveChannelTarget;
  readonly requestRefresh: RequestRefresh;
  readonly cancelRefresh: CancelRefresh;
  readonly runRefresh: RunRefresh;
  readonly refreshAll: RefreshAll;
  readonly requestDigest: RequestDigest;
  readonly previewDigest: PreviewDigest;
  readonly postDigest: PostDigest;
  readonly sendAgain: SendAgain;
  readonly sweepDeliveries: SweepDeliveries;
  readonly forgetOld: ForgetOld;
  readonly clock: Clock;
  readonly subscriptions: SubscriptionStore;
  readonly saveSubscription: SaveSubscription;
  readonly removeSubscription: RemoveSubscription;
  readonly findDueDigests: FindDueDigests;
  readonly runSubscription: RunSubscription;
  readonly giveUpSubscription: GiveUpSubscription;
  readonly giveUpRefresh: GiveUpRefresh;
  readonly giveUpDigest: GiveUpDigest;
}
