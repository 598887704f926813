import type { TenantFile, TenantItems } from '../graph/tenant-content.ts';
import { BENEFIT_COLUMNS, INITIATIVE_COLUMNS } from './names.ts';
import { someone } from './site-shape.ts';
import { workbook, type WorkbookCell } from './workbook.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Where the sample's files are, for settings and tests. */
export const SAMPLE_FILES = {
  initiatives: { id: '01EKVIKENINITIATIV', name: 'Digitala initiativ.xlsx', table: 'Initiativ' },
  benefits: { id: '01EKVIKENNYTTOR', name: 'Nyttoregister.csv' },
} as const;

/** The same initiatives and benefits as in the lists, as somebody has exported them to files. */
export function sampleFiles(
  webUrl: string,
  changedAt: string,
  rows: { readonly initiatives: TenantItems; readonly benefits: TenantItems },
): readonly TenantFile[] {
  const file = (
    { id, name }: { readonly id: string; readonly name: string },
    mimeType: string,
    content: Uint8Array,
    folder?: string,
  ): TenantFile => ({
    id,
    name,
    webUrl: `${webUrl}/Delade dokument/${encodeURIComponent(name)}`,
    mimeType,
    createdDateTime: '2024-01-15T08:00:00Z',
    lastModifiedDateTime: changedAt,
    createdBy: someone(1),
    content,
    ...(folder !== undefined && { folder }),
  });
  return [
    file(SAMPLE_FILES.initiatives, XLSX, initiativeWorkbook(rows.initiatives)),
    file(SAMPLE_FILES.benefits, 'text/csv', benefitText(rows.benefits), 'Nytta'),
  ];
}

function initiativeWorkbook(items: TenantItems): Uint8Array {
  const { businessId, status, decidedOn, portfolioObject } = INITIATIVE_COLUMNS;
  const { innovationEfficiency, operationalStrategic, externalInternal } = INITIATIVE_COLUMNS;
  const header = [
    'Initiativ-ID',
    'Rubrik',
    'Status',
    'Beslutsdatum',
    'Förvaltningsobjekt',
    'Innovation-effektivitet',
    'Operativ-strategisk',
    'Extern-intern',
  ];
  const cells = everyRow(items).map((fields): WorkbookCell[] => {
    const date = fields[decidedOn];
    return [
      plain(fields[businessId]),
      plain(fields['Title']),
      plain(fields[status]),
      typeof date === 'string' ? { date: dayOf(date) } : null,
      plain(fields[portfolioObject]),
      plain(fields[innovationEfficiency]),
      plain(fields[operationalStrategic]),
      plain(fields[externalInternal]),
    ];
  });
  const rows = [['Digitala initiativ i Ekviken'], [], header, ...cells];
  const table = { name: SAMPLE_FILES.initiatives.table, range: `A3:H${rows.length}` };
  return workbook([
    { name: 'Läs mig', rows: [['Tabellen finns på nästa blad.']] },
    { name: 'Initiativ', rows, table },
  ]);
}

/** A list's date-only value is midnight in Sweden; twelve hours on, it is the same day everywhere. */
function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 43_200_000).toISOString().slice(0, 10);
}

/** Semicolons, decimal commas and Windows-1252: what Swedish Excel saves as CSV. */
function benefitText(items: TenantItems): Uint8Array {
  const { businessId, year, baseline, expected, measured, weight, kind, portfolioObject } = BENEFIT_COLUMNS;
  const header = 'Nytto-ID;Nytta;År;Utgångsvärde;Förväntat;Utfall;Vikt;Nyttotyp;Förvaltningsobjekt';
  const lines = everyRow(items).map((fields) =>
    [businessId, 'Title', year, baseline, expected, measured, weight, kind, portfolioObject]
      .map((name) => textOf(fields[name]))
      .join(';'),
  );
  return Buffer.from(`${[header, ...lines].join('\r\n')}\r\n`, 'latin1');
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  return typeof value === 'string' ? `"${value.replaceAll('"', '""').replaceAll('–', '-')}"` : '';
}

function plain(value: unknown): WorkbookCell {
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

function everyRow(items: TenantItems): readonly Readonly<Record<string, unknown>>[] {
  return Array.from({ length: items.itemCount }, (_, index) => items.itemAt(index).fields);
}
