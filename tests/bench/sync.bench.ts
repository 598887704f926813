import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';
import { startComputation } from '#core/result/compute-result.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { readSheet } from 'read-excel-file/universal';
import { ExcelAndCsv } from '../../api/src/adapters/files/excel-and-csv.ts';
import { GraphListReader } from '../../api/src/adapters/graph/list-reader.ts';
import type { KeptRows } from '../../api/src/app/ports/kept-rows.ts';
import { createGraphStandIn, type GraphStandIn } from '../../local/graph/graph-stand-in.ts';
import type { SampleTenant, TenantItem } from '../../local/graph/tenant-content.ts';
import { choiceColumn, guid, textColumn } from '../../local/sample-tenant/list-shapes.ts';
import { PEOPLE } from '../../local/sample-tenant/people.ts';
import { workbook } from '../../local/sample-tenant/workbook.ts';
import { median, type Bench, type BenchFigure } from './figure.ts';

const SITE = `ekviken.sharepoint.com,${guid(0x51, 9)},${guid(0x52, 9)}`;
const ROUNDS = 3;
const [EXCEL_ROWS, CHANGED_ROWS] = [100_000, 50];

/** What reading costs beside the least that could be done: fetch the pages and parse them. */
export const bench: Bench = {
  title: 'Reading sources: lists of 100,000 and 1,000,000 rows, changes, and a large workbook',
  async run() {
    return [...(await listFigures()), ...(await excelFigures())];
  },
};

async function listFigures(): Promise<readonly BenchFigure[]> {
  const { graph, baseUrl } = await startGraph();
  try {
    const store = memoryStore();
    const reader = new GraphListReader(
      { baseUrl, token: () => Promise.resolve('bench'), clock: { now: () => new Date() } },
      'app',
      store,
    );
    const figures: BenchFigure[] = [];
    for (const rows of [100_000, 1_000_000]) {
      const rounds = rows > 100_000 ? 1 : ROUNDS;
      const bare: number[] = [];
      const whole: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        bare.push(await timed(() => fetchAndParse(baseUrl, listId(rows))));
        whole.push(await timed(() => tally(reader, rows)));
      }
      const name = `sync of ${rows.toLocaleString('en')} survey rows`;
      figures.push({
        name,
        value: median(whole) / median(bare),
        unit: 'ratio',
        baseline: 'fetch and JSON.parse',
      });
    }
    figures.push(...(await changeFigures(graph, reader, baseUrl)));
    return figures;
  } finally {
    await graph.close();
  }
}

/** Fifty changed rows in a list of 100,000 that is kept, against reading the list anew. */
async function changeFigures(
  graph: GraphStandIn,
  reader: GraphListReader,
  baseUrl: string,
): Promise<readonly BenchFigure[]> {
  const location = locationOf(100_000);
  await reader.openKept('t', location, ['Svar', 'Enhet']);
  const [full, delta]: [number[], number[]] = [[], []];
  let units = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let row = 1; row <= CHANGED_ROWS; row += 1) {
      const fields = { Svar: String(1 + ((row + round) % 5)) };
      graph.control.change({
        kind: 'change-row',
        listId: listId(100_000),
        rowId: String(row * 1000),
        fields,
      });
    }
    full.push(await timed(() => fetchAndParse(baseUrl, listId(100_000))));
    delta.push(
      await timed(async () => {
        const opened = await reader.openKept('t', location, ['Svar', 'Enhet']);
        for await (const page of opened.pages()) if (page.length === 0) throw new Error('an empty page');
        units = opened.resourceUnits();
      }),
    );
  }
  const name = `${CHANGED_ROWS} changed rows in 100,000`;
  return [
    {
      name,
      value: median(delta) / median(full),
      unit: 'ratio',
      baseline: 'fetch and JSON.parse of all rows',
    },
    { name: `${name}, cost`, value: units, unit: 'resource units', baseline: null },
  ];
}

async function excelFigures(): Promise<readonly BenchFigure[]> {
  const rows = Array.from({ length: EXCEL_ROWS }, (_, index) => [
    `I-${index}`,
    `Initiativ ${index}`,
    index % 3 === 0 ? 'Klar' : 'Pågår',
    { date: '2025-03-01' },
    1 + (index % 5),
    index / 4,
  ]);
  const bytes = new Uint8Array(
    workbook([{ name: 'Blad1', rows: [['Id', 'Rubrik', 'Status', 'Datum', 'Skala', 'Tal'], ...rows] }]),
  );
  const location = {
    kind: 'uploaded-file',
    uploadId: 'a',
    fileName: 'a.xlsx',
    sheet: null,
    table: null,
    headerRow: 1,
  } as const;
  const files = new ExcelAndCsv();
  const [alone, whole]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    alone.push(await timed(() => readSheet(bytes.buffer)));
    whole.push(await timed(() => files.read({ name: 'a.xlsx', bytes }, location)));
  }
  const name = `Excel of ${EXCEL_ROWS.toLocaleString('en')} rows`;
  return [{ name, value: median(whole) / median(alone), unit: 'ratio', baseline: 'read-excel-file alone' }];
}

