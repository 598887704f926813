import type { SourceSettings } from './source-settings.ts';

/**
 * Columns of a source that its figures can't do without: if one is gone from the list, another formula would be computed in
 * silence (a benefit without its baseline, an answer without its unit). Of the others the figures lose a detail at most.
 */
export function neededColumns(source: SourceSettings): readonly string[] {
  return present(neededOf(source));
}

function neededOf(source: SourceSettings): readonly (string | null)[] {
  switch (source.topic) {
    case 'units':
      return [source.mapping.id, source.mapping.name, source.mapping.parent];
    case 'employee-survey': {
      const { mapping } = source;
      return mapping.form === 'answers'
        ? [mapping.answer, mapping.unit, ...mapping.unitPath, mapping.year]
        : [mapping.unit, mapping.n, mapping.mean, ...mapping.counts, mapping.year];
    }
    case 'maturity': {
      const { respondent, statement, area, answer, unit, year } = source.mapping;
      return [respondent, statement, area, answer, unit, year];
    }
    case 'initiatives':
      return [source.mapping.status, source.mapping.year];
    case 'benefits': {
      const { yearRule, year, initiative, baseline, expected, measured, weight } = source.mapping;
      return [yearRule === 'column' ? year : initiative, baseline, expected, measured, weight];
    }
    case 'trends':
      return [];
  }
}

/** Fields that the method needs and the mapping leaves out, by the mapping's own names. METHOD.md section 11. */
export function unmappedFields(source: SourceSettings): readonly string[] {
  const isOneYear = source.years.length === 1;
  switch (source.topic) {
    case 'employee-survey': {
      const { mapping } = source;
      const hasNumbers = mapping.form === 'answers' || mapping.mean !== null || mapping.counts.length > 0;
      return [...(mapping.year === null && !isOneYear ? ['year'] : []), ...(hasNumbers ? [] : ['counts'])];
    }
    case 'maturity':
      return source.mapping.year === null && !isOneYear ? ['year'] : [];
    case 'benefits': {
      const { yearRule, year, initiative } = source.mapping;
      return yearRule === 'column'
        ? year === null
          ? ['year']
          : []
        : initiative === null
          ? ['initiative']
          : [];
    }
    case 'units':
    case 'initiatives':
    case 'trends':
      return [];
  }
}

/**
 * Whether a survey's answers can be told apart by year: by a column, or because it serves one year alone. Otherwise the same answers
 * would stand under two years, read at two times, and their difference would be what somebody answered in between.
 *
 * @param years all the years that are computed; those of a source that names none
 */
export function tellsYears(source: SourceSettings, years: readonly number[]): boolean {
  if (source.topic !== 'employee-survey' && source.topic !== 'maturity') return true;
  return source.mapping.year !== null || (source.years.length > 0 ? source.years : years).length === 1;
}

function present(columns: readonly (string | null)[]): readonly string[] {
  return columns.filter((column) => column !== null);
}
