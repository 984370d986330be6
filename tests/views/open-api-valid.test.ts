import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { openApi } from '../../src/views/open-api.ts';

/** The document is generated from our own schemas; somebody else's validator says whether it is one. */
const validate = (document: object) => new Validator().validate({ ...document });

describe('openapi.json, for an independent validator', () => {
  it('is an OpenAPI 3.1 document', async () => {
    const document = structuredClone(openApi('https://downstream.example'));
    expect(await validate(document)).toEqual({ valid: true });
  });

  it('would not be one with a parameter that stands nowhere', async () => {
    const document = structuredClone(openApi('https://downstream.example')) as {
      paths: Record<string, { get: { parameters: object[] } }>;
    };
    Object.values(document.paths)[0]?.get.parameters.push({ name: 'x', in: 'nowhere' });
    expect(await validate(document)).toMatchObject({ valid: false });
  });
});
