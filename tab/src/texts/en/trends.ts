import type { trendsSv } from '../sv/trends.ts';

export const trendsEn: Readonly<Record<keyof typeof trendsSv, string>> = {
  'horizon.now': 'Now',
  'horizon.1-3-years': '1–3 years',
  'horizon.3-plus-years': 'Over 3 years',
  'trends.radar.title': 'Trend radar',
  'trends.radar.lead':
    'Nearest the middle is what is felt now. A bigger point has a greater impact. A dashed ring: no initiative answers the trend.',
  'trends.radar.none': 'No trend has both a horizon and an impact, so the radar is empty.',
  'trends.radar.summary':
    'Radar of {count, plural, one {# trend} other {# trends}}, {unanswered} of which no initiative answers.',
  'trends.radar.unplaced':
    '{count, plural, one {# trend has} other {# trends have}} no horizon or no impact and stand only in the list.',
  'trends.radar.caption': 'Trends by horizon and impact',
  'trends.number': 'No.',
  'trends.trend': 'Trend',
  'trends.kind': 'Kind',
  'trends.kind.none': 'No kind',
  'trends.horizon': 'When',
  'trends.horizon.unknown': 'Unknown horizon',
  'trends.impact.name': 'Impact (1–5)',
  'trends.readiness.name': 'Readiness (1–5)',
  'trends.initiatives': 'Initiatives',
  'trends.impact': 'impact {impact}',
  'trends.readiness': 'readiness {readiness}',
  'trends.answered-by':
    '{count, plural, =0 {No initiative answers} one {# initiative answers} other {# initiatives answer}}',
  'trends.list.title': 'The trends',
  'trends.list.lead': 'Open a trend to see what it means for us and what answers it.',
  'trends.source': 'Source:',
  'trends.unanswered': 'No initiative answers the trend.',
  'trends.unknown-references': 'The list also names something that is no initiative: {names}.',
  'trends.unanswered.title': 'Trends that no initiative answers',
  'trends.unanswered.lead':
    '{count, plural, =0 {Every trend has at least one initiative that answers.} other {# of {total} trends.}}',
  'trends.idle.title': 'Initiatives that answer no trend',
  'trends.idle.lead':
    '{count, plural, =0 {All of the year’s initiatives answer at least one trend.} one {# initiative. It may be justified all the same.} other {# initiatives. They may be justified all the same.}}',
  'trends.idle.caption': 'Initiatives for {year} that answer no trend',
  'trends.questions.title': 'To talk about',
  'trends.questions.lead': 'One question at a time, in a meeting or a channel.',
  'trends.question.share': 'Share the question',
  'trends.question.share.of': 'Share the question: {question}',
  'trends.question.copied': 'The question is copied.',
  'trends.question.not-copied': 'The question could not be copied.',
  'trends.not-connected.title': 'The trend watch is not connected',
  'trends.not-connected.body':
    'When an administrator has connected the list of trends, they are shown here with the initiatives that answer them.',
  'trends.empty.title': 'The list of trends is empty',
  'trends.empty.body': 'Add the first trend in SharePoint, and it is shown here after the next refresh.',
  'rows.open': 'Open the row in SharePoint',
};
