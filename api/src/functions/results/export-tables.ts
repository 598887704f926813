import { toCsv } from '#core/export/csv.ts';
import { LONG_COLUMNS, longTable, type LongRow } from '#core/export/long-table.ts';
import type { Language } from '#core/contracts/digest.ts';
import type { Sheet } from '../../app/ports/workbooks.ts';
import type { ReadableExport } from '../../app/results/read-export.ts';
import { entityTag } from '../../http/conditional.ts';
import { endpoint, type Endpoint } from '../../http/endpoint.ts';
import type { Services } from '../services.ts';

const attachment = (name: string) => ({ 'content-disposition': `attachment; filename="${name}"` });

async function rowsOf(readable: ReadableExport): Promise<readonly LongRow[]> {
  return longTable(await readable.exported());
}

function cellsOf(rows: readonly LongRow[]): readonly (readonly (string | number | null)[])[] {
  return rows.map((row) => LONG_COLUMNS.map((column) => row[column]));
}

function csvOf(rows: readonly LongRow[]): string {
  return toCsv(LONG_COLUMNS, cellsOf(rows));
}

/** GET /api/exports/index.csv */
export function exportCsvEndpoint({ authenticate, readExport }: Services): Endpoint {
  return endpoint('exportCsv', authenticate, async ({ caller, query }) => {
    const readable = await readExport(caller, query.year ?? null);
    return {
      eTag: entityTag(['csv', ...readable.version]),
      headers: attachment('digitaliseringsindex.csv'),
      body: async () => csvOf(await rowsOf(readable)),
    };
  });
}

/** GET /api/exports/index.json */
export function exportJsonEndpoint({ authenticate, readExport }: Services): Endpoint {
  return endpoint('exportJson', authenticate, async ({ caller, query }) => {
    const readable = await readExport(caller, query.year ?? null);
    return {
      eTag: entityTag(['json', ...readable.version]),
      body: async () => ({ rows: await rowsOf(readable) }),
    };
  });
}

/** GET /api/exports/index.xlsx */
export function exportXlsxEndpoint({ authenticate, readExport, workbooks }: Services): Endpoint {
  return endpoint('exportXlsx', authenticate, async ({ caller, query, language }) => {
    const readable = await readExport(caller, query.year ?? null);
    return {
      eTag: entityTag(['xlsx', language, ...readable.version]),
      headers: attachment('digitaliseringsindex.xlsx'),
      body: async () => {
        const rows = await rowsOf(readable);
        return workbooks.write([
          { name: 'index', rows: [LONG_COLUMNS, ...cellsOf(rows)] },
          aboutSheet(rows, language),
        ]);
      },
    };
  });
}

const ABOUT: Readonly<Record<Language, Readonly<Record<'name' | 'masked' | 'rounded' | 'reasons', string>>>> =
  {
    sv: {
      name: 'Om tabellen',
      masked:
        'Små grupper är dolda: suppressed i kolumnen reason. Samma regler gäller i alla exporter och öppna data.',
      rounded:
        'Värden är avrundade som i appen. Ett tomt värde är aldrig noll; kolumnen reason säger varför det saknas.',
      reasons:
        'invalid, suppressed, pending, insufficient, missing, not-applicable: se metodbeskrivningen i appen.',
    },
    en: {
      name: 'About',
      masked:
        'Small groups are hidden: suppressed in the column reason. The same rules hold in every export and in open data.',
      rounded:
        'Values are rounded as in the app. An empty value is never zero; the column reason says why there is none.',
      reasons:
        'invalid, suppressed, pending, insufficient, missing, not-applicable: see the method in the app.',
    },
  };

function aboutSheet(rows: readonly LongRow[], language: Language): Sheet {
  const { name, masked, rounded, reasons } = ABOUT[language];
  const years = new Map(rows.map((row) => [row.year, row]));
  return {
    name,
    rows: [
      ['year', 'vintage', 'published_at', 'method_version', 'result_hash'],
      ...[...years.values()].map((row) => [
        row.year,
        row.vintage,
        row.published_at,
        row.method_version,
        row.result_hash,
      ]),
      [],
      [masked],
      [rounded],
      [reasons],
    ],
  };
}

/** GET /api/open-data/{tenantId}/index.csv */
export function openCsvEndpoint({ authenticate, readOpenData }: Services): Endpoint {
  return endpoint('openCsv', authenticate, async ({ params }) => {
    const open = await readOpenData(params.tenantId);
    return {
      eTag: entityTag(['open-csv', ...open.version]),
      headers: attachment('digitaliseringsindex.csv'),
      body: async () => csvOf(await rowsOf(open)),
    };
  });
}

/** GET /api/open-data/{tenantId}/index.json */
export function openJsonEndpoint({ authenticate, readOpenData }: Services): Endpoint {
  return endpoint('openJson', authenticate, async ({ params }) => {
    const open = await readOpenData(params.tenantId);
    return {
      eTag: entityTag(['open-json', ...open.version]),
      body: async () => ({ rows: await rowsOf(open) }),
    };
  });
}
