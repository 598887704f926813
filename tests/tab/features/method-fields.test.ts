import { describe, expect, it } from 'vitest';
import { DEFAULT_METHOD_SETTINGS, methodSettingsSchema } from '#core/settings/method-settings.ts';
import {
  METHOD_FIELD_IDS,
  METHOD_FIELDS,
  textOfValue,
  valueOfText,
} from '../../../tab/src/features/settings/method-fields.ts';

describe("a field of the method's settings", () => {
  it.each(METHOD_FIELD_IDS)('gives the default of %s back as it was written', (id) => {
    const value = DEFAULT_METHOD_SETTINGS[id];
    expect(valueOfText(METHOD_FIELDS[id], textOfValue(value, ','))).toEqual(value);
  });

  it.each(['0,9', ' 0.9 '])('takes %j as a decimal, exact as typed', (text) => {
    expect(valueOfText(METHOD_FIELDS.benefitCap, text)).toBe('0.9');
  });

  it.each([
    ['benefitCap', '0'],
    ['benefitCap', '1,1'],
    ['benefitCap', 'en'],
    ['minimumGroupSize', '4'],
    ['minimumGroupSize', '5.5'],
    ['minimumGroupSize', ''],
    ['minimumDistributionSize', '9'],
    ['minimumBenefitCoveragePercent', '101'],
    ['maturityAggregation', 'other'],
  ] as const)('does not take for %s what the method does not: %j', (id, text) => {
    expect(valueOfText(METHOD_FIELDS[id], text)).toBeNull();
    const settings = { ...DEFAULT_METHOD_SETTINGS, [id]: id === 'benefitCap' ? text : Number(text) };
    if (text !== '') expect(methodSettingsSchema.safeParse(settings).success).toBe(false);
  });

  it('takes one answer a line and leaves empty lines out', () => {
    expect(valueOfText(METHOD_FIELDS.leftOutAnswers, ' vet ej \n\nej aktuellt\n')).toEqual([
      'vet ej',
      'ej aktuellt',
    ]);
  });
});
