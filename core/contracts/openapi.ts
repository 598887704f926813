import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponseObject,
} from 'zod-openapi';
import { z } from 'zod';
import { settingsEffectSchema } from '#core/change/settings-effect.ts';
import { yearComparisonSchema } from '#core/change/year-comparison.ts';
import { resultFigureSchema } from '#core/result/figure.ts';
import { findingSchema } from '#core/quality/finding-schema.ts';
import { explainedFigureSchema, formulaInputSchema } from '#core/result/explained-figure-schema.ts';
import { indexResultSchema } from '#core/result/result-schema.ts';
import { benefitRowSchema, initiativeRowSchema } from '#core/result/row-schema.ts';
import { sourceReadingSchema } from '#core/result/source-reading-schema.ts';
import { unitRowSchema } from '#core/result/survey-schema.ts';
import { methodSettingsSchema } from '#core/settings/method-settings.ts';
import { settingsSchema } from '#core/settings/settings-schema.ts';
import { refreshJobSchema, storedSettingsSchema } from './admin.ts';
import { channelTargetSchema } from './channel-targets.ts';
import { deliverySchema } from './digest.ts';
import { PROBLEM_STATUS, problemCodesOf, type EndpointContract } from './endpoint-contract.ts';
import { ENDPOINTS } from './endpoints.ts';
import { problemSchema, problemSummarySchema, type ProblemCode } from './problem.ts';

/** Shapes that several endpoints share, by the name they have in the document. */
const SCHEMAS = {
  BenefitRow: benefitRowSchema,
  ChannelTarget: channelTargetSchema,
  Delivery: deliverySchema,
  ExplainedFigure: explainedFigureSchema,
  Finding: findingSchema,
  FormulaInput: formulaInputSchema,
  IndexResult: indexResultSchema,
  InitiativeRow: initiativeRowSchema,
  MethodSettings: methodSettingsSchema,
  Problem: problemSchema,
  ProblemSummary: problemSummarySchema,
  RefreshJob: refreshJobSchema,
  ResultFigure: resultFigureSchema,
  Settings: settingsSchema,
  SettingsEffect: settingsEffectSchema,
  SourceReading: sourceReadingSchema,
  StoredSettings: storedSettingsSchema,
  UnitRow: unitRowSchema,
  YearComparison: yearComparisonSchema,
};

const eTag = z.string().describe('Names this version of the answer');
const ifNoneMatch = z.object({
  'If-None-Match': z.string().optional().describe('The ETag one has: answers 304 if it still holds'),
});
const ifMatch = z.object({
  'If-Match': z.string().optional().describe('The ETag of what is replaced'),
  'If-None-Match': z.literal('*').optional().describe('In place of If-Match where nothing is there yet'),
});

/** The OpenAPI 3.1 document of the API, generated from {@link ENDPOINTS}. */
export function openApiDocument(version: string): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const [name, contract] of Object.entries(ENDPOINTS) as [string, EndpointContract][]) {
    paths[contract.path] = {
      ...paths[contract.path],
      [contract.method.toLowerCase()]: operation(name, contract),
    };
  }
  const content: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'Digitaliseringsindex',
      version,
      description: 'The digitalisation index of a municipality: masked, self-explaining results per year.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: SCHEMAS,
      securitySchemes: {
        entra: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A Microsoft Entra token for this API with the scope access_as_user',
        },
      },
    },
  };
  const document = createDocument(content, {
    override: ({ jsonSchema }) => {
      // Readers must let pass what a later version adds, so answers are not described as closed.
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      // Immutable in TypeScript; in OpenAPI the word would mean that a request may not send it.
      delete jsonSchema.readOnly;
      // Every JSON number is safe enough without these.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return { ...document };
}

function operation(name: string, contract: EndpointContract): ZodOpenApiOperationObject {
  const { success, params, query, body, conditional } = contract;
  const responses: Record<string, ZodOpenApiResponseObject> = {
    [success.status]: {
      description: success.description,
      ...(success.schema && {
        content: { [success.mediaType ?? 'application/json']: { schema: success.schema } },
      }),
      ...(conditional !== 'none' && { headers: z.object({ ETag: eTag }) }),
    },
    ...(conditional === 'read' && { 304: { description: 'Not modified' } }),
    ...problemResponses(problemCodesOf(contract)),
  };
  return {
    operationId: name,
    summary: contract.summary,
    description: ACCESS[contract.access],
    security: contract.access === 'anonymous' ? [] : [{ entra: [] }],
    requestParams: {
      ...(hasFields(params) && { path: params }),
      ...(hasFields(query) && { query }),
      ...(conditional !== 'none' && { header: conditional === 'read' ? ifNoneMatch : ifMatch }),
    },
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses,
  };
}

const ACCESS: Readonly<Record<EndpointContract['access'], string>> = {
  anonymous: 'For anyone.',
  tenant: 'For everyone in the tenant.',
  admin: 'For holders of the role Index.Admin.',
};

const hasFields = (schema: z.ZodObject): boolean => Object.keys(schema.shape).length > 0;

function problemResponses(codes: readonly ProblemCode[]): Record<string, ZodOpenApiResponseObject> {
  const byStatus = Map.groupBy(codes, (code) => PROBLEM_STATUS[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: `Problem: ${ofStatus.join(', ')}`,
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}
