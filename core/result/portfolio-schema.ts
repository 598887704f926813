import { z } from 'zod';
import { resultFigureSchema } from './figure.ts';

/** Decided initiatives of one portfolio object. */
export const deliveryObjectSchema = z
  .object({
    name: z.string().describe('Empty where the initiative names no object'),
    decided: z.int(),
    realised: z.int(),
    score: resultFigureSchema,
    position: z
      .object({
        innovationEfficiency: resultFigureSchema,
        operationalStrategic: resultFigureSchema,
        externalInternal: resultFigureSchema,
      })
      .readonly()
      .describe('Average on each scale, −1 (first-named end) to +1'),
  })
  .readonly();
export type DeliveryObject = z.infer<typeof deliveryObjectSchema>;

/** Initiatives at one point of the portfolio picture. */
export const portfolioBubbleSchema = z
  .object({ x: z.string(), y: z.string(), count: z.int() })
  .readonly()
  .describe('x innovation–efficiency, y operational–strategic, −1 to +1, decimal strings');

export const portfolioSchema = z
  .object({
    bubbles: z.array(portfolioBubbleSchema).readonly(),
    average: z
      .object({
        innovationEfficiency: resultFigureSchema,
        operationalStrategic: resultFigureSchema,
        externalInternal: resultFigureSchema,
      })
      .readonly(),
    external: z.int(),
    balanced: z.int(),
    internal: z.int(),
  })
  .readonly();
export type Portfolio = z.infer<typeof portfolioSchema>;

/** Indicators of one kind or one portfolio object. */
export const benefitGroupSchema = z
  .object({
    name: z.string(),
    valid: z.int(),
    measured: z.int(),
    score: resultFigureSchema,
    uncapped: resultFigureSchema,
  })
  .readonly();
export type BenefitGroup = z.infer<typeof benefitGroupSchema>;
