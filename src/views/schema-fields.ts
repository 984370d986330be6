import { z } from 'zod';
import type { Locale } from '../i18n/locale.ts';
import { messagesFor } from '../i18n/messages.ts';
import { API_SCHEMAS, type ApiSchemaName } from './api-schemas.ts';

/** One key of an answer, as the reference page prints it. */
export interface SchemaField {
  name: string;
  type: string;
  text: string;
}

const node = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  description: z.string().optional(),
  get items() {
    return node.optional();
  },
  get anyOf() {
    return z.array(node).optional();
  },
  get properties() {
    return z.record(z.string(), node).optional();
  },
});
type Node = z.output<typeof node>;

/** The keys of an answer; of a list, those of its entries. Their texts in the reader's language. */
export function schemaFields(name: ApiSchemaName, locale: Locale): SchemaField[] {
  const schema = node.parse(z.toJSONSchema(API_SCHEMAS[name]));
  const entry = schema.properties?.data?.items;
  return Object.entries(entry?.properties ?? schema.properties ?? {}).map(([key, value]) => ({
    name: entry === undefined ? key : `data[].${key}`,
    type: typeOf(value),
    text: textOf(value, locale),
  }));
}

function textOf(value: Node, locale: Locale): string {
  const text = value.description ?? value.anyOf?.find((one) => one.description)?.description ?? '';
  return messagesFor(locale).docs.fieldTexts[text] ?? text;
}

function typeOf(value: Node): string {
  if (value.anyOf !== undefined) return value.anyOf.map(typeOf).join(' | ');
  if (value.enum !== undefined) return value.enum.map((one) => JSON.stringify(one)).join(' | ');
  if (value.type === 'array' && value.items !== undefined) {
    const inner = typeOf(value.items);
    return inner.includes('|') ? `(${inner})[]` : `${inner}[]`;
  }
  return [value.type ?? 'object'].flat().join(' | ');
}
