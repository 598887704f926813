import { describe, expect, test } from 'vitest';
import { suggestScaleEnds, type ScaleColumn } from '#core/settings/suggest-scale-ends.ts';
import { suggestValues } from '#core/settings/value-words.ts';

const column = (displayName: string, known: Partial<ScaleColumn> = {}): ScaleColumn => ({
  name: displayName,
  displayName,
  description: '',
  choices: [],
  limits: null,
  samples: [],
  ...known,
});
const innovation = (known: Partial<ScaleColumn>, name = 'Innovation-effektivitet') =>
  ({ scale: 'innovationEfficiency', column: column(name, known) }) as const;
const external = (known: Partial<ScaleColumn>, name = 'Extern-intern') =>
  ({ scale: 'externalInternal', column: column(name, known) }) as const;
/** So many values, evenly from one to another. */
const values = (lowest: number, highest: number, count = 30) =>
  Array.from({ length: count }, (_, index) => lowest + (index % (highest - lowest + 1)));

describe('the ends of the portfolio’s scales', () => {
  test('are sure where the column itself has limits', () => {
    const limits = { lowest: 0, highest: 10 };
    expect(suggestScaleEnds([innovation({ limits, samples: values(3, 7) })])).toEqual({
      first: 0,
      other: 10,
      confidence: 'high',
      reasons: ['limits'],
      columns: ['Innovation-effektivitet'],
      unlike: [],
    });
  });

  test('are sure where its choices are numbered', () => {
    const choices = ['1', '2', '3', '4', '5', '6', '7'];
    expect(suggestScaleEnds([external({ choices })])).toMatchObject({
      first: 1,
      other: 7,
      confidence: 'high',
      reasons: ['choices'],
    });
  });

  test('are likely where the description tells them, and turned where it says so', () => {
    const straight = innovation({ description: '1 = innovation, 5 = effektivitet' });
    const turned = innovation({ description: '1–5, där 5 är innovation' });
    expect(suggestScaleEnds([straight])).toMatchObject({ first: 1, other: 5, confidence: 'medium' });
    expect(suggestScaleEnds([turned])).toMatchObject({ first: 5, other: 1, reasons: ['description'] });
  });

  test('are turned where the column names its ends in the other order', () => {
    const samples = values(1, 5);
    expect(suggestScaleEnds([innovation({ samples }, 'Effektivitet–innovation')])).toMatchObject({
      first: 5,
      other: 1,
    });
    expect(suggestScaleEnds([external({ samples }, 'External-internal')])).toMatchObject({
      first: 1,
      other: 5,
    });
  });

  test('are likely where both ends are among the values, unsure where the values only fit within', () => {
    expect(suggestScaleEnds([innovation({ samples: values(-2, 2) })])).toMatchObject({
      first: -2,
      other: 2,
      confidence: 'medium',
      reasons: ['both-ends-seen'],
    });
    expect(suggestScaleEnds([innovation({ samples: ['2', '4', 3, ' 2 '] })])).toMatchObject({
      first: 1,
      other: 4,
      confidence: 'low',
      reasons: ['within'],
    });
  });

  test('follow what most columns say, and name the one that ends elsewhere', () => {
    const suggestion = suggestScaleEnds([
      innovation({ samples: values(1, 5) }),
      { scale: 'operationalStrategic', column: column('Operativ-strategisk', { samples: values(1, 5) }) },
      external({ samples: values(0, 10) }),
    ]);
    expect(suggestion).toMatchObject({ first: 1, other: 5, confidence: 'low' });
    expect(suggestion.unlike).toEqual([{ column: 'Extern-intern', first: 0, other: 10 }]);
  });

  test('are the usual where nothing is known, which is said', () => {
    expect(suggestScaleEnds([innovation({ samples: ['hög', 'låg'] })])).toMatchObject({
      first: 1,
      other: 5,
      confidence: 'low',
      reasons: ['usual'],
    });
  });
});

describe('what a survey’s words mean', () => {
  const meanings = (words: readonly string[]) =>
    suggestValues('employee-survey', words).map(({ value, confidence, reason }) => [
      value,
      confidence,
      reason,
    ]);

  test('follows known words and numbers, and knows what is no answer', () => {
    expect(meanings(['4 – Instämmer', 'Strongly agree', 'Vet ej', 'Kanske'])).toEqual([
      ['4', 'high', 'number'],
      ['5', 'high', 'known-word'],
      [null, 'high', 'left-out'],
      [null, 'none', null],
    ]);
  });

  test('follows the order of five choices where some are not known', () => {
    expect(meanings(['Usel', 'Sisådär', 'Okej', 'Hyfsat', 'Mycket bra', 'Vet ej']).slice(0, 5)).toEqual([
      ['1', 'medium', 'order'],
      ['2', 'medium', 'order'],
      ['3', 'medium', 'order'],
      ['4', 'medium', 'order'],
      ['5', 'high', 'known-word'],
    ]);
    expect(meanings(['Mycket bra', 'Hyfsat', 'Okej', 'Sisådär', 'Usel']).map(([value]) => value)).toEqual([
      '5',
      '4',
      '3',
      '2',
      '1',
    ]);
    expect(meanings(['A', 'B', 'C', 'D', 'E'])[0]).toEqual(['1', 'low', 'order']);
  });

  test('is not guessed from an order that known words contradict', () => {
    expect(meanings(['Bra', 'Usel', 'Dåligt', 'Okej', 'Mycket bra'])[1]).toEqual([null, 'none', null]);
  });
});

test('a status is suggested with why', () => {
  const [known, begun, unknown] = suggestValues('initiatives', ['Klar', 'Klar 2025', 'Hos nämnden']);
  expect(known).toMatchObject({ value: 'realised', confidence: 'high', reason: 'known-word' });
  expect(begun).toMatchObject({ value: 'realised', confidence: 'medium', reason: 'word-start' });
  expect(unknown).toMatchObject({ value: null, confidence: 'none', reason: null });
});
