import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { problemCodesOf, PROBLEM_STATUS, type EndpointContract } from '#core/contracts/endpoint-contract.ts';
import { ENDPOINTS } from '#core/contracts/endpoints.ts';
import { openApiDocument } from '#core/contracts/openapi.ts';
import { PROBLEM_CODES } from '#core/contracts/problem.ts';

interface Operation {
  readonly operationId: string;
  readonly security: readonly unknown[];
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
  }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly headers?: object; readonly content?: object }>
  >;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const document = openApiDocument('0.1.0');
const { paths } = document as unknown as Document;
const contracts = Object.entries(ENDPOINTS) as [string, EndpointContract][];

function operationOf({ path, method }: EndpointContract): Operation {
  const operation = paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is not in the document`);
  return operation;
}

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    expect(await validator.validate(structuredClone(document))).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  test('has every endpoint of the contract and no other', () => {
    const documented = Object.values(paths).flatMap((operations) =>
      Object.values(operations).map(({ operationId }) => operationId),
    );
    expect(documented.toSorted()).toEqual(contracts.map(([name]) => name).toSorted());
  });

  test('says of nothing that a request may not send it', () => {
    expect(JSON.stringify(document)).not.toContain('readOnly');
  });

  test('carries no webhook address, token or other secret as an example', () => {
    expect(JSON.stringify(document)).not.toMatch(/sig=|eyJ|AccountKey/);
  });
});

describe.each(contracts)('the operation %s', (name, contract) => {
  const operation = operationOf(contract);

  test('is named by its endpoint and says who may call', () => {
    expect(operation.operationId).toBe(name);
    expect(operation.security).toEqual(contract.access === 'anonymous' ? [] : [{ entra: [] }]);
  });

  test('has the parameters that its address and contract have', () => {
    const inPath = [...contract.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    const named = (place: string) =>
      (operation.parameters ?? [])
        .filter((parameter) => parameter.in === place)
        .map((parameter) => parameter.name);
    expect(named('path')).toEqual(inPath);
    expect(named('query')).toEqual(Object.keys(contract.query.shape));
    expect(operation.requestBody?.required ?? false).toBe(contract.body !== null);
  });

  test('tells each problem under its status', () => {
    for (const code of problemCodesOf(contract)) {
      expect(operation.responses[String(PROBLEM_STATUS[code])]?.description).toContain(code);
    }
    const success = operation.responses[String(contract.success.status)];
    expect(success?.content !== undefined).toBe(contract.success.schema !== null);
    expect(success?.headers !== undefined).toBe(contract.conditional !== 'none');
    expect('304' in operation.responses).toBe(contract.conditional === 'read');
  });
});

test('no two endpoints answer to the same method and address', () => {
  const places = contracts.map(([, { method, path }]) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
  expect(new Set(places).size).toBe(places.length);
});

test('every problem has a status of its kind', () => {
  expect(Object.keys(PROBLEM_STATUS).toSorted()).toEqual([...PROBLEM_CODES].toSorted());
  for (const status of Object.values(PROBLEM_STATUS)) expect(status).toBeGreaterThanOrEqual(400);
});
