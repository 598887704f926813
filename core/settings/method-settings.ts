import { z } from 'zod';

/** A decimal string such as "0.8", so that a setting enters the method exactly. */
const decimal = z.string().regex(/^\d+(\.\d+)?$/, 'decimal number with a point');

/**
 * Every rule that the method calls a setting, with its default. The values in force are recorded in each result.
 * METHOD.md names them all; a test holds the two against each other.
 */
export const methodSettingsSchema = z
  .object({
    employeeConversion: z.enum(['share-of-max', 'range']).default('share-of-max'),
    leftOutAnswers: z
      .array(z.string())
      .default(['vet ej', 'ej aktuellt', 'ingen uppfattning', "don't know", 'not applicable']),
    maturityNormalisation: z.enum(['share-of-max', 'range']).default('share-of-max'),
    maturityAggregation: z.enum(['hierarchical', 'flat']).default('hierarchical'),
    benefitCap: decimal.default('1').refine((cap) => Number(cap) > 0 && Number(cap) <= 1, '0 < cap ≤ 1'),
    minimumBenefitCoveragePercent: z.int().min(0).max(100).default(25),
    minimumGroupSize: z.int().min(5).default(5),
    minimumDistributionSize: z.int().min(10).default(10),
    minimumOpenGroupSize: z
      .int()
      .min(5)
      .default(10)
      .describe('Minimum group in channel digests, exports and open data; at least minimumGroupSize'),
    scaleFirstEnd: z
      .int()
      .default(1)
      .describe('Portfolio scales: the value that means the first-named end (−1)'),
    scaleOtherEnd: z.int().default(5).describe('Portfolio scales: the value that means the other end (+1)'),
  })
  .readonly();
export type MethodSettings = z.infer<typeof methodSettingsSchema>;

/** The method's defaults. */
export const DEFAULT_METHOD_SETTINGS: MethodSettings = methodSettingsSchema.parse({});
