import type { findingsSv } from '../sv/findings.ts';

export const findingsEn: Readonly<Record<keyof typeof findingsSv, string>> = {
  'finding.column-missing': 'A mapped column is gone from its list.',
  'finding.column-unmapped': 'A column that the method needs is not mapped.',
  'finding.column-type-changed':
    'A mapped column has another type in the list than when it was mapped, so its values are read another way.',
  'finding.status-unknown':
    '{count, plural, one {# initiative has} other {# initiatives have}} a status that is not mapped. {count, plural, one {It does} other {They do}} not count until it is.',
  'finding.kind-unknown':
    '{count, plural, one {# benefit indicator has} other {# benefit indicators have}} a kind that is not mapped. {count, plural, one {It counts} other {They count}} all the same.',
  'finding.year-missing':
    '{count, plural, one {# row has no year and does} other {# rows have no year and do}} not count.',
  'finding.year-unreadable':
    '{count, plural, one {# row has a year that can’t be read and does} other {# rows have a year that can’t be read and do}} not count.',
  'finding.answer-not-on-scale':
    '{count, plural, one {# answer lies off the scale and does} other {# answers lie off the scale and do}} not count.',
  'finding.not-a-number':
    '{count, plural, one {# row holds something other than a number and does} other {# rows hold something other than a number and do}} not count.',
  'finding.scale-out-of-range':
    '{count, plural, one {# initiative lies} other {# initiatives lie}} outside a portfolio scale.',
  'finding.business-id-twice':
    '{count, plural, one {# id is} other {# ids are}} used on more than one row. All rows count until it is mended.',
  'finding.baseline-blank':
    '{count, plural, one {# benefit indicator has no baseline and does} other {# benefit indicators have no baseline and do}} not count.',
  'finding.expected-equals-baseline':
    '{count, plural, one {# benefit indicator expects no change and does} other {# benefit indicators expect no change and do}} not count.',
  'finding.negative-weight':
    '{count, plural, one {# benefit indicator has a negative weight and does} other {# benefit indicators have a negative weight and do}} not count.',
  'finding.initiative-not-found':
    '{count, plural, one {# benefit indicator points} other {# benefit indicators point}} to an initiative that does not exist.',
  'finding.no-decided-initiative': 'No initiative of the year is decided, so Delivery can’t be computed.',
  'finding.unit-unknown':
    '{count, plural, one {# answer names} other {# answers name}} a unit that is not in the unit list. {count, plural, one {It counts} other {They count}} in the total only.',
  'finding.unit-cycle': 'Units name each other as parent. They are shown at the top.',
  'finding.count-mismatch':
    '{count, plural, one {# unit row does not match its counts and does} other {# unit rows do not match their counts and do}} not count.',
  'finding.area-unknown':
    '{count, plural, one {# maturity answer names an area that is not mapped and does} other {# maturity answers name an area that is not mapped and do}} not count.',
  'finding.respondent-missing':
    '{count, plural, one {# maturity answer has no respondent and does} other {# maturity answers have no respondent and do}} not count.',
  'finding.title-missing':
    '{count, plural, one {# row has no title and is shown by its id} other {# rows have no title and are shown by their ids}}.',
  'finding.source-not-read': 'A source could not be read.',
  'finding.fewer-rows': 'A source has over 20% fewer rows than last time.',
  'finding.source-unchanged': 'A source has not changed for 400 days.',
  'finding.low-response-rate': 'Under 60% of those invited have answered.',
  'finding.response-falling-score-rising':
    'The response rate fell while the figure rose. Those who stopped answering may be the less content.',
  'finding.published-differs': 'A published figure differs from the computed one.',
  'finding.units-changed': 'Units have been added, removed or moved since last year.',
  'finding.benefit-coverage-low': 'Fewer benefit indicators are measured than the minimum share that is set.',
  'finding.benefit-over-expected':
    '{count, plural, one {# benefit indicator reached more than expected and counts} other {# benefit indicators reached more than expected and count}} up to the cap.',
  'finding.statement-in-two-areas':
    '{count, plural, one {# statement stands in two areas and counts} other {# statements stand in two areas and count}} in both.',
  'finding.answered-twice':
    '{count, plural, one {# statement was} other {# statements were}} answered twice by the same person. The last row counts.',
  'finding.invited-below-answers': 'More have answered than were invited.',
  'finding.second-source':
    'Two sources are of the same survey or unit list and the same year. Only the first is used.',
  'finding.published-unit-unusable':
    'A unit’s typed figure is not shown: there is no such unit, its number of persons is missing or does not add up, or nobody answered there.',
  'finding.unit-names-free-text':
    'The column mapped as unit holds what people wrote, not names of units. No units are shown.',

  'finding.do.mapping': 'Map it again in the settings, or restore it in the list.',
  'finding.do.column-type':
    'Restore the type in the list, or open the source in the settings, check the preview and save it again.',
  'finding.do.one-source': 'Take the year away from one of the sources.',
  'finding.do.published-unit': 'Correct the unit or its number of persons among the published figures.',
  'finding.do.unit-column': 'Map the column that names the unit, or a unit list.',
  'finding.do.list': 'Correct the rows in the list.',
  'finding.do.read-with-care': 'Read the figure with care.',
  'finding.do.check-source': 'Check that the right list is used and that nothing has been removed.',
  'finding.do.measure': 'Measure more indicators before the figure is used.',
  'finding.do.nothing': 'Nothing needs to be done.',

  'severity.error': 'Error',
  'severity.warning': 'Warning',
  'severity.info': 'Information',
  'finding.rows': 'Rows: {rows}',
  'finding.more-rows': '{count, plural, one {and # more} other {and # more}}',
  'finding.source': 'Source: {source}',
  'finding.column': 'Column: {column}',
};
