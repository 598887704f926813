import { describe, expect, test } from 'vitest';
import { glimpsedNextLink, pagesFrom, type RowPage } from '../../../api/src/adapters/graph/row-pages.ts';

const LINK = 'https://graph.microsoft.com/v1.0/sites/s/lists/l/items?$skiptoken=2';
const textOf = (page: object) => JSON.stringify({ '@odata.context': 'c', ...page });

describe('the next link glimpsed in a page’s text', () => {
  test.each<[string, string, string | null]>([
    ['ahead of the rows', textOf({ '@odata.nextLink': LINK, value: [] }), LINK],
    [
      'with escapes',
      `{"@odata.nextLink":"https:\\/\\/g\\u00e5/a?b=\\"c\\"","value":[]}`,
      'https://gå/a?b="c"',
    ],
    ['with spaces', `{ "@odata.nextLink" : "${LINK}", "value" : [] }`, LINK],
    ['after the rows is left to the parser', textOf({ value: [], '@odata.nextLink': LINK }), null],
    ['on the last page is none', textOf({ value: [] }), null],
    [
      'that is a row’s own text is not believed',
      textOf({ value: [{ a: `"@odata.nextLink":"${LINK}"` }] }),
      null,
    ],
    ['in a head with no rows is not believed', textOf({ '@odata.nextLink': LINK }), null],
    ['that breaks off is none', '{"@odata.nextLink":"https://graph', null],
    ['in no JSON at all is none', '<html>', null],
  ])('%s', (_what, text, link) => {
    expect(glimpsedNextLink(text)).toBe(link);
  });
});

describe('pages', () => {
  const pages: Readonly<Record<string, RowPage & { readonly text: string }>> = {
    one: {
      text: textOf({ '@odata.nextLink': 'two', value: [] }),
      rows: [{ id: '1', fields: {} }],
      nextLink: 'two',
    },
    // Glimpsed wrong: what is parsed counts.
    two: {
      text: textOf({ '@odata.nextLink': 'wrong', value: [] }),
      rows: [{ id: '2', fields: {} }],
      nextLink: 'three',
    },
    three: { text: textOf({ value: [] }), rows: [{ id: '3', fields: {} }], nextLink: null },
  };
  const open = (text: string): RowPage =>
    Object.values(pages).find((page) => page.text === text) ?? pages['three']!;

  test('come in order, the next asked for before one is opened, and a wrong glimpse does no harm', async () => {
    const happened: string[] = [];
    const read = (address: string) => {
      happened.push(`read ${address}`);
      const page = pages[address];
      return page ? Promise.resolve(page.text) : Promise.reject(new Error('no such page'));
    };
    const ids: string[] = [];
    for await (const rows of pagesFrom('one', read, (text) => {
      const page = open(text);
      happened.push(`open ${page.rows[0]?.id ?? ''}`);
      return page;
    })) {
      ids.push(...rows.map(({ id }) => id));
    }
    expect(ids).toEqual(['1', '2', '3']);
    expect(happened).toEqual([
      'read one',
      'read two',
      'open 1',
      'read wrong',
      'open 2',
      'read three',
      'open 3',
    ]);
  });

  test('end with the failure of the page that is missing, after those before it', async () => {
    const read = (address: string) =>
      address === 'one' ? Promise.resolve(pages['one']?.text ?? '') : Promise.reject(new Error('broke off'));
    const ids: string[] = [];
    const reading = (async () => {
      for await (const rows of pagesFrom('one', read, open)) ids.push(...rows.map(({ id }) => id));
    })();
    await expect(reading).rejects.toThrow('broke off');
    expect(ids).toEqual(['1']);
  });
});
