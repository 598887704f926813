import { exact, type Exact } from '#core/number/exact.ts';
import { derive, type Figure } from '#core/result/figure.ts';
import { INDEX_WEIGHTS } from './index-weights.ts';

const weightOf = (part: keyof typeof INDEX_WEIGHTS): Exact => exact(INDEX_WEIGHTS[part].weight);
const PRECONDITIONS_WEIGHT = weightOf('maturity').add(weightOf('employee'));

/**
 * preconditions = (maturityPercent + employeePercent) / 2 / 10, 0–10. METHOD.md section 1.
 *
 * @param parts two percentages 0–100
 */
export function scorePreconditions(parts: {
  readonly maturityPercent: Figure;
  readonly employeePercent: Figure;
}): Figure {
  return derive(
    [parts.maturityPercent, parts.employeePercent],
    ([maturity = exact(0), employee = exact(0)]) =>
      maturity
        .mul(weightOf('maturity'))
        .add(employee.mul(weightOf('employee')))
        .div(PRECONDITIONS_WEIGHT)
        .div(10),
  );
}

/**
 * index = (preconditions + delivery + benefit) / 3, 0–10, from unrounded components. Without a component there is no
 * index: nothing is re-weighted in silence. METHOD.md section 1.
 *
 * @param components three scores 0–10
 */
export function scoreIndex(components: {
  readonly preconditions: Figure;
  readonly delivery: Figure;
  readonly benefit: Figure;
}): Figure {
  return derive(
    [components.preconditions, components.delivery, components.benefit],
    ([preconditions = exact(0), delivery = exact(0), benefit = exact(0)]) =>
      preconditions
        .mul(PRECONDITIONS_WEIGHT)
        .add(delivery.mul(weightOf('delivery')))
        .add(benefit.mul(weightOf('benefit'))),
  );
}
