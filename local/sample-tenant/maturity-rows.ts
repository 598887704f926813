import type { TenantFieldValue } from '../graph/tenant-content.ts';
import { AREA_WORDS, DECLARED_RESPONDENTS, DECLARED_STATEMENTS } from './declared/maturity.ts';
import { SAMPLE_YEARS } from './declared/survey.ts';
import { MATURITY_COLUMNS } from './names.ts';
import { seeded, withSum } from './spread.ts';

/** One row per respondent and statement, all years in one list; every statement's answers sum to what is declared. */
export function maturityRows(): Readonly<Record<string, TenantFieldValue>>[] {
  return SAMPLE_YEARS.flatMap((year) => {
    const random = seeded(year * 7);
    const { respondents } = DECLARED_RESPONDENTS[year];
    return DECLARED_STATEMENTS.flatMap(({ area, text, sums }) =>
      withSum(respondents, sums[year], 1, 6, random).map((answer, index) => ({
        [MATURITY_COLUMNS.respondent]: `R${year}-${String(index + 1).padStart(3, '0')}`,
        [MATURITY_COLUMNS.statement]: text,
        [MATURITY_COLUMNS.area]: AREA_WORDS[area],
        [MATURITY_COLUMNS.answer]: answer,
        [MATURITY_COLUMNS.year]: year,
      })),
    );
  });
}
