/** The trend watch. */
export const trendsSv = {
  'horizon.now': 'Nu',
  'horizon.1-3-years': '1–3 år',
  'horizon.3-plus-years': 'Över 3 år',
  'trends.radar.title': 'Trendradar',
  'trends.radar.lead':
    'Närmast mitten ligger det som märks nu. Större punkt betyder större påverkan. Streckad ring: inget initiativ svarar på trenden.',
  'trends.radar.none': 'Ingen trend har både tidshorisont och påverkan, så radarn är tom.',
  'trends.radar.summary':
    'Radar över {count, plural, one {# trend} other {# trender}}, varav {unanswered} som inget initiativ svarar på.',
  'trends.radar.unplaced':
    '{count, plural, one {# trend saknar} other {# trender saknar}} tidshorisont eller påverkan och står bara i listan.',
  'trends.radar.caption': 'Trender efter tidshorisont och påverkan',
  'trends.number': 'Nr',
  'trends.trend': 'Trend',
  'trends.kind': 'Slag',
  'trends.kind.none': 'Utan slag',
  'trends.horizon': 'När',
  'trends.horizon.unknown': 'Okänd tidshorisont',
  'trends.impact.name': 'Påverkan (1–5)',
  'trends.readiness.name': 'Beredskap (1–5)',
  'trends.initiatives': 'Initiativ',
  'trends.impact': 'påverkan {impact}',
  'trends.readiness': 'beredskap {readiness}',
  'trends.answered-by':
    '{count, plural, =0 {Inget initiativ svarar} one {# initiativ svarar} other {# initiativ svarar}}',
  'trends.list.title': 'Trenderna',
  'trends.list.lead': 'Öppna en trend för att se vad den betyder för oss och vad som svarar på den.',
  'trends.source': 'Källa:',
  'trends.unanswered': 'Inget initiativ svarar på trenden.',
  'trends.unknown-references': 'Listan nämner också något som inte är ett initiativ: {names}.',
  'trends.unanswered.title': 'Trender som inget initiativ svarar på',
  'trends.unanswered.lead':
    '{count, plural, =0 {Alla trender har minst ett initiativ som svarar.} other {# av {total} trender.}}',
  'trends.idle.title': 'Initiativ som inte svarar på någon trend',
  'trends.idle.lead':
    '{count, plural, =0 {Alla årets initiativ svarar på minst en trend.} one {# initiativ. Det kan vara motiverat ändå.} other {# initiativ. De kan vara motiverade ändå.}}',
  'trends.idle.caption': 'Initiativ för {year} som inte svarar på någon trend',
  'trends.questions.title': 'Att prata om',
  'trends.questions.lead': 'En fråga i taget, på ett möte eller i en kanal.',
  'trends.question.share': 'Dela frågan',
  'trends.question.share.of': 'Dela frågan: {question}',
  'trends.question.copied': 'Frågan är kopierad.',
  'trends.question.not-copied': 'Frågan gick inte att kopiera.',
  'trends.not-connected.title': 'Omvärldsbevakningen är inte kopplad',
  'trends.not-connected.body':
    'När en administratör har kopplat listan med trender visas de här, tillsammans med de initiativ som svarar på dem.',
  'trends.empty.title': 'Listan med trender är tom',
  'trends.empty.body': 'Lägg in den första trenden i SharePoint, så visas den här efter nästa uppdatering.',
  'rows.open': 'Öppna raden i SharePoint',
} as const;
