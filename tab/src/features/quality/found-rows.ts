import { readableColumnName } from '../../lib/column-name.ts';
import type { SourceSettings } from '#core/settings/source-settings.ts';
import type { Finding } from '#core/quality/finding-schema.ts';
import type { SourceReading } from '#core/result/source-reading-schema.ts';

/** One row that a finding names, with its address in SharePoint where it has one. */
export interface FoundRow {
  readonly rowId: string;
  readonly webUrl: string | null;
}

/** A finding as the page shows it: with its source's name and the rows it names. */
export interface PlacedFinding {
  readonly id: string;
  readonly finding: Finding;
  /** Null where the finding is about the year as a whole. */
  readonly sourceName: string | null;
  readonly sourceUrl: string | null;
  readonly columnName: string | null;
  readonly rows: readonly FoundRow[];
}

const ORDER = ['error', 'warning', 'info'] as const;

/**
 * Findings with where they are, gravest first. Rows of a SharePoint list have an address of their own; those of a file are
 * named by number, and the file is what can be opened.
 */
export function placeFindings(
  findings: readonly Finding[],
  readings: readonly SourceReading[],
  sources: readonly SourceSettings[],
): readonly PlacedFinding[] {
  return findings
    .map((finding, index): PlacedFinding => {
      const reading = readings.find(({ sourceId }) => sourceId === finding.sourceId);
      const source = sources.find(({ id }) => id === finding.sourceId);
      const listUrl = source?.location.kind === 'sharepoint-list' ? (reading?.webUrl ?? null) : null;
      return {
        id: String(index),
        finding,
        sourceName: reading?.name ?? finding.sourceId,
        sourceUrl: reading?.webUrl ?? null,
        columnName: finding.column && readableColumnName(finding.column),
        rows: finding.rowIds.map((rowId) => ({
          rowId,
          webUrl: listUrl && `${listUrl}/DispForm.aspx?ID=${encodeURIComponent(rowId)}`,
        })),
      };
    })
    .toSorted((a, b) => ORDER.indexOf(a.finding.severity) - ORDER.indexOf(b.finding.severity));
}
