import { foldWords } from '#core/fields/fold-words.ts';
import type { SourceTopic } from '#core/result/figure-ids.ts';
import { DEFAULT_METHOD_SETTINGS } from './method-settings.ts';

/** The field whose words mean one of the product's own values, and what the words are often called. */
export interface ValueField {
  readonly field: string;
  /** Own value → folded words that lists use for it. */
  readonly words: Readonly<Record<string, readonly string[]>>;
}

const VALUE_FIELDS: Readonly<Partial<Record<SourceTopic, ValueField>>> = {
  initiatives: {
    field: 'status',
    words: {
      proposed: [
        'förslag',
        'föreslagen',
        'föreslaget',
        'idé',
        'ide',
        'önskemål',
        'proposed',
        'proposal',
        'idea',
        'ej beslutad',
        'behov',
      ],
      decided: [
        'beslutad',
        'beslutat',
        'godkänd',
        'decided',
        'approved',
        'planerad',
        'planerat',
        'planned',
        'ej startad',
        'not started',
      ],
      ongoing: [
        'pågår',
        'pågående',
        'startad',
        'ongoing',
        'in progress',
        'started',
        'active',
        'genomförande',
      ],
      realised: [
        'genomförd',
        'genomfört',
        'klar',
        'klart',
        'avslutad',
        'avslutat',
        'införd',
        'realiserad',
        'realised',
        'realized',
        'done',
        'completed',
        'implemented',
        'slutförd',
      ],
      paused: ['pausad', 'pausat', 'vilande', 'parkerad', 'paused', 'on hold'],
      cancelled: [
        'avbruten',
        'avbrutet',
        'nedlagd',
        'stoppad',
        'inställd',
        'cancelled',
        'canceled',
        'stopped',
        'avslagen',
      ],
    },
  },
  benefits: {
    field: 'kind',
    words: {
      qualitative: ['kvalitativ', 'kvalitet', 'qualitative', 'quality', 'mjuk'],
      'resource-releasing': [
        'omställning',
        'frigjord tid',
        'tid',
        'resource-releasing',
        'time saved',
        'omställningsnytta',
      ],
      financial: ['ekonomisk', 'ekonomi', 'finansiell', 'financial', 'kostnad', 'besparing', 'hemtagbar'],
    },
  },
  maturity: {
    field: 'area',
    words: {
      efficiency: ['effektivitet', 'efficiency'],
      innovation: ['innovation'],
      balancing: ['balansering', 'balancing', 'balans'],
      technology: ['teknik', 'technology', 'teknologi'],
      users: ['användare', 'users', 'user'],
      organisation: ['organisation', 'organization'],
    },
  },
  trends: {
    field: 'horizon',
    words: {
      now: ['nu', 'now', 'idag', 'pågår', '0-1 år', '0–1 år'],
      '1-3-years': ['1-3 år', '1–3 år', '1-3 years', '1–3 years', 'snart', 'medellång sikt'],
      '3-plus-years': [
        'över 3 år',
        '3+ år',
        '3+ years',
        '3+',
        'mer än 3 år',
        'over 3 years',
        'lång sikt',
        'senare',
      ],
    },
  },
};

const SURVEY_VALUES: ValueField = {
  field: 'answer',
  words: {
    '1': ['instämmer inte alls', 'stämmer inte alls', 'strongly disagree', 'mycket dåligt'],
    '2': ['instämmer i låg grad', 'instämmer inte', 'stämmer dåligt', 'disagree', 'dåligt'],
    '3': ['varken eller', 'instämmer delvis', 'stämmer delvis', 'neutral', 'neither agree nor disagree'],
    '4': ['instämmer', 'instämmer i hög grad', 'stämmer bra', 'agree', 'bra'],
    '5': ['instämmer helt', 'stämmer helt', 'strongly agree', 'mycket bra'],
  },
};

/** The field of a topic whose words are mapped to own values; null where there is none. */
export function valueFieldOf(topic: SourceTopic): ValueField | null {
  return topic === 'employee-survey' ? SURVEY_VALUES : (VALUE_FIELDS[topic] ?? null);
}

export const VALUE_REASONS = ['known-word', 'number', 'word-start', 'order', 'left-out'] as const;
export type ValueReason = (typeof VALUE_REASONS)[number];

export interface ValueSuggestion {
  readonly word: string;
  /** Null where nothing is known of the word, or where it is no answer ("Vet ej"). */
  readonly value: string | null;
  readonly confidence: 'high' | 'medium' | 'low' | 'none';
  /** Null where nothing is known of the word. */
  readonly reason: ValueReason | null;
}

/**
 * What each word of a list most likely means, and why: known words and numbered choices ("4 – Instämmer") surely, words
 * that begin with a known one ("Klar 2025") probably. Five choices of a survey of which some are not known are taken in
 * their order. A survey's "Vet ej" has no meaning, and that is known too.
 */
export function suggestValues(topic: SourceTopic, words: readonly string[]): readonly ValueSuggestion[] {
  const known = valueFieldOf(topic);
  const suggested = words.map((word) => suggestValue(topic, known, word));
  return topic === 'employee-survey' ? inOrder(suggested) : suggested;
}

function suggestValue(topic: SourceTopic, known: ValueField | null, word: string): ValueSuggestion {
  if (known === null) return { word, value: null, confidence: 'none', reason: null };
  const folded = foldWords(word);
  const exactly = valueWith(known, (candidate) => candidate === folded);
  if (exactly !== null) return { word, value: exactly, confidence: 'high', reason: 'known-word' };
  if (topic === 'employee-survey') {
    const number = /^([1-5])(?:\D|$)/.exec(folded)?.[1];
    if (number !== undefined) return { word, value: number, confidence: 'high', reason: 'number' };
    if (DEFAULT_METHOD_SETTINGS.leftOutAnswers.some((left) => foldWords(left) === folded)) {
      return { word, value: null, confidence: 'high', reason: 'left-out' };
    }
  }
  const roughly = valueWith(known, (candidate) => candidate.length > 2 && folded.startsWith(candidate));
  return roughly === null
    ? { word, value: null, confidence: 'none', reason: null }
    : { word, value: roughly, confidence: 'medium', reason: 'word-start' };
}

/** The steps of an answer scale, from one end to the other: where five choices stand in order, a known one tells which end. */
function inOrder(suggested: readonly ValueSuggestion[]): readonly ValueSuggestion[] {
  const steps = suggested.filter(({ reason }) => reason !== 'left-out');
  if (steps.length !== 5 || steps.every(({ value }) => value !== null)) return suggested;
  const fits = (at: (index: number) => string) =>
    steps.every(({ value }, index) => value === null || value === at(index));
  const upwards = (index: number) => String(index + 1);
  const downwards = (index: number) => String(5 - index);
  const at = fits(upwards) ? upwards : fits(downwards) ? downwards : null;
  if (at === null) return suggested;
  // Without a single word that is known, either end may be the good one.
  const confidence = steps.some(({ value }) => value !== null) ? 'medium' : 'low';
  return suggested.map((one) =>
    one.value !== null || one.reason === 'left-out'
      ? one
      : { word: one.word, value: at(steps.indexOf(one)), confidence, reason: 'order' },
  );
}

function valueWith(known: ValueField, fits: (word: string) => boolean): string | null {
  return Object.entries(known.words).find(([, words]) => words.some(fits))?.[0] ?? null;
}