async function fetchAndParse(baseUrl: string, list: string): Promise<void> {
  let address: string | undefined =
    `${baseUrl}/sites/${SITE}/lists/${list}/items?$select=id&$expand=fields($select=Svar,Enhet)&$top=5000`;
  while (address !== undefined) {
    const response = await fetch(address, { headers: { authorization: 'Bearer bench' } });
    const page = JSON.parse(await response.text()) as { readonly '@odata.nextLink'?: string };
    address = page['@odata.nextLink'];
  }
}

/** The product's whole way from pages to a tally. */
async function tally(reader: GraphListReader, rows: number): Promise<void> {
  const settings = settingsSchema.parse({
    organisationName: 'Ekviken',
    years: [2025],
    sources: [
      {
        id: 's',
        topic: 'employee-survey',
        location: locationOf(rows),
        years: [2025],
        closesOn: '2025-11-01',
        mapping: { form: 'answers', answer: 'Svar', unit: 'Enhet' },
      },
    ],
  });
  const [intake] = startComputation(settings, 1, 2025).intakes;
  if (intake === undefined) throw new Error('no intake');
  const opened = await reader.open('t', locationOf(rows), intake.columns);
  intake.open(opened.columns);
  for await (const page of opened.pages()) for (const row of page) intake.addRow(row);
  if (intake.rowsRead() !== rows) throw new Error(`${intake.rowsRead()} rows of ${rows}`);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function memoryStore() {
  const kept = new Map<string, KeptRows>();
  return {
    find: (_tenant: string, key: string) => Promise.resolve(kept.get(key) ?? null),
    save: (_tenant: string, key: string, rows: KeptRows) => Promise.resolve(void kept.set(key, rows)),
  };
}

function listId(rows: number): string {
  return guid(0x77, rows);
}

function locationOf(rows: number) {
  return {
    kind: 'sharepoint-list',
    siteId: SITE,
    siteName: 'Bänk',
    listId: listId(rows),
    listName: `${rows}`,
  } as const;
}

async function startGraph(): Promise<{ readonly graph: GraphStandIn; readonly baseUrl: string }> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  setDefaultCACertificates([...getCACertificates('default'), made.cert]);
  const graph = createGraphStandIn({
    tenant: largeTenant(),
    certificate: { key: made.private, cert: made.cert },
  });
  return { graph, baseUrl: await graph.listen(0) };
}

/** Lists whose rows are made when asked for, so that what is measured is the reading. */
function largeTenant(): SampleTenant {
  const at = '2026-01-01T00:00:00Z';
  const [person] = PEOPLE;
  if (person === undefined) throw new Error('the sample tenant has no people');
  const item = (index: number): TenantItem => ({
    id: String(index + 1),
    eTag: `"${index},1"`,
    createdDateTime: at,
    lastModifiedDateTime: at,
    createdBy: person,
    fields: { Svar: String(1 + (index % 5)), Enhet: `E${index % 60}` },
  });
  const lists = [100_000, 1_000_000].map((rows) => ({
    id: listId(rows),
    name: `Lista${rows}`,
    displayName: `Lista ${rows}`,
    description: '',
    webUrl: `https://ekviken.sharepoint.com/sites/bank/Lists/${rows}`,
    createdDateTime: at,
    lastModifiedDateTime: at,
    columns: [choiceColumn('Svar', ['1', '2', '3', '4', '5']), textColumn('Enhet')].map((column, index) => ({
      ...column,
      id: guid(0xc0, index),
    })),
    items: { itemCount: rows, itemAt: item },
  }));
  const site = {
    id: SITE,
    name: 'bank',
    displayName: 'Bänk',
    webUrl: 'https://ekviken.sharepoint.com/sites/bank',
    createdDateTime: at,
    lastModifiedDateTime: at,
    people: PEOPLE,
    lists,
    files: [],
  };
  return { tenantId: guid(1, 1), host: 'ekviken.sharepoint.com', sites: [site] };
}
