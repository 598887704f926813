import { expect, test } from 'vitest';
import { csvOf } from '../../../tab/src/charts/export/csv.ts';

const csv = (...cells: string[]) =>
  csvOf({
    caption: '',
    columns: [{ header: 'Namn', kind: 'text' }],
    rows: cells.map((cell, index) => ({ id: `${index}`, cells: [cell] })),
  });

test('a saved table opens in a Swedish Excel: byte order mark, semicolons, CRLF, decimal commas', () => {
  expect(csv('8,2', '−0,10', '2\u00a0400', '65,1\u00a0%')).toBe(
    '\ufeffNamn\r\n8,2\r\n-0,10\r\n2400\r\n65,1\u00a0%\r\n',
  );
});

test.each(['=1+1', '+46 70 123', '-2+3', '@SUM(A1)', '\t=1', '＝1', '−x'])(
  'a text that a spreadsheet would run is kept from it: %j',
  (text) => {
    expect(csv(text)).toContain(`'${text}`);
  },
);

test('quotes, semicolons and line breaks stay inside their cell', () => {
  expect(csv('a;b "c"\nd')).toContain('"a;b ""c""\nd"');
});
