import { findingDetail } from '../../lib/finding-detail.ts';
import { findingRemedy } from '../../lib/remedies.ts';
import type { Translation } from '../../lib/translation.tsx';
import type { ChartData } from '../../charts/chart-data.ts';
import type { PlacedFinding } from './found-rows.ts';

/** What a finding says, with the words that the list had. */
export function findingText({ finding }: PlacedFinding, translation: Translation): string {
  const text = translation.t(`finding.${finding.rule}`, { count: finding.count });
  return [text, ...findingDetail(finding, translation)].join(' ');
}

/** Findings as a table for a file: one line for each row that is named, with its address. */
export function findingsAsTable(findings: readonly PlacedFinding[], translation: Translation): ChartData {
  const { t } = translation;
  return {
    caption: t('quality.caption'),
    columns: [
      { header: t('quality.severity'), kind: 'text' },
      { header: t('quality.what'), kind: 'text' },
      { header: t('quality.source'), kind: 'text' },
      { header: t('quality.column'), kind: 'text' },
      { header: t('quality.row'), kind: 'text' },
      { header: t('quality.address'), kind: 'text' },
      { header: t('quality.remedy'), kind: 'text' },
    ],
    rows: findings.flatMap((placed) => {
      const { finding, sourceName, sourceUrl } = placed;
      const rows = placed.rows.length > 0 ? placed.rows : [{ rowId: '', webUrl: sourceUrl }];
      return rows.map(({ rowId, webUrl }) => ({
        id: `${placed.id} ${rowId}`,
        cells: [
          t(`severity.${finding.severity}`),
          findingText(placed, translation),
          sourceName ?? '',
          placed.columnName ?? '',
          rowId,
          webUrl ?? '',
          t(findingRemedy(finding.rule)),
        ],
      }));
    }),
  };
}
