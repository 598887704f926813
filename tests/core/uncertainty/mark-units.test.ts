import { describe, expect, it } from 'vitest';
import { auditYear } from '#core/masking/audit.ts';
import { invitedIn, publish } from '../masking/publish.ts';
import { countsOf } from '../masking/random-organisation.ts';

const alike = (size: number, answer: number) => Array.from({ length: size }, () => answer);

/** The marks of two units that are the whole organisation, and what the audit says of them. */
function marksOf(a: readonly number[], b: readonly number[]) {
  const tree = {
    nodes: [a, b].map((own, index) => ({ id: 'AB'.charAt(index), parentId: null, own: countsOf([...own]) })),
    withoutUnit: countsOf([]),
  };
  const current = publish(tree);
  return {
    marks: current.employeeSurvey.units.map(({ id, difference }) => `${id} ${difference}`),
    violations: auditYear({ current, answers: { 'employee-survey': tree }, invited: invitedIn(tree) }),
  };
}

describe('no unit is marked that does not differ', () => {
  it.each([
    ['everybody in both gave the same answer', alike(16, 4), alike(13, 4)],
    ['one single answer in both is another', [...alike(11, 3), 4], alike(10, 3)],
    ['one single answer in each is another', [...alike(15, 3), 4], [...alike(14, 3), 2]],
  ])('where %s', (_, a, b) => {
    expect(marksOf(a, b)).toEqual({ marks: ['A none', 'B none'], violations: [] });
  });

  it('while two that clearly differ are marked', () => {
    const [low, high] = [
      [...alike(9, 2), ...alike(9, 1)],
      [...alike(9, 4), ...alike(9, 5)],
    ];
    expect(marksOf(low, high)).toEqual({ marks: ['A lower', 'B higher'], violations: [] });
  });
});
