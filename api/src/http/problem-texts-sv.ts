import type { ProblemTexts } from './problem-text.ts';

export const PROBLEM_TEXTS_SV: ProblemTexts = {
  unauthenticated: {
    title: 'Du är inte inloggad',
    detail: 'Anropet saknar inloggning. Öppna appen på nytt i Teams.',
  },
  'token-expired': {
    title: 'Inloggningen har gått ut',
    detail: 'Ladda om fliken så loggas du in igen.',
  },
  'token-invalid': {
    title: 'Inloggningen gick inte att godkänna',
    detail:
      'Ladda om fliken. Återkommer felet behöver administratören se över appens registrering i Microsoft Entra.',
  },
  'tenant-not-allowed': {
    title: 'Din organisation har inte tillgång',
    detail: 'Appen är inte öppnad för den organisation du är inloggad i. Kontakta den som förvaltar appen.',
  },
  'sign-in-unavailable': {
    title: 'Inloggningen kan inte kontrolleras just nu',
    detail: 'Microsoft Entra svarar inte. Försök igen om en stund; det beror inte på dig.',
  },
  'too-many-requests': {
    title: 'För många anrop',
    detail: 'Vänta {seconds} sekunder och försök igen.',
  },
  forbidden: {
    title: 'Du saknar behörighet',
    detail: 'Det här kräver rollen Index.Admin. Be administratören om rollen i Microsoft Entra.',
  },
  'malformed-json': {
    title: 'Anropet gick inte att läsa',
    detail: 'Innehållet är inte giltig JSON. Kontrollera det som skickades.',
  },
  'invalid-request': {
    title: 'Något i anropet är fel',
    detail: 'Rätta det som pekas ut och försök igen.',
  },
  'unknown-year': {
    title: 'Året finns inte',
    detail: 'År {year} ingår inte i indexet. Välj ett annat år, eller lägg till det i inställningarna.',
  },
  'not-found': {
    title: 'Det du söker finns inte',
    detail: 'Det kan ha tagits bort. Gå tillbaka och ladda om sidan.',
  },
  'method-not-allowed': {
    title: 'Adressen tar inte emot anropet',
    detail: 'Adressen finns men inte för det här sättet att anropa den. Se API:ets dokumentation.',
  },
  'payload-too-large': {
    title: 'Anropet är för stort',
    detail: 'Högst {limit} tas emot. Dela upp eller minska innehållet.',
  },
  'precondition-required': {
    title: 'Versionen saknas',
    detail: 'Ange i If-Match vilken version du ändrar, eller If-None-Match: * om inget är sparat än.',
  },
  'settings-conflict': {
    title: 'Någon annan hann före',
    detail:
      '{by} har sparat inställningarna sedan du öppnade dem (version {version} gäller nu). Hämta den versionen, se vad som ändrats, lägg in dina ändringar i den och spara igen.',
  },
  'address-not-allowed': {
    title: 'Adressen får inte användas',
    detail:
      'Adressen måste börja med https och gå till en tillåten värd ({allowed}). Kopiera den på nytt från arbetsflödet i Teams.',
  },
  'not-configured': {
    title: 'Appen är inte inställd än',
    detail: 'En administratör behöver först välja vilka listor indexet räknas från.',
  },
  'not-computed': {
    title: 'Året är inte beräknat än',
    detail: 'Indexet för {year} har inte beräknats. En administratör kan starta en beräkning.',
  },
  'unknown-vintage': {
    title: 'Upplagan finns inte',
    detail: 'År {year} har ingen sådan fastställd upplaga. Välj en i listan över upplagor.',
  },
  'publish-blocked': {
    title: 'Året kan inte fastställas än',
    detail:
      'Underlaget för {year} har fel som måste rättas först ({rules}). Rätta dem i listorna eller kopplingen, uppdatera året och försök igen. Felen visas under Inställningar, Datakvalitet.',
  },
  'publish-outdated': {
    title: 'Det finns ett nyare resultat',
    detail:
      'År {year} har räknats om eller fastställts sedan du öppnade sidan. Ladda om, se vad som skiljer och fastställ sedan.',
  },
  'already-published': {
    title: 'Resultatet är redan fastställt',
    detail:
      'Det senaste resultatet för {year} är upplaga {number}. Uppdatera året om det ska bli en ny upplaga.',
  },
  'list-not-found': {
    title: 'Listan finns inte',
    detail:
      'Listan ”{list}” på webbplatsen ”{site}” hittades inte. Återställ den i SharePoint eller välj en annan lista i inställningarna.',
  },
  'site-not-found': {
    title: 'Webbplatsen finns inte',
    detail:
      'Webbplatsen ”{site}” hittades inte. Kontrollera den i SharePoint eller välj en annan i inställningarna.',
  },
  'column-missing': {
    title: 'En kolumn saknas',
    detail:
      'Kolumnen ”{column}” finns inte längre i listan ”{list}”. Återställ den eller välj rätt kolumn i inställningarna.',
  },
  'sources-unread': {
    title: 'Flera källor gick inte att läsa',
    detail:
      '{sources} gick inte att läsa; övriga {read} gick bra. Testa dem en och en under Inställningar, Källor: där står vad som saknas.',
  },
  'file-not-found': {
    title: 'Filen finns inte',
    detail:
      'Filen ”{file}” hittades inte. Återställ den i SharePoint eller välj en annan fil i inställningarna.',
  },
  'file-too-large': {
    title: 'Filen är för stor',
    detail:
      '”{file}” är större än {limit}. Dela upp den per år, eller ta bort blad och bilder som inte behövs, och spara på nytt.',
  },
  'file-wrong-type': {
    title: 'Filtypen går inte att läsa',
    detail:
      '”{file}” är varken en Excel-arbetsbok (.xlsx) eller en CSV-fil. Öppna den i Excel och spara den som .xlsx.',
  },
  'file-protected': {
    title: 'Filen är skyddad med lösenord',
    detail:
      '”{file}” går inte att öppna utan lösenord. Ta bort lösenordet i Excel (Arkiv, Info, Skydda arbetsbok) och spara.',
  },
  'file-has-macros': {
    title: 'Filen innehåller makron',
    detail:
      '”{file}” innehåller makron och läses därför inte. Spara den som en vanlig arbetsbok (.xlsx) i Excel.',
  },
  'file-broken': {
    title: 'Filen är trasig',
    detail: '”{file}” gick inte att tolka. Öppna den i Excel, spara om den och försök igen.',
  },
  'file-too-many-cells': {
    title: 'Bladet är för utbrett',
    detail:
      '”{list}” i ”{file}” sträcker sig över fler än {limit} celler. Oftast ligger ett värde kvar långt ner eller långt ut till höger. Tryck Ctrl+End i Excel för att hitta det, ta bort raderna och kolumnerna utanför tabellen och spara på nytt.',
  },
  'file-ragged': {
    title: 'Rader i filen är olika långa',
    detail:
      'Rad {row} i ”{file}” har {found} kolumner där rubrikraden har {expected}. Värden kan ha hamnat under fel rubrik. Rätta raden; ett semikolon eller citattecken är ofta för mycket eller för litet.',
  },
  'file-empty': {
    title: 'Filen saknar rubriker',
    detail: 'I ”{file}” finns ingen rad med rubriker där den ska vara. Välj rätt blad och rubrikrad.',
  },
  'sheet-missing': {
    title: 'Bladet finns inte',
    detail:
      'Bladet eller tabellen ”{sheet}” finns inte i ”{file}”. Välj om i källans inställningar, eller byt tillbaka namnet i Excel.',
  },
  'survey-not-stored': {
    title: 'Enkätsvar kan inte laddas upp',
    detail:
      'Enkätsvar lagras aldrig i appen. Lägg filen i ett dokumentbibliotek i SharePoint, med behörighet bara för dem som ska se svaren, och välj den där.',
  },
  'user-forbidden': {
    title: 'Du har inte behörighet i SharePoint',
    detail:
      'Du får inte läsa ”{list}” på webbplatsen ”{site}”. Be webbplatsens ägare om läsbehörighet, eller låt någon som har den göra det här steget.',
  },
  'consent-missing': {
    title: 'Appen behöver ett godkännande',
    detail:
      'Appen får inte läsa SharePoint åt dig än. Be IT att i Microsoft Entra godkänna behörigheterna Sites.Read.All och Sites.Manage.All (delegerade) för hela organisationen.',
  },
  'graph-unauthenticated': {
    title: 'Microsoft 365 godtog inte appens inloggning',
    detail:
      'Appens hanterade identitet fick inte läsa ”{list}”. Kontrollera identiteten och dess behörighet i Microsoft Entra.',
  },
  'graph-forbidden': {
    title: 'Appen får inte läsa listan',
    detail:
      'Appen saknar läsbehörighet till webbplatsen ”{site}”. Ge den behörigheten Sites.Selected med läsning på webbplatsen.',
  },
  'graph-throttled': {
    title: 'Microsoft 365 ber oss vänta',
    detail: 'För många läsningar just nu. Beräkningen görs om av sig själv när väntetiden är slut.',
  },
  'graph-unavailable': {
    title: 'Microsoft 365 svarar inte',
    detail: 'Listan ”{list}” gick inte att läsa just nu. Försök igen om en stund.',
  },
  'graph-broken-answer': {
    title: 'Microsoft 365 gav ett trasigt svar',
    detail:
      'Svaret för listan ”{list}” gick inte att läsa. Försök igen; återkommer felet, kontrollera listan.',
  },
  'privacy-survey-changed': {
    title: 'Enkäten har ändrats sedan resultatet visades',
    detail:
      'Svaren i ”{list}” skiljer sig från dem bakom ett tidigare resultat för {year} så att den som jämför de två kan räkna ut vad enskilda har svarat. Det tidigare resultatet visas därför fortfarande. Återställ svaren som de var när enkäten stängde, eller uppdatera igen när det har kommit in så många nya svar att ingen kan pekas ut.',
  },
  'privacy-units-changed': {
    title: 'Enheterna har ändrats sedan resultatet visades',
    detail:
      'Enheter med svar har lagts till, tagits bort eller flyttats sedan ett tidigare resultat för {year} visades. Jämförs de två resultaten kan enskilda svar räknas ut, så det tidigare visas fortfarande. Låt enheterna för {year} stå som de var när enkäten stängde i ”{list}”, och gör om indelningen från nästa år.',
  },
  'privacy-refused': {
    title: 'Resultatet skulle röja enskilda svar',
    detail:
      'Kontrollen av det beräknade resultatet för {year} visade att svar i ”{list}” skulle kunna räknas ut. Det sparades inte, och det tidigare resultatet visas fortfarande. Höj minsta gruppstorlek i metodinställningarna och uppdatera igen, och meddela den som förvaltar appen.',
  },
  'target-refused': {
    title: 'Kanalen tog inte emot kortet',
    detail:
      '”{target}” tog inte emot kortet (svar {status}). Går det genom ett arbetsflöde: kontrollera att det är på och att adressen är rätt.',
  },
  'target-gone': {
    title: 'Kanalens arbetsflöde finns inte',
    detail: 'Arbetsflödet för ”{target}” är borttaget. Skapa ett nytt i Teams och spara dess adress.',
  },
  'target-unauthorised': {
    title: 'Kanalens adress gäller inte längre',
    detail:
      'Arbetsflödet för ”{target}” svarade {status}: nyckeln i adressen godtas inte. Kopiera adressen på nytt från arbetsflödet i Teams och spara den.',
  },
  'target-throttled': {
    title: 'Kanalen ber oss vänta',
    detail: '”{target}” tar inte emot fler kort just nu. Försök igen senare.',
  },
  'target-unavailable': {
    title: 'Kanalen gick inte att nå',
    detail: '”{target}” svarade inte som det ska ({status}). Se efter i kanalen och försök igen.',
  },
  'card-too-large': {
    title: 'Kortet är för stort',
    detail: 'Kortet ryms inte i ett Teams-meddelande. Korta organisationens namn eller kontakta förvaltaren.',
  },
  'delivery-uncertain': {
    title: 'Oklart om kortet kom fram',
    detail:
      'Kortet skickades till ”{target}” men svaret uteblev. Se efter i kanalen; det skickas inte om av sig självt.',
  },
  'delivery-not-resendable': {
    title: 'Kortet kan inte skickas igen',
    detail: 'Det är på väg eller har redan tagits emot. Läs kvittot på nytt.',
  },
  'subject-not-found': {
    title: 'Det kortet handlar om finns inte',
    detail: '”{subject}” finns inte i indexet för {year}. Välj något annat i prenumerationen.',
  },
  'schedule-invalid': {
    title: 'Tidpunkten går inte att använda',
    detail:
      'Schemat ”{cron}” godtas inte. Skriv fem fält (minut, timme, dag, månad, veckodag) som infaller högst en gång i timmen.',
  },
  'time-past': {
    title: 'Tidpunkten har passerat',
    detail:
      'Dagen och klockslaget har redan varit, så kortet skulle aldrig skickas. Välj en senare tid, eller skicka kortet direkt under Kanaler.',
  },
  'person-needed': {
    title: 'Kortet behöver en avsändare',
    detail:
      'I ”{target}” postas kort av den som är inloggad, i stunden. Skicka kortet själv under Kanaler, eller välj en kanal med arbetsflöde för det som ska gå av sig självt.',
  },
  'post-consent-missing': {
    title: 'Appen får inte posta som du än',
    detail:
      'Behörigheten ChannelMessage.Send (delegerad) är inte godkänd. Be IT att godkänna den i Microsoft Entra, till exempel med Azure CLI: az ad app permission admin-consent --id {appId}',
  },
  'channel-link-invalid': {
    title: 'Länken leder inte till en kanal',
    detail:
      'Välj Hämta länk till kanal i kanalens meny i Teams och klistra in den. Den börjar med https://teams.microsoft.com/l/channel/.',
  },
  'channel-gone': {
    title: 'Kanalen finns inte',
    detail: 'Teams hittar inte kanalen för ”{target}”. Hämta länken till kanalen på nytt och spara den.',
  },
  'channel-forbidden': {
    title: 'Du får inte posta i kanalen',
    detail:
      'Teams lät dig inte posta i ”{target}”. Du behöver vara medlem i teamet och kanalen får inte vara låst för inlägg.',
  },
  'app-not-installed': {
    title: 'Personen får inga aviseringar än',
    detail:
      'Teams lät oss inte avisera ”{target}”. Personen behöver ha appen installerad för egen del: Appar, Digitaliseringsindex, Lägg till. IT kan installera den åt många i Teams administrationscenter.',
  },
  'person-not-found': {
    title: 'Personen finns inte i katalogen',
    detail: 'Teams hittar ingen med det användarnamn som står för ”{target}”. Rätta det under Kanaler.',
  },
  'storage-unavailable': {
    title: 'Lagringen svarar inte',
    detail: 'Försök igen om en stund. Inget har gått förlorat.',
  },
  internal: {
    title: 'Något gick fel hos oss',
    detail: 'Försök igen. Återkommer felet, lämna ärendenumret till den som förvaltar appen.',
  },
};
