import { absent } from './figure.ts';
import { RESULT_SCHEMA_VERSION, type IndexResult } from './result-schema.ts';
import { UNCERTAIN_FIGURES } from './uncertainty-schema.ts';

/** A stored result of a version that this code does not know: it was written by a newer one. */
export class UnknownResultVersionError extends Error {
  override readonly name = 'UnknownResultVersionError';
}

type Stored = Readonly<Record<string, unknown>> & { readonly schemaVersion: number };
type Unit = Readonly<Record<string, unknown>> & { readonly id: string; readonly parentId?: string | null };
type Units = { readonly units: readonly Unit[] };

/** From each version to the next; never changed once results have been stored with them. */
const MIGRATIONS: Readonly<Record<number, (stored: Stored) => Stored>> = {
  1: addUncertainty,
  2: addComparison,
  3: addOpenParts,
};

/**
 * Brings a stored result to the shape of today. What an older version did not compute is absent as `missing`, never made up. `hash`
 * stays what it was: that of the content as it was stored.
 *
 * @param stored a result as some version of this code wrote it
 * @throws UnknownResultVersionError for what a newer version wrote, or nothing that is a result
 */
export function migrateResult(stored: unknown): IndexResult {
  let at = stored as Stored;
  while (at.schemaVersion !== RESULT_SCHEMA_VERSION) {
    const step = MIGRATIONS[at.schemaVersion];
    if (!step) throw new UnknownResultVersionError(`result of schema version ${String(at.schemaVersion)}`);
    at = step(at);
  }
  return at as unknown as IndexResult;
}

/** 2: intervals and worst cases, clear differences of units, and where units of the maturity survey stand. */
function addUncertainty(stored: Stored): Stored {
  const nothing = { interval: absent('missing'), worstCase: absent('missing') };
  const survey = stored['employeeSurvey'] as Units;
  const maturity = stored['maturity'] as Units;
  const parents = new Map(survey.units.map(({ id, parentId }) => [id, parentId ?? null]));
  const known = new Set(maturity.units.map(({ id }) => id));
  const parentOf = (id: string) => {
    const parent = parents.get(id) ?? null;
    return parent !== null && known.has(parent) ? parent : null;
  };
  const depthOf = (id: string): number => {
    const parent = parentOf(id);
    return parent === null ? 0 : depthOf(parent) + 1;
  };
  return {
    ...stored,
    schemaVersion: 2,
    uncertainty: Object.fromEntries(UNCERTAIN_FIGURES.map((id) => [id, nothing])),
    employeeSurvey: { ...survey, units: survey.units.map((unit) => ({ ...unit, difference: 'none' })) },
    maturity: {
      ...maturity,
      units: maturity.units.map((unit) => ({
        ...unit,
        parentId: parentOf(unit.id),
        depth: depthOf(unit.id),
      })),
    },
  };
}

/** 3: the national comparison, and of maturity units where the percentage comes from and whether it clearly differs. */
function addComparison(stored: Stored): Stored {
  const maturity = stored['maturity'] as Units;
  const units = maturity.units.map((unit) => {
    const { kind } = unit['percent'] as { readonly kind: string };
    const origin = kind === 'value' ? 'computed' : 'none';
    return { ...unit, origin, publishedIn: null, difference: 'none' };
  });
  return {
    ...stored,
    schemaVersion: 3,
    maturity: { ...maturity, units, unitsFrom: 'answers', national: null },
  };
}

/**
 * 4: which parts of the maturity survey may leave the tab. How many answered each was not stored, so of a computed survey none may;
 * the total stays, as it stands on all of them.
 */
function addOpenParts(stored: Stored): Stored {
  const maturity = stored['maturity'] as { readonly statements: readonly unknown[] };
  const openAreas = maturity.statements.length === 0 ? true : null;
  return {
    ...stored,
    schemaVersion: 4,
    maturity: { ...maturity, openAreas, openStatements: [] },
  };
}
