import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API_OPERATIONS, PARAMETER_TEXT } from '../../src/views/api-operations.ts';
import { API_SCHEMAS } from '../../src/views/api-schemas.ts';
import { openApi } from '../../src/views/open-api.ts';
import { schemaFields } from '../../src/views/schema-fields.ts';

const document = openApi('https://downstream.example');
const text = JSON.stringify(document);
const shape = z.looseObject({
  openapi: z.literal('3.1.0'),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().startsWith('/'),
    z.strictObject({
      get: z.looseObject({
        operationId: z.string(),
        parameters: z.array(
          z.looseObject({ name: z.string(), in: z.enum(['path', 'query']), schema: z.object({}) }),
        ),
        responses: z.looseObject({ 200: z.object({ description: z.string() }) }),
      }),
    }),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

describe('openapi.json', () => {
  it('has the parts every document needs', () => {
    const parsed = shape.parse(document);
    const ids = Object.values(parsed.paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [path, { get }] of Object.entries(parsed.paths)) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((one) => one[1]);
      const given = get.parameters.filter((one) => one.in === 'path').map((one) => one.name);
      expect(given, path).toEqual(named);
      expect(get.parameters.every((one) => one.in === 'query' || one.required === true)).toBe(true);
    }
  });

  it('points at nothing that is not there', () => {
    const parsed = shape.parse(document);
    const refs = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      (one) => one[1],
    );
    expect(refs.length).toBeGreaterThan(10);
    for (const name of refs) expect(Object.keys(parsed.components.schemas)).toContain(name);
  });

  it('keeps no dialect or id within its schemas', () => {
    expect(text).not.toContain('"$schema"');
    expect(text).not.toContain('"$id"');
  });
});

describe('reference', () => {
  it('explains every parameter in both languages and every answer by its fields', () => {
    for (const { parameters, answer, summary } of API_OPERATIONS) {
      expect(summary.en).not.toBe(summary.de);
      for (const name of parameters) expect(PARAMETER_TEXT[name]?.de, name).toBeTruthy();
      expect(schemaFields(answer, 'en').length).toBeGreaterThan(0);
      expect(API_SCHEMAS[answer]).toBeDefined();
    }
  });
});
