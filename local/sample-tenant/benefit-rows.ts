import type { TenantFieldValue } from '../graph/tenant-content.ts';
import { DECLARED_INDICATORS, KIND_WORDS, UNMAPPED_KIND } from './declared/benefits.ts';
import { SAMPLE_YEARS } from './declared/survey.ts';
import { initiativeRowIds } from './initiative-rows.ts';
import { BENEFIT_COLUMNS as COLUMNS } from './names.ts';

type Row = Readonly<Record<string, TenantFieldValue>>;

/** The register: every indicator once a year, each with an initiative of its year, and two rows with a blemish. */
export function benefitRows(): Row[] {
  const rows = SAMPLE_YEARS.flatMap((year) => {
    const initiatives = initiativeRowIds(year);
    return DECLARED_INDICATORS.map((indicator, index): Row => {
      const { title, kind, portfolioObject, baseline, expected, measured, weight } = indicator;
      return {
        Title: title,
        [COLUMNS.businessId]: `NYT-${year}-${String(index + 1).padStart(2, '0')}`,
        [`${COLUMNS.initiative}LookupId`]: initiatives[index * 3] ?? null,
        [COLUMNS.year]: year,
        [COLUMNS.baseline]: baseline,
        [COLUMNS.expected]: expected,
        [COLUMNS.measured]: measured[year],
        [COLUMNS.weight]: weight ?? null,
        [COLUMNS.kind]: KIND_WORDS[kind],
        [COLUMNS.portfolioObject]: portfolioObject,
      };
    });
  });
  return [...rows, ...blemishes()];
}

/** A row whose baseline was forgotten (set aside), and one that waits to be measured under a kind nobody has mapped. */
function blemishes(): Row[] {
  const [initiative = null] = initiativeRowIds(2025);
  const common = { [`${COLUMNS.initiative}LookupId`]: initiative, [COLUMNS.year]: 2025 };
  return [
    {
      ...common,
      Title: 'Samtal till växeln, antal per vecka',
      [COLUMNS.businessId]: 'NYT-2025-90',
      [COLUMNS.expected]: 300,
      [COLUMNS.measured]: 310,
      [COLUMNS.kind]: KIND_WORDS.qualitative,
      [COLUMNS.portfolioObject]: 'Ledning och styrning',
    },
    {
      ...common,
      Title: 'Körda mil i tjänsten',
      [COLUMNS.businessId]: 'NYT-2025-91',
      [COLUMNS.baseline]: 900,
      [COLUMNS.expected]: 700,
      [COLUMNS.kind]: UNMAPPED_KIND,
      [COLUMNS.portfolioObject]: 'Teknik och miljö',
    },
  ];
}
