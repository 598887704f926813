import { yearMoves, type YearMoves } from '#core/change/index-moves.ts';
import type { VintageChoice } from '#core/contracts/vintages.ts';
import type { ResultStore } from '../ports/result-store.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import { storedResultOf } from './year-of-tenant.ts';

export interface ReadableMoves {
  readonly hash: string;
  readonly moves: () => Promise<YearMoves>;
}

export type ReadMoves = (
  tenantId: string,
  year: number,
  choice: VintageChoice | null,
) => Promise<ReadableMoves>;

/**
 * What each input alone must do to move a year's index. Figures of the organisation only.
 *
 * @throws ProblemError not-configured, unknown-year, not-computed, unknown-vintage
 */
export function createReadMoves(parts: {
  readonly settings: SettingsStore;
  readonly results: ResultStore;
}): ReadMoves {
  return async (tenantId, year, choice) => {
    const stored = await storedResultOf(parts, tenantId, year, choice);
    return { hash: stored.head.hash, moves: async () => yearMoves(await stored.result()) };
  };
}
