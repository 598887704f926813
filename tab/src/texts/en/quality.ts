import type { qualitySv } from '../sv/quality.ts';

export const qualityEn: Readonly<Record<keyof typeof qualitySv, string>> = {
  'quality.title': 'Findings for {year}',
  'quality.lead': 'The latest result, computed {time}. Mend the lists, then refresh the year.',
  'quality.caption': 'Findings about the data, gravest first',
  'quality.blocked': '{count, plural, one {# error keeps} other {# errors keep}} {year} from being published',
  'quality.blocked.body': 'Mend what is marked Error. Warnings and information do not stop anything.',
  'quality.clear': 'No error keeps {year} from being published',
  'quality.export': 'Save as CSV',
  'quality.file': 'data-quality-{year}.csv',
  'quality.severity': 'Severity',
  'quality.what': 'Finding',
  'quality.source': 'Source',
  'quality.column': 'Column',
  'quality.row': 'Row',
  'quality.rows': 'Rows',
  'quality.address': 'Address',
  'quality.remedy': 'What to do',
  'quality.row-number': 'Row {row}',
  'quality.all-rows': 'Show all {count}',
  'quality.no-rows': 'No single rows',
  'quality.open-source': 'Open {source}',
};
