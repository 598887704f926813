import type { chartsSv } from '../sv/charts.ts';

export const chartsEn: Readonly<Record<keyof typeof chartsSv, string>> = {
  'chart.as-table': 'Show as table',
  'chart.as-chart': 'Show as chart',
  'chart.points': 'Values in the chart. Move between them with the arrow keys.',
  'chart.no-values': 'There are no values to draw.',
  'chart.not-loaded': 'The chart could not be fetched. Reload the tab when you are connected.',
  'chart.save': 'Save',
  'chart.save-as': 'Save {title} as',
  'chart.copy': 'Copy the picture',
  'chart.copied': 'The picture is copied.',
  'chart.copy-failed': 'Teams did not let the tab copy. Save the picture as PNG instead.',
  'chart.saved': 'Saved as {format}.',
  'chart.save-failed': 'The picture could not be saved. Try again.',
  'chart.note': 'Digitalisation index · fetched {date}',
};
