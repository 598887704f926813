import type { Contributor } from '#core/change/year-comparison.ts';
import type { Language } from '#core/contracts/digest.ts';
import type { FigureId } from '#core/result/figure-ids.ts';
import type { AbsenceReason } from '#core/result/figure.ts';
import type { FindingRule } from '#core/quality/finding-schema.ts';
import { FINDING_PHRASES_EN, FINDING_PHRASES_SV } from './finding-phrases.ts';

/** The card's own words in one language. */
export interface CardTexts {
  readonly title: string;
  readonly test: string;
  readonly running: string;
  readonly figures: Readonly<Partial<Record<FigureId, string>>>;
  readonly contributors: Readonly<Record<Contributor, string>>;
  readonly remainder: string;
  readonly reasons: Readonly<Record<AbsenceReason, string>>;
  readonly findings: Readonly<Record<FindingRule, string>>;
  readonly why: string;
  readonly attention: string;
  readonly andMore: string;
  readonly since: string;
  readonly notComparable: string;
  readonly noComparison: string;
  readonly computed: string;
  readonly chart: string;
  readonly open: string;
  readonly cut: string;
}

const SV: CardTexts = {
  title: 'Digitaliseringsindex',
  test: 'Test. Kortet skickades för att prova kanalen.',
  running: 'Året pågår: ännu inte jämförbart',
  figures: {
    index: 'Digitaliseringsindex',
    preconditions: 'Förutsättningar',
    delivery: 'Resultat',
    benefit: 'Nytta',
    maturityPercent: 'Digital mognad',
    employeeMean: 'Medarbetarfrågan, medelvärde av 5',
    decidedInitiatives: 'Beslutade initiativ',
    benefitCoverage: 'Andel mätta nyttoindikatorer',
  },
  contributors: {
    maturity: 'Digital mognad',
    employee: 'Medarbetarperspektivet',
    delivery: 'Resultat',
    benefit: 'Nytta',
  },
  remainder: 'Övrigt, ej uppdelat',
  reasons: {
    invalid: 'ogiltig',
    suppressed: 'dold',
    pending: 'enkäten pågår',
    insufficient: 'för lite underlag',
    missing: 'saknas',
    'not-applicable': 'ej aktuellt',
  },
  findings: FINDING_PHRASES_SV,
  why: 'Vad som bidrog',
  attention: 'Att se över i underlaget',
  andMore: 'och {count} till',
  since: 'sedan {year}',
  notComparable: 'Jämförelsen med {year} är preliminär: året pågår',
  noComparison: 'Inget tidigare år att jämföra med',
  computed: 'Beräknat {time}',
  chart: 'Delarna på skalan 0–10',
  open: 'Öppna indexet',
  cut: 'Kortet är förkortat. Allt finns i fliken.',
};

const EN: CardTexts = {
  title: 'Digitalisation index',
  test: 'Test. The card was sent to try the channel.',
  running: 'The year is running: not comparable yet',
  figures: {
    index: 'Digitalisation index',
    preconditions: 'Preconditions',
    delivery: 'Delivery',
    benefit: 'Benefit',
    maturityPercent: 'Digital maturity',
    employeeMean: 'Employee item, mean of 5',
    decidedInitiatives: 'Decided initiatives',
    benefitCoverage: 'Share of benefit indicators measured',
  },
  contributors: {
    maturity: 'Digital maturity',
    employee: 'Employee perspective',
    delivery: 'Delivery',
    benefit: 'Benefit',
  },
  remainder: 'Other, not divided',
  reasons: {
    invalid: 'invalid',
    suppressed: 'hidden',
    pending: 'survey open',
    insufficient: 'too little to go on',
    missing: 'missing',
    'not-applicable': 'not applicable',
  },
  findings: FINDING_PHRASES_EN,
  why: 'What contributed',
  attention: 'To look into in the data',
  andMore: 'and {count} more',
  since: 'since {year}',
  notComparable: 'The comparison with {year} is preliminary: the year is running',
  noComparison: 'No earlier year to compare with',
  computed: 'Computed {time}',
  chart: 'The components, 0–10',
  open: 'Open the index',
  cut: 'The card has been shortened. All of it is in the tab.',
};

export const CARD_TEXTS: Readonly<Record<Language, CardTexts>> = { sv: SV, en: EN };
