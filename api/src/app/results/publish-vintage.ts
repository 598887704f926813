import type { PublishRequest } from '#core/contracts/vintages.ts';
import { auditYear } from '#core/masking/audit.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import { sealVintage, type Vintage } from '#core/result/vintage.ts';
import { ProblemError } from '../errors.ts';
import type { AuditLog } from '../ports/audit-log.ts';
import type { Caller } from '../ports/caller.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { ResultStore, StoredVintage } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { privacyRefusal } from '../refresh/privacy-refusal.ts';
import type { WithdrawDigests } from '../digests/withdraw-digests.ts';
import { notComputed } from './year-of-tenant.ts';

export type PublishVintage = (
  caller: Caller,
  year: number,
  request: PublishRequest,
  trace: { readonly correlationId: string; readonly log: Log },
) => Promise<Vintage>;

export interface PublishVintageParts {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
  readonly audit: AuditLog;
  readonly withdraw: WithdrawDigests;
  readonly clock: Clock;
}

/**
 * Publishes what was computed last of a year: the first time as it is, then as a restatement. What is published is what
 * the admin has seen (by its hash), has no error among its findings, and gives no small group away beside the vintages
 * before it. METHOD.md sections 6 and 10.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed, publish-blocked, publish-outdated,
 *   already-published, or a privacy- problem
 */
export function createPublishVintage(parts: PublishVintageParts): PublishVintage {
  const { settings, results, audit, withdraw, clock } = parts;
  return async (caller, year, { hash, note }, { correlationId, log }) => {
    const { tenantId } = caller;
    const [stored, live, earlier] = await Promise.all([
      settings.latest(tenantId),
      results.find(tenantId, year),
      results.vintages.list(tenantId, year),
    ]);
    if (!stored) throw new ProblemError('not-configured');
    if (!stored.settings.years.includes(year)) throw new ProblemError('unknown-year', { year: String(year) });
    if (!live) throw notComputed(year, null);
    if (live.head.hash !== hash) throw outdated(year);
    const latest = earlier.at(-1) ?? null;
    if (latest?.vintage.hash === hash) {
      throw new ProblemError('already-published', {
        year: String(year),
        number: String(latest.vintage.number),
      });
    }
    const [result, rows] = await Promise.all([live.result(), live.rows()]);
    // A computing may have ended since the head was read: its parts are another result's.
    if (result.hash !== hash) throw outdated(year);
    const errors = result.findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw blocked(year, errors);
    // Every result is audited before it is stored; what becomes permanent is audited once more, whoever stored it.
    const violations = auditYear({ current: result, earlier: await resultsOf(earlier) });
    const refusal = privacyRefusal(violations, stored.settings, year);
    if (refusal) throw refusal;
    const at = clock.now().toISOString();
    const published = { at, by: caller.name, note };
    const vintage = sealVintage(result, rows, published, latest?.vintage ?? null);
    if (!(await results.vintages.add(tenantId, vintage, result, rows))) throw outdated(year);
    await audit.add(tenantId, {
      at,
      byId: caller.userId,
      byName: caller.name,
      action: 'vintage-published',
      subject: `${year} ${vintage.number}`,
      correlationId,
      changes: [{ path: 'hash', before: latest?.vintage.hash ?? null, after: hash }],
    });
    log.info('vintage-published', { year, number: vintage.number });
    try {
      await withdraw(tenantId, year, { correlationId, log });
    } catch (error) {
      // It is published all the same: whoever posts a card that waits looks whether its figures still hold.
      log.error('digests-not-withdrawn', { year, error: error instanceof Error ? error.name : null });
    }
    return vintage;
  };
}

async function resultsOf(vintages: readonly StoredVintage[]) {
  return Promise.all(vintages.map((vintage) => vintage.result()));
}

/** Something else has been computed or published since the admin looked. */
function outdated(year: number): ProblemError {
  return new ProblemError('publish-outdated', { year: String(year) });
}

function blocked(year: number, errors: readonly Finding[]): ProblemError {
  const rules = [...new Set(errors.map(({ rule }) => rule))].join(', ');
  const issues = errors.map(({ rule, sourceId, count }) => ({
    path: ['findings', rule, ...(sourceId === null ? [] : [sourceId])].join('.'),
    message: `${count}`,
  }));
  return new ProblemError('publish-blocked', { year: String(year), rules }, { issues });
}
