import type { FormulaInput } from './explained-figure-schema.ts';

/**
 * A formula with something written in place of each {name}: the input's word in the reader's language, or its number.
 *
 * @param formula for instance "({maturityPercent} + {employeePercent}) / 2 / 10"
 * @param write what to write for an input; called once per place
 * @throws RangeError for a name that is no input: a formula must not show a hole
 */
export function substitute(
  formula: string,
  inputs: readonly FormulaInput[],
  write: (input: FormulaInput) => string,
): string {
  const byName = new Map(inputs.map((input) => [input.name, input]));
  return formula.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const input = byName.get(name);
    if (!input) throw new RangeError(`the formula "${formula}" names {${name}}, which is no input`);
    return write(input);
  });
}
