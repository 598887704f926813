import type { Language } from '#core/contracts/digest.ts';
import type { SubjectDigest, SubjectFigureId } from '#core/digest/subject-digest.ts';

/** The words of cards about anything but the whole index, in one language. */
export interface SubjectTexts {
  readonly titles: Readonly<Record<SubjectDigest['kind'], string>>;
  readonly figures: Readonly<Record<SubjectFigureId, string>>;
  readonly charts: Readonly<Record<SubjectDigest['kind'], string>>;
  readonly topics: string;
  readonly noTopics: string;
  readonly allKept: string;
}

const SV: SubjectTexts = {
  titles: {
    object: 'Förvaltningsobjekt',
    unit: 'Medarbetarperspektivet',
    'data-quality': 'Underlagets kvalitet',
    trends: 'Trender att diskutera',
  },
  figures: {
    'object-delivery': 'Resultat',
    'object-benefit': 'Nytta',
    'object-decided': 'Beslutade initiativ',
    'object-realised': 'Genomförda initiativ',
    'object-measured': 'Mätta nyttoindikatorer',
    'unit-percent': 'Effektiva digitala stöd',
    'unit-mean': 'Medelvärde av 5',
    'unit-answers': 'Svar',
    'unit-response-rate': 'Svarsfrekvens',
    'unit-positive': 'Positiva (4–5)',
    'unit-neutral': 'Neutrala (3)',
    'unit-negative': 'Negativa (1–2)',
    'organisation-percent': 'Hela organisationen',
    errors: 'Fel som måste rättas',
    warnings: 'Varningar',
    'rows-set-aside': 'Rader som inte räknas',
    trends: 'Trender som följs',
    'unanswered-trends': 'Trender utan initiativ',
    'idle-initiatives': 'Initiativ som inte svarar på någon trend',
  },
  charts: {
    object: 'Skalan 0–10',
    unit: 'Svaren, procent',
    'data-quality': '',
    trends: '',
  },
  topics: 'Att prata om',
  noTopics: 'Ingen trend har en fråga att diskutera.',
  allKept: 'Inget i underlaget bryter mot reglerna.',
};

const EN: SubjectTexts = {
  titles: {
    object: 'Portfolio object',
    unit: 'Employee perspective',
    'data-quality': 'Quality of the data',
    trends: 'Trends to discuss',
  },
  figures: {
    'object-delivery': 'Delivery',
    'object-benefit': 'Benefit',
    'object-decided': 'Decided initiatives',
    'object-realised': 'Realised initiatives',
    'object-measured': 'Benefit indicators measured',
    'unit-percent': 'Effective digital support',
    'unit-mean': 'Mean of 5',
    'unit-answers': 'Answers',
    'unit-response-rate': 'Response rate',
    'unit-positive': 'Positive (4–5)',
    'unit-neutral': 'Neutral (3)',
    'unit-negative': 'Negative (1–2)',
    'organisation-percent': 'Whole organisation',
    errors: 'Errors to mend',
    warnings: 'Warnings',
    'rows-set-aside': 'Rows that do not count',
    trends: 'Trends followed',
    'unanswered-trends': 'Trends without an initiative',
    'idle-initiatives': 'Initiatives that answer no trend',
  },
  charts: {
    object: 'Scale 0–10',
    unit: 'The answers, percent',
    'data-quality': '',
    trends: '',
  },
  topics: 'To talk about',
  noTopics: 'No trend has a question to discuss.',
  allKept: 'Nothing in the data breaks the rules.',
};

export const SUBJECT_TEXTS: Readonly<Record<Language, SubjectTexts>> = { sv: SV, en: EN };
