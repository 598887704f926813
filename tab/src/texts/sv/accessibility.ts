/** The accessibility statement. */
export const accessibilitySv = {
  'accessibility.the-municipality': 'Kommunen',
  'accessibility.status.title': 'Hur tillgänglig är fliken?',
  'accessibility.status.who':
    '{organisation} ansvarar för fliken Digitaliseringsindex i Microsoft Teams. Alla ska kunna använda den, och här står hur väl den uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister som är kända och hur du påtalar fler.',
  'accessibility.status.partly':
    'Fliken är delvis förenlig med lagen. Det beror på det som står under Kända brister.',
  'accessibility.known.title': 'Kända brister',
  'accessibility.known.lead': 'Det här är inte fullt tillgängligt, eller inte prövat.',
  'accessibility.known.screen-readers':
    'Fliken är inte prövad med skärmläsare av vana användare (NVDA, JAWS, VoiceOver, TalkBack). Den är byggd för dem: rubriker, landmärken, tabeller och namn finns, men ingen har ännu bekräftat att det räcker.',
  'accessibility.known.radar':
    'Trendradarns namn på sektorer kan hamna nära en punkt i en smal vy. Samma uppgifter finns i tabellen och i listan bredvid.',
  'accessibility.known.old-clients':
    'Fliken är inte prövad i Teams mobilappar med förstorad systemtext, bara i en webbläsare med samma bredd.',
  'accessibility.burden':
    'Inget har undantagits med hänvisning till att anpassningen skulle vara oskäligt betungande.',
  'accessibility.outside.title': 'Det som inte omfattas',
  'accessibility.outside.teams':
    'Ramen runt fliken, med menyer och fönster, tillhör Microsoft Teams. Microsoft ansvarar för den.',
  'accessibility.outside.sharepoint':
    'Länkar till rader i SharePoint lämnar fliken. Listorna har egna redogörelser, eller saknar dem.',
  'accessibility.contact.title': 'Påtala en brist eller be om hjälp',
  'accessibility.contact.tell':
    'Hittar du något som inte fungerar, eller som inte står här? Hör av dig till {organisation} via kontaktcenter eller webbplatsen och skriv att det gäller Digitaliseringsindex i Teams.',
  'accessibility.contact.alternative':
    'Behöver du siffrorna i en annan form? {organisation} kan lämna dem på annat sätt. Varje diagram kan också läsas som tabell och sparas som CSV.',
  'accessibility.authority.title': 'Tillsyn',
  'accessibility.authority.body':
    'Myndigheten för digital förvaltning (Digg) har tillsyn över lagen. Är du inte nöjd med hur kommunen hanterar det du har påtalat kan du anmäla det dit.',
  'accessibility.authority.link': 'Anmäl bristande tillgänglighet till Digg',
  'accessibility.tested.title': 'Så har fliken prövats',
  'accessibility.tested.lead': 'Självskattning av den som byggt fliken, mot WCAG 2.1 nivå AA (EN 301 549).',
  'accessibility.tested.axe':
    'Automatisk granskning med axe av varje sida i ljust, mörkt och högkontrasttema, på dator- och telefonbredd, vid varje ändring av fliken.',
  'accessibility.tested.keyboard':
    'Läsarens och chefens uppgifter går att göra med enbart tangentbord; det prövas automatiskt i Chromium.',
  'accessibility.tested.zoom':
    'Sidorna är prövade i 320 bildpunkters bredd, vilket motsvarar 400 procents förstoring, utan att innehåll går förlorat.',
  'accessibility.tested.contrast': 'Diagram skiljs åt med form, mönster och text, inte bara med färg.',
  'accessibility.tested.dates': 'Bedömningen gjordes {assessed}. Redogörelsen uppdaterades senast {updated}.',
} as const;
