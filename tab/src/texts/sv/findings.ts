/** Data notes: what was found (with how many rows) and what to do. */
export const findingsSv = {
  'finding.column-missing': 'En kopplad kolumn finns inte längre i sin lista.',
  'finding.column-unmapped': 'En kolumn som metoden behöver är inte kopplad.',
  'finding.column-type-changed':
    'En kopplad kolumn har fått en annan typ i listan än när den kopplades, så värdena läses på ett annat sätt.',
  'finding.status-unknown':
    '{count, plural, one {# initiativ har} other {# initiativ har}} en status som inte är kopplad. {count, plural, one {Det} other {De}} räknas inte förrän den är det.',
  'finding.kind-unknown':
    '{count, plural, one {# nyttoindikator har} other {# nyttoindikatorer har}} ett slag som inte är kopplat. {count, plural, one {Den} other {De}} räknas ändå.',
  'finding.year-missing': '{count, plural, one {# rad saknar} other {# rader saknar}} år och räknas inte.',
  'finding.year-unreadable':
    '{count, plural, one {# rad har} other {# rader har}} ett år som inte går att läsa och räknas inte.',
  'finding.answer-not-on-scale':
    '{count, plural, one {# svar ligger} other {# svar ligger}} utanför skalan och räknas inte.',
  'finding.not-a-number':
    '{count, plural, one {# rad har} other {# rader har}} något annat än ett tal och räknas inte.',
  'finding.scale-out-of-range':
    '{count, plural, one {# initiativ ligger} other {# initiativ ligger}} utanför en portföljskala.',
  'finding.business-id-twice':
    '{count, plural, one {# id används} other {# id används}} på mer än en rad. Alla rader räknas tills det är rättat.',
  'finding.baseline-blank':
    '{count, plural, one {# nyttoindikator saknar} other {# nyttoindikatorer saknar}} nuläge och räknas inte.',
  'finding.expected-equals-baseline':
    '{count, plural, one {# nyttoindikator väntar} other {# nyttoindikatorer väntar}} ingen förändring och räknas inte.',
  'finding.negative-weight':
    '{count, plural, one {# nyttoindikator har} other {# nyttoindikatorer har}} negativ vikt och räknas inte.',
  'finding.initiative-not-found':
    '{count, plural, one {# nyttoindikator pekar} other {# nyttoindikatorer pekar}} på ett initiativ som inte finns.',
  'finding.no-decided-initiative': 'Inget initiativ är beslutat för året, så Resultat kan inte räknas.',
  'finding.unit-unknown':
    '{count, plural, one {# svar anger} other {# svar anger}} en enhet som inte finns i enhetslistan. {count, plural, one {Det} other {De}} räknas bara i totalen.',
  'finding.unit-cycle': 'Enheter anger varandra som överordnad. De visas överst.',
  'finding.count-mismatch':
    '{count, plural, one {# enhetsrad stämmer} other {# enhetsrader stämmer}} inte med sina delsummor och räknas inte.',
  'finding.area-unknown':
    '{count, plural, one {# mognadssvar anger} other {# mognadssvar anger}} ett område som inte är kopplat och räknas inte.',
  'finding.respondent-missing':
    '{count, plural, one {# mognadssvar saknar} other {# mognadssvar saknar}} svarande och räknas inte.',
  'finding.title-missing':
    '{count, plural, one {# rad saknar rubrik och visas med sitt id} other {# rader saknar rubrik och visas med sina id:n}}.',
  'finding.source-not-read': 'En källa kunde inte läsas.',
  'finding.fewer-rows': 'En källa har över 20\u00a0% färre rader än förra gången.',
  'finding.source-unchanged': 'En källa har inte ändrats på 400 dagar.',
  'finding.low-response-rate': 'Färre än 60\u00a0% av de tillfrågade har svarat.',
  'finding.response-falling-score-rising':
    'Svarsfrekvensen sjönk medan värdet steg. De som slutade svara kan vara de mindre nöjda.',
  'finding.published-differs': 'En fastställd siffra skiljer sig från den beräknade.',
  'finding.units-changed': 'Enheter har tillkommit, försvunnit eller flyttats sedan förra året.',
  'finding.benefit-coverage-low': 'Färre nyttoindikatorer är mätta än den lägsta andel som är inställd.',
  'finding.benefit-over-expected':
    '{count, plural, one {# nyttoindikator nådde} other {# nyttoindikatorer nådde}} mer än väntat och räknas upp till taket.',
  'finding.statement-in-two-areas':
    '{count, plural, one {# påstående står} other {# påståenden står}} i två områden och räknas i båda.',
  'finding.answered-twice':
    '{count, plural, one {# påstående besvarades} other {# påståenden besvarades}} två gånger av samma person. Den sista raden gäller.',
  'finding.invited-below-answers': 'Fler har svarat än som var tillfrågade.',
  'finding.second-source':
    'Två källor gäller samma undersökning eller enhetslista och samma år. Bara den första används.',
  'finding.published-unit-unusable':
    'En inskriven siffra för en enhet visas inte: enheten finns inte, antalet personer saknas eller stämmer inte, eller så har ingen svarat där.',
  'finding.unit-names-free-text':
    'Kolumnen som är kopplad som enhet innehåller det som folk har skrivit, inte namn på enheter. Inga enheter visas.',

  'finding.do.mapping': 'Koppla om i inställningarna, eller återställ i listan.',
  'finding.do.column-type':
    'Ändra tillbaka typen i listan, eller öppna källan i inställningarna, kontrollera förhandsvisningen och spara den igen.',
  'finding.do.one-source': 'Ta bort året från den ena källan.',
  'finding.do.published-unit': 'Rätta enheten eller antalet personer bland de fastställda siffrorna.',
  'finding.do.unit-column': 'Koppla kolumnen som anger enheten, eller en enhetslista.',
  'finding.do.list': 'Rätta raderna i listan.',
  'finding.do.read-with-care': 'Läs siffran med försiktighet.',
  'finding.do.check-source': 'Kontrollera att rätt lista används och att inget har tagits bort.',
  'finding.do.measure': 'Mät fler indikatorer innan siffran används.',
  'finding.do.nothing': 'Inget behöver göras.',

  'severity.error': 'Fel',
  'severity.warning': 'Varning',
  'severity.info': 'Upplysning',
  'finding.rows': 'Rader: {rows}',
  'finding.more-rows': '{count, plural, one {och # till} other {och # till}}',
  'finding.source': 'Källa: {source}',
  'finding.column': 'Kolumn: {column}',
} as const;
