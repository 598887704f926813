import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FigureId } from '#core/result/figure-ids.ts';
import { computeByCore } from './compute.ts';
import { plainFigures, type PlainFigures } from './plain-method.ts';
import { rounded, written } from './quotient.ts';
import { randomOrganisation, randomSettings } from './random-organisation.ts';

const YEAR = 2025;
const DECIMALS: Readonly<Record<keyof PlainFigures, number>> = {
  employeeMean: 2,
  employeePercent: 1,
  maturityPercent: 1,
  preconditions: 1,
  delivery: 1,
  benefit: 1,
  benefitUncapped: 1,
  benefitCoverage: 1,
  index: 1,
};

describe('core and the plain second implementation', () => {
  test('agree exactly on every figure of any organisation under any settings', () => {
    fc.assert(
      fc.property(randomOrganisation, randomSettings, (organisation, settings) => {
        const plain = plainFigures(organisation, settings, YEAR);
        const { figures } = computeByCore(organisation, settings, YEAR);
        for (const [id, expected] of Object.entries(plain) as [
          keyof PlainFigures & FigureId,
          PlainFigures['index'],
        ][]) {
          const want =
            typeof expected === 'string'
              ? { kind: 'absent', reason: expected }
              : { kind: 'value', shown: rounded(expected, DECIMALS[id]), exact: written(expected) };
          expect({ [id]: figures[id].figure }).toEqual({ [id]: want });
        }
      }),
      { numRuns: 1000 },
    );
  });
});
