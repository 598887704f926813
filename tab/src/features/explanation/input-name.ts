import type { FormulaInput } from '#core/result/explained-figure-schema.ts';
import type { Translation } from '../../lib/translation.tsx';

/** Inputs that are no figures of their own, by the name they have in formulas. */
const NAMED_INPUTS = [
  'answers',
  'sumOfAnswers',
  'meanOfStatements',
  'weightedAttainment',
  'sumOfWeights',
] as const;

/** What an input is called in the reader's language; its name in the formula where it has no other. */
export function inputName(input: FormulaInput, t: Translation['t']): string {
  if (input.figure !== null) return t(`figure.${input.figure}`);
  const named = NAMED_INPUTS.find((name) => name === input.name);
  return named === undefined ? input.name : t(`input.${named}`);
}
