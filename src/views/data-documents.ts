import { z } from 'zod';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { alternativeSchema } from '../knowledge/schemas/alternative.ts';
import { dependencySchema } from '../knowledge/schemas/dependency.ts';
import { archivedEvent, EVENT_CONFIDENCES } from '../knowledge/schemas/event.ts';
import { knowledgeSource, publicSources } from '../knowledge/schemas/source.ts';
import { shownConfidence } from '../knowledge/shown-confidence.ts';
import { dataIncidentSchema } from './data-incident.ts';

const SCHEMAS = {
  incident: dataIncidentSchema,
  event: archivedEvent,
  dependency: dependencySchema,
  alternative: alternativeSchema,
} as const;
export type DataSchemaName = keyof typeof SCHEMAS;
export const DATA_SCHEMAS = Object.keys(SCHEMAS) as readonly DataSchemaName[];

/** The lists that are one file each. */
export const DATA_DOCUMENTS = {
  events: 'event',
  dependencies: 'dependency',
  alternatives: 'alternative',
} as const satisfies Record<string, DataSchemaName>;
export type DataDocumentName = keyof typeof DATA_DOCUMENTS;

export const DATA_LICENCE = 'CC-BY-4.0';

const sourceList = z.array(knowledgeSource);
const evidence = z.looseObject({ confidence: z.enum(EVENT_CONFIDENCES), sources: sourceList });

/**
 * One list of curated facts, with its licence. Sources that may not be shown are left out; a
 * dependency that rests on them alone is left out with them.
 */
export function dataDocument(name: DataDocumentName, knowledge: Knowledge, siteUrl: string) {
  const entries = knowledge[name];
  return {
    licence: DATA_LICENCE,
    attribution: `Downstream, ${siteUrl}/data`,
    schema: `${siteUrl}/data/schema/${DATA_DOCUMENTS[name]}.json`,
    data: entries.filter((entry) => name !== 'dependencies' || isBacked(entry)).map(shareable),
  };
}

/** JSON Schema (2020-12) of one entry of a file. */
export function dataSchema(name: DataSchemaName, siteUrl: string): Record<string, unknown> {
  const schema = z.toJSONSchema(SCHEMAS[name], {
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema, path }) {
      // The one transform of these schemas writes a time as ISO 8601, UTC.
      if (zodSchema._zod.def.type === 'transform') {
        Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
      }
      // Sources that may not be shown are left out of the files, which can leave none in a detail.
      if (path.at(-1) === 'sources') delete jsonSchema.minItems;
    },
  });
  return { ...schema, $id: `${siteUrl}/data/schema/${name}.json` };
}

function isBacked(entry: object): boolean {
  return !('sources' in entry) || publicSources(sourceList.parse(entry.sources)).length > 0;
}

/** A fact as it may be shared: sources we do not show are left out, and confidence follows them. */
function shareable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shareable);
  if (typeof value !== 'object' || value === null) return value;
  const shown = Object.entries(value).map(([key, part]) => {
    const sources = key === 'sources' ? sourceList.safeParse(part) : null;
    return [key, sources?.success ? publicSources(sources.data) : shareable(part)];
  });
  const claim = evidence.safeParse(value);
  return {
    ...Object.fromEntries(shown),
    ...(claim.success ? { confidence: shownConfidence(claim.data) } : {}),
  };
}
