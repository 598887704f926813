/** A trend of the watch, in the municipality's own words. METHOD.md section 13. */
export interface DeclaredTrend {
  readonly title: string;
  readonly kind: 'Beteende' | 'Teknik' | 'Omställning';
  readonly goalArea: string;
  readonly meaning: string;
  readonly horizon: 'Nu' | '1–3 år' | 'Över 3 år';
  readonly impact: number;
  readonly readiness: number;
  readonly source: string;
  readonly questions: string;
  /** Places of the initiatives of 2025 that answer it, from 0. */
  readonly initiatives: readonly number[];
}

/** Ten constructed trends; sources name kinds of publications, not real ones. */
export const DECLARED_TRENDS: readonly DeclaredTrend[] = [
  {
    title: 'Språkmodeller i handläggning',
    kind: 'Teknik',
    goalArea: 'Effektiv förvaltning',
    meaning: 'Utkast till beslut och svar kan skrivas fortare, men någon måste svara för dem.',
    horizon: 'Nu',
    impact: 5,
    readiness: 2,
    source: 'Intern omvärldsrapport',
    questions: 'Vilka beslut får ett stöd aldrig skriva åt oss?',
    initiatives: [1, 8],
  },
  {
    title: 'Invånare väntar sig svar dygnet runt',
    kind: 'Beteende',
    goalArea: 'Service',
    meaning: 'Kontaktvägar som stänger klockan sexton väljs bort.',
    horizon: 'Nu',
    impact: 4,
    readiness: 3,
    source: 'Kundundersökning',
    questions: 'Vad ska kunna göras utan att någon av oss är i tjänst?',
    initiatives: [0, 5],
  },
  {
    title: 'Färre i arbetsför ålder',
    kind: 'Omställning',
    goalArea: 'Kompetensförsörjning',
    meaning: 'Omsorgen kan inte bemannas som i dag; stöden måste frigöra tid.',
    horizon: '1–3 år',
    impact: 5,
    readiness: 2,
    source: 'Befolkningsprognos',
    questions: 'Vilken tid frigör vi, och vem använder den?',
    initiatives: [2, 10, 14],
  },
  {
    title: 'Ökade krav på säkerhet i leverantörsled',
    kind: 'Omställning',
    goalArea: 'Trygghet',
    meaning: 'Avtal måste följas upp, inte bara skrivas.',
    horizon: 'Nu',
    impact: 4,
    readiness: 3,
    source: 'Lagstiftning',
    questions: 'Vet vi vilka leverantörer som stoppar oss om de stannar?',
    initiatives: [],
  },
  {
    title: 'Sensorer i gator och fastigheter',
    kind: 'Teknik',
    goalArea: 'Hållbar miljö',
    meaning: 'Underhåll kan göras när det behövs i stället för enligt schema.',
    horizon: '1–3 år',
    impact: 3,
    readiness: 3,
    source: 'Branschtidning',
    questions: 'Vem äger mätvärdena?',
    initiatives: [20],
  },
  {
    title: 'Digital identitet från Europa',
    kind: 'Teknik',
    goalArea: 'Service',
    meaning: 'Inloggning och intyg byter form.',
    horizon: '1–3 år',
    impact: 4,
    readiness: 1,
    source: 'Lagstiftning',
    questions: 'Vilka av våra tjänster slutar fungera om inget görs?',
    initiatives: [],
  },
  {
    title: 'Elever lär med andra verktyg hemma',
    kind: 'Beteende',
    goalArea: 'Utbildning',
    meaning: 'Skolans uppgifter och bedömning påverkas.',
    horizon: 'Nu',
    impact: 4,
    readiness: 2,
    source: 'Rektorsnätverk',
    questions: 'Vad ska en elev kunna utan hjälp?',
    initiatives: [11],
  },
  {
    title: 'Delad drift mellan kommuner',
    kind: 'Omställning',
    goalArea: 'Effektiv förvaltning',
    meaning: 'Små kommuner köper av varandra.',
    horizon: '1–3 år',
    impact: 3,
    readiness: 4,
    source: 'Samverkansavtal',
    questions: 'Vad är vi så bra på att andra vill ha det?',
    initiatives: [3, 6],
  },
  {
    title: 'Misstro mot digitala kanaler',
    kind: 'Beteende',
    goalArea: 'Demokrati',
    meaning: 'Bedrägerier gör att äldre slutar svara.',
    horizon: '1–3 år',
    impact: 3,
    readiness: 2,
    source: 'Polisens lägesbild',
    questions: 'Hur vet en invånare att det är vi som hör av oss?',
    initiatives: [],
  },
  {
    title: 'Beräkningar som dagens kryptering inte står emot',
    kind: 'Teknik',
    goalArea: 'Trygghet',
    meaning: 'Det som sparas i dag kan läsas senare.',
    horizon: 'Över 3 år',
    impact: 4,
    readiness: 1,
    source: 'Myndighetsrapport',
    questions: 'Vad av det vi sparar måste vara hemligt om tio år?',
    initiatives: [],
  },
];
