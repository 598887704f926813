import { z } from 'zod';
import { methodSettingsSchema } from '#core/settings/method-settings.ts';
import type { TrendWatch } from '#core/trends/trend-watch-schema.ts';
import { figureUnitSchema, resultFigureSchema } from './figure.ts';
import { UNCERTAIN_FIGURES, uncertaintySchema } from './uncertainty-schema.ts';
import { BENEFIT_KINDS, FIGURE_IDS, INITIATIVE_STATUSES, SOURCE_TOPICS } from './figure-ids.ts';

/** Version of the stored shape; a change that a reader could notice raises it and adds a migration. */
export const RESULT_SCHEMA_VERSION = 2;

/** One number that went into a formula, by the name it has there. */
export const formulaInputSchema = z
  .object({
    name: z.string().describe('The name in the formula, between braces there'),
    figure: z.enum(FIGURE_IDS).nullable().describe('The figure it is, where it is one: the way down'),
    value: resultFigureSchema,
    unit: figureUnitSchema,
  })
  .readonly();
export type FormulaInput = z.infer<typeof formulaInputSchema>;

/** A figure with how it came about. */
export const explainedFigureSchema = z
  .object({
    id: z.enum(FIGURE_IDS),
    unit: figureUnitSchema,
    figure: resultFigureSchema,
    origin: z.enum(['computed', 'published', 'none']).describe('none: neither computed nor published'),
    publishedIn: z.string().nullable().describe('Where a published figure stands'),
    recomputable: z.boolean().describe('False: published, and its parts are missing here'),
    formula: z.string().describe('Plain arithmetic with {names}; empty for counts taken from rows'),
    inputs: z.array(formulaInputSchema).readonly(),
    sourceIds: z.array(z.string()).readonly().describe('The sources whose rows are behind it'),
  })
  .readonly();
export type ExplainedFigure = z.infer<typeof explainedFigureSchema>;

/** What one source gave: which list, as of when, how many rows, how many of them counted. */
export const sourceReadingSchema = z
  .object({
    sourceId: z.string(),
    topic: z.enum(SOURCE_TOPICS),
    name: z.string(),
    webUrl: z.string().nullable(),
    eTag: z.string().nullable(),
    lastChangedAt: z.string().nullable(),
    readAt: z.string(),
    rowsRead: z.int(),
    rowsUsed: z.int().describe('Rows of the year that entered a figure'),
    rowsLeftOut: z
      .int()
      .describe('Valid rows that do not score: other years, "vet ej", proposed, not yet measured'),
    rowsSetAside: z.int().describe('Rows with a finding that keeps them out'),
  })
  .readonly();
export type SourceReading = z.infer<typeof sourceReadingSchema>;

export const FINDING_RULES = [
  'column-missing',
  'column-unmapped',
  'status-unknown',
  'kind-unknown',
  'year-missing',
  'year-unreadable',
  'answer-not-on-scale',
  'not-a-number',
  'scale-out-of-range',
  'business-id-twice',
  'baseline-blank',
  'expected-equals-baseline',
  'negative-weight',
  'initiative-not-found',
  'no-decided-initiative',
  'unit-unknown',
  'unit-cycle',
  'count-mismatch',
  'area-unknown',
  'respondent-missing',
  'title-missing',
  'source-not-read',
  'fewer-rows',
  'source-unchanged',
  'low-response-rate',
  'response-falling-score-rising',
  'published-differs',
  'units-changed',
  'benefit-coverage-low',
  'benefit-over-expected',
  'statement-in-two-areas',
  'answered-twice',
  'invited-below-answers',
] as const;
export type FindingRule = (typeof FINDING_RULES)[number];

/**
 * Something the reader or an admin must know about the data. Rows are named by their list id and column, never by
 * an answer. `error` blocks publishing.
 */
