import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { connectorDefinition, connectorProperties } from '#core/contracts/connector.ts';
import { LONG_COLUMNS } from '#core/export/long-table.ts';

const place = {
  host: 'index.ekviken.example',
  clientId: '8a1f6c2d-3b4e-4f5a-8c7d-9e0b1a2c3d4e',
  version: '0.1.0',
};
interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly description?: string;
  readonly parameters: readonly { readonly name: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-ms-trigger'?: string;
}
const definition = connectorDefinition(place) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
const operations = Object.values(definition.paths).flatMap((path) => Object.values(path));

describe('the custom connector', () => {
  test('is valid by the connectors’ own schema', () => {
    // Microsoft's schema of apiDefinition.swagger.json, MIT (microsoft/PowerPlatformConnectors).
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, 'connector/connector.schema.json'), 'utf8'),
    ) as Record<string, unknown>;
    const ajv = new AjvDraft04({ allErrors: true, strict: false, validateFormats: true });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    validate(definition);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('has operations with unique names, each with a summary and a description', () => {
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
    for (const { summary = '', description = '' } of operations) {
      expect(summary.length).toBeGreaterThan(5);
      expect(description.length).toBeGreaterThan(20);
    }
  });

  test('says everything without alternatives, which OpenAPI 2.0 does not have', () => {
    expect(JSON.stringify(definition)).not.toMatch(/"(?:anyOf|oneOf|nullable|\$schema)"/);
  });

  test('has a trigger for a published index, whose state Power Automate keeps', () => {
    const triggers = operations.filter((operation) => operation['x-ms-trigger'] !== undefined);
    expect(triggers.map(({ operationId }) => operationId)).toEqual(['listPublications']);
    expect(triggers[0]?.parameters).toEqual([
      expect.objectContaining({ name: 'after', 'x-ms-visibility': 'internal' }),
    ]);
    expect(Object.keys(triggers[0]?.responses ?? {})).toEqual(expect.arrayContaining(['200', '202']));
  });

  test('gives the long table with its columns', () => {
    const text = JSON.stringify(operations.find(({ operationId }) => operationId === 'exportJson'));
    for (const column of LONG_COLUMNS) expect(text).toContain(`"${column}"`);
  });

  test('signs in to this API and holds no secret', () => {
    const properties = JSON.stringify(connectorProperties(place));
    expect(properties).toContain(`api://${place.host}/${place.clientId}`);
    expect(properties).not.toMatch(/clientSecret|password/i);
  });
});
