import type { MethodSettings } from '#core/settings/method-settings.ts';

/** How each setting of the method is entered. */
export type MethodField =
  | {
      readonly kind: 'choice';
      readonly choices: readonly ('share-of-max' | 'range' | 'hierarchical' | 'flat')[];
    }
  | { readonly kind: 'whole'; readonly from: number; readonly to: number }
  | { readonly kind: 'decimal' }
  | { readonly kind: 'lines' };

const CONVERSION = { kind: 'choice', choices: ['share-of-max', 'range'] } as const;
/** No municipality has a larger survey. */
const LARGEST_GROUP = 1000;
const SCALE_ENDS = { kind: 'whole', from: -100, to: 100 } as const;

/** A record rather than a list, so that a setting that is added to the method does not compile without a field. */
export const METHOD_FIELDS: Readonly<Record<keyof MethodSettings, MethodField>> = {
  employeeConversion: CONVERSION,
  leftOutAnswers: { kind: 'lines' },
  maturityNormalisation: CONVERSION,
  maturityAggregation: { kind: 'choice', choices: ['hierarchical', 'flat'] },
  benefitCap: { kind: 'decimal' },
  minimumBenefitCoveragePercent: { kind: 'whole', from: 0, to: 100 },
  minimumGroupSize: { kind: 'whole', from: 5, to: LARGEST_GROUP },
  minimumDistributionSize: { kind: 'whole', from: 10, to: LARGEST_GROUP },
  minimumOpenGroupSize: { kind: 'whole', from: 5, to: LARGEST_GROUP },
  scaleFirstEnd: SCALE_ENDS,
  scaleOtherEnd: SCALE_ENDS,
};
export const METHOD_FIELD_IDS = Object.keys(METHOD_FIELDS) as readonly (keyof MethodSettings)[];

/** What was typed as the setting's value; null where it is none. A decimal comma is as good as a point. */
export function valueOfText(field: MethodField, text: string): string | number | readonly string[] | null {
  switch (field.kind) {
    case 'choice':
      return field.choices.find((choice) => choice === text) ?? null;
    case 'whole': {
      const number = Number(text.trim());
      const isIn = Number.isInteger(number) && number >= field.from && number <= field.to;
      return text.trim() !== '' && isIn ? number : null;
    }
    case 'decimal': {
      const decimal = text.trim().replace(',', '.');
      return /^\d+(\.\d+)?$/.test(decimal) && Number(decimal) > 0 && Number(decimal) <= 1 ? decimal : null;
    }
    case 'lines':
      return text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
  }
}

/** A setting's value as it is typed. */
export function textOfValue(value: MethodSettings[keyof MethodSettings], decimalMark: string): string {
  if (typeof value === 'object') return value.join('\n');
  return typeof value === 'number' ? String(value) : value.replace('.', decimalMark);
}