export const findingSchema = z
  .object({
    rule: z.enum(FINDING_RULES),
    severity: z.enum(['error', 'warning', 'info']),
    sourceId: z.string().nullable(),
    column: z.string().nullable(),
    valueClass: z
      .enum(['blank', 'text', 'number', 'date', 'boolean', 'list', 'object', 'none'])
      .describe('What kind of thing stood there; never the thing itself for a survey'),
    count: z.int(),
    rowIds: z
      .array(z.string())
      .readonly()
      .describe('The first 100 rows; empty for survey sources that must not be traced'),
    detail: z
      .record(z.string(), z.string())
      .describe('Named values for the message, for instance {status: "Pausad?"}'),
  })
  .readonly();
export type Finding = z.infer<typeof findingSchema>;

/** A unit in the masked table. A suppressed unit hides every figure; which hidden one was small is not told. */
export const unitRowSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    parentId: z.string().nullable(),
    depth: z.int(),
    n: resultFigureSchema,
    mean: resultFigureSchema,
    percent: resultFigureSchema,
    responseRate: resultFigureSchema,
    positive: resultFigureSchema,
    neutral: resultFigureSchema,
    negative: resultFigureSchema,
    openFigures: z
      .boolean()
      .describe('Also visible under the stricter minimum of digests, exports and open data'),
    openBands: z.boolean(),
    difference: z
      .enum(['higher', 'lower', 'none'])
      .describe(
        'Clear difference from the rest of the organisation (the unit itself left out). none: no clear difference, ' +
          'under ten answers, or hidden',
      ),
  })
  .readonly();
export type UnitRow = z.infer<typeof unitRowSchema>;

/** A maturity area, axis or statement with its percentage. */
export const maturityPartSchema = z
  .object({ name: z.string(), area: z.string().nullable(), percent: resultFigureSchema })
  .readonly();
export type MaturityPart = z.infer<typeof maturityPartSchema>;

export const maturityUnitSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    parentId: z.string().nullable(),
    depth: z.int(),
    n: resultFigureSchema.describe('Persons'),
    percent: resultFigureSchema,
    openFigures: z.boolean(),
  })
  .readonly();
export type MaturityUnit = z.infer<typeof maturityUnitSchema>;

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

/**
 * The product's heart: everything the method says of one year, masked and self-explaining. Tab, card, export and
 * connector only render it. Small: the rows behind it stand in {@link ResultRows}.
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
        units: z.array(maturityUnitSchema).readonly(),
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

/** An initiative as it counted. */
export const initiativeRowSchema = z
  .object({
    rowId: z.string(),
    sourceId: z.string(),
    businessId: z.string(),
    title: z.string(),
    status: z.enum(INITIATIVE_STATUSES),
    statusText: z.string(),
    year: z.int(),
    portfolioObject: z.string(),
    counted: z.boolean().describe('In the denominator: every status but proposed'),
    webUrl: z.string().nullable(),
  })
  .readonly();
export type InitiativeRow = z.infer<typeof initiativeRowSchema>;

/** A benefit indicator as it scored. */
export const benefitRowSchema = z
  .object({
    rowId: z.string(),
    sourceId: z.string(),
    businessId: z.string(),
    title: z.string(),
    kind: z.enum(BENEFIT_KINDS),
    initiative: z.string(),
    portfolioObject: z.string(),
    year: z.int(),
    baseline: resultFigureSchema,
    expected: resultFigureSchema,
    measured: resultFigureSchema,
    weight: resultFigureSchema,
    attainment: resultFigureSchema.describe('Clipped to 0–cap'),
    uncapped: resultFigureSchema,
    webUrl: z.string().nullable(),
  })
  .readonly();
export type BenefitRow = z.infer<typeof benefitRowSchema>;

/** The rows behind a result: initiatives and benefits, never survey answers; and the trend watch as it stood then. */
export interface ResultRows {
  readonly initiatives: readonly InitiativeRow[];
  readonly benefits: readonly BenefitRow[];
  readonly trendWatch: TrendWatch;
}
