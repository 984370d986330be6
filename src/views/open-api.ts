import { z } from 'zod';
import type { CutParameter } from '../model/cut.ts';
import { IMPACTS, INCIDENT_KINDS, INCIDENT_STATUSES } from '../model/incident.ts';
import { CATEGORIES } from '../model/provider.ts';
import { API_OPERATIONS, type ApiOperation, PARAMETER_TEXT } from './api-operations.ts';
import { API_SCHEMAS } from './api-schemas.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of /api/v1, made from the schemas that answers are checked against. */
export function openApi(siteUrl: string): Json {
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Downstream',
      version: '1.0.0',
      summary: 'What is down, and what falls with it.',
      description:
        'State, incidents and dependencies of clouds and of what stands on them. Reading needs no key; every answer carries an ETag and may be read from any origin.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: siteUrl }],
    // Nothing here needs a key.
    security: [],
    paths: Object.fromEntries(API_OPERATIONS.map((one) => [one.path, { get: operation(one) }])),
    components: { schemas: schemas(), responses: RESPONSES },
  };
}

function operation(one: ApiOperation): Json {
  return {
    operationId: one.id,
    summary: one.summary.en,
    parameters: [
      ...Object.entries(one.pathParameters).map(([name, example]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
        example,
      })),
      ...one.parameters.map((name) => ({
        name,
        in: 'query',
        required: one.id === 'getStack' && name === 'use',
        description: PARAMETER_TEXT[name]?.en ?? name,
        ...shapeOf(name),
      })),
    ],
    responses: {
      200: {
        description: one.summary.en,
        content: { 'application/json': { schema: ref(one.answer) } },
      },
      304: { description: 'Unchanged since the ETag sent with If-None-Match' },
      400: { $ref: '#/components/responses/Problem' },
      ...(Object.keys(one.pathParameters).length === 0
        ? {}
        : { 404: { $ref: '#/components/responses/Problem' } }),
      429: { $ref: '#/components/responses/TooMany' },
    },
  };
}

const PROBLEM = { 'application/problem+json': { schema: ref('Problem') } };
const RESPONSES = {
  Problem: { description: 'What was wrong, and what would be right', content: PROBLEM },
  TooMany: {
    description: 'Too many requests from one address',
    headers: { 'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer' } } },
    content: PROBLEM,
  },
};

/** How a parameter is written. Lists are separated by commas. */
function shapeOf(name: CutParameter): Json {
  const list = (items: Json) => ({
    style: 'form',
    explode: false,
    schema: { type: 'array', items, maxItems: 100 },
  });
  switch (name) {
    case 'category':
      return list({ type: 'string', enum: CATEGORIES });
    case 'kind':
      return list({ type: 'string', enum: INCIDENT_KINDS });
    case 'status':
      return list({ type: 'string', enum: INCIDENT_STATUSES });
    case 'provider':
    case 'use':
    case 'region':
    case 'service':
    case 'country':
    case 'fields':
      return list({ type: 'string' });
    case 'impact':
      return { schema: { type: 'string', enum: IMPACTS } };
    case 'limit':
      return { schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 } };
    case 'open':
      return { schema: { type: 'boolean' } };
    case 'lang':
      return { schema: { type: 'string', enum: ['en', 'de'], default: 'en' } };
    case 'at':
    case 'from':
    case 'to':
      return { schema: { type: 'string' }, example: '2025-10-20T09:30Z' };
    default:
      return { schema: { type: 'string' } };
  }
}

function schemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(API_SCHEMAS)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(
    Object.entries(made.schemas).map(([id, { $schema: _dialect, $id: _id, ...schema }]) => [
      id,
      schema,
    ]),
  );
}

function ref(name: string): Json {
  return { $ref: `#/components/schemas/${name}` };
}
