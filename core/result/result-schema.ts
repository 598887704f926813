import { z } from 'zod';
import { findingSchema } from '#core/quality/finding-schema.ts';
import { methodSettingsSchema } from '#core/settings/method-settings.ts';
import { explainedFigureSchema } from './explained-figure-schema.ts';
import { FIGURE_IDS, INITIATIVE_STATUSES, MATURITY_AREA_IDS } from './figure-ids.ts';
import { benefitGroupSchema, deliveryObjectSchema, portfolioSchema } from './portfolio-schema.ts';
import { sourceReadingSchema } from './source-reading-schema.ts';
import {
  maturityPartSchema,
  maturityUnitSchema,
  nationalComparisonSchema,
  unitRowSchema,
} from './survey-schema.ts';
import { UNCERTAIN_FIGURES, uncertaintySchema } from './uncertainty-schema.ts';

/** Version of the stored shape; a change that a reader could notice raises it and adds a migration. */
export const RESULT_SCHEMA_VERSION = 4;

/**
 * The product's heart: everything the method says of one year, masked and self-explaining. Tab, card, export and
 * connector only render it. Small: the rows behind it stand apart (`row-schema.ts`).
 */
export const indexResultSchema = z
  .object({
    schemaVersion: z.literal(RESULT_SCHEMA_VERSION),
    methodVersion: z.string(),
    organisationName: z.string(),
    year: z.int(),
    computedAt: z.string(),
    running: z.boolean().describe('The year is not over: not comparable yet'),
    settingsVersion: z.int(),
    method: methodSettingsSchema,
    figures: z.record(z.enum(FIGURE_IDS), explainedFigureSchema),
    uncertainty: z
      .record(z.enum(UNCERTAIN_FIGURES), uncertaintySchema)
      .describe(
        'How sure the surveys are, carried into what is built on them; delivery and benefit count everything',
      ),
    employeeSurvey: z
      .object({
        closed: z.boolean(),
        units: z.array(unitRowSchema).readonly(),
      })
      .readonly(),
    maturity: z
      .object({
        statements: z.array(maturityPartSchema).readonly(),
        strongest: z.array(maturityPartSchema).readonly(),
        weakest: z.array(maturityPartSchema).readonly(),
        openAreas: z
          .boolean()
          .nullable()
          .describe(
            'Areas and axes are also visible under the stricter minimum of digests, exports and open data; null: not known',
          ),
        openStatements: z
          .array(z.enum(MATURITY_AREA_IDS))
          .readonly()
          .describe('Areas whose statements are visible there too'),
        units: z.array(maturityUnitSchema).readonly(),
        unitsFrom: z
          .enum(['answers', 'published'])
          .describe('Whether the units’ numbers of persons are counted or typed in as published'),
        national: nationalComparisonSchema.nullable().describe('Null where no national value is entered'),
      })
      .readonly(),
    delivery: z
      .object({
        statuses: z
          .record(z.enum(INITIATIVE_STATUSES), z.int())
          .describe('Initiatives of the year by status'),
        objects: z.array(deliveryObjectSchema).readonly(),
        portfolio: portfolioSchema,
      })
      .readonly(),
    benefit: z
      .object({
        kinds: z.array(benefitGroupSchema).readonly(),
        objects: z.array(benefitGroupSchema).readonly(),
      })
      .readonly(),
    sources: z.array(sourceReadingSchema).readonly(),
    findings: z.array(findingSchema).readonly(),
    hash: z.string().describe('SHA-256 over the canonical JSON (RFC 8785) of the result without this field'),
    previousHash: z.string().nullable(),
  })
  .readonly();
export type IndexResult = z.infer<typeof indexResultSchema>;
