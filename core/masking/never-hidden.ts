import type { IndexResult } from '#core/result/result-schema.ts';
import type { CellMask, NeverHidden } from './mask-units.ts';
import { openView } from './open-view.ts';
import { comparableTable, type PublishedTotal, type SurveyTopic } from './published-table.ts';

const CELLS = ['figures', 'bands', 'openFigures', 'openBands'] as const satisfies readonly (keyof CellMask)[];

/**
 * Remembers what earlier results of the same year hid: a cell once hidden stays hidden for the year, or what it says
 * could be worked out from the one and the other. Numbers of persons that were typed in may be mended. METHOD.md section 6, rule 6.
 */
export function neverHiddenIn(earlier: readonly IndexResult[], topic: SurveyTopic): NeverHidden {
  const hidden: Record<keyof CellMask, Set<string>> = {
    figures: new Set(),
    bands: new Set(),
    openFigures: new Set(),
    openBands: new Set(),
  };
  for (const result of earlier) {
    const inTab = comparableTable(result, topic).totals;
    const inOpen = comparableTable(openView(result), topic).totals;
    for (const cell of CELLS) {
      for (const [id, total] of cell === 'figures' || cell === 'bands' ? inTab : inOpen) {
        const isBands = cell === 'bands' || cell === 'openBands';
        if (isHidden(total, isBands)) hidden[cell].add(id);
      }
    }
  }
  return (id, cell) => !hidden[cell].has(id);
}

function isHidden(total: PublishedTotal, areBands: boolean): boolean {
  return total.kind === 'hidden' || (areBands && total.kind === 'shown' && total.areBandsHidden);
}
