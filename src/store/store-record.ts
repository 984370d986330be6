import { z } from 'zod';
import type { Incident } from '../model/incident.ts';
import { parseIncidentValue } from './sqlite/incident-schema.ts';
import { REVISION_REASONS } from './store.ts';
import { StoreError } from './store-error.ts';

/**
 * The whole content of a store as a sequence of records, whatever database it stands in. The first
 * one is the header; then feeds, documents, incidents in order of their start, revisions in the
 * order they came about. As JSONL this is the format of `downstream export`; a change that an older
 * program could not read gets a new number.
 */
export const RECORD_VERSION = 1;

const headerSchema = z.strictObject({
  type: z.literal('downstream-store'),
  version: z.int().positive(),
  /** Of the store exported; an empty store takes it over. */
  revision: z.int().nonnegative(),
});

const text = z.string();
const flag = z.boolean();

/** A feed with its health and what it last said. JSON columns stay JSON values. */
export const feedSchema = z.strictObject({
  type: z.literal('feed'),
  key: text,
  providerId: text,
  config: z.looseObject({ format: text, url: text }),
  isActive: flag,
  nextCheckAt: text,
  lastAttemptAt: text.nullable(),
  lastGoodAt: text.nullable(),
  lastReadAt: text.nullable(),
  lastChangeAt: text.nullable(),
  failures: z.int().nonnegative(),
  errorKind: text.nullable(),
  errorMessage: text.nullable(),
  errorHttpStatus: z.int().nullable(),
  redirectedTo: text.nullable(),
  unknownWords: z.array(z.strictObject({ field: text, word: text })),
  warnings: z.array(text),
  status: text.nullable(),
  components: z.array(z.looseObject({ id: text, name: text, status: text })),
  provesNothingReported: flag,
  isStale: flag,
});

const documentSchema = z.strictObject({
  type: z.literal('document'),
  feedKey: text,
  position: z.int().nonnegative(),
  url: text,
  etag: text.nullable(),
  lastModified: text.nullable(),
  headers: z.record(text, text),
  /** As it was served, base64. */
  body: z.base64(),
  hash: text,
});

const incidentValue = z.unknown().transform((value, context): Incident => {
  try {
    return parseIncidentValue(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `is no incident (${messageOf(error)})` });
    return z.NEVER;
  }
});

const incidentSchema = z.strictObject({
  type: z.literal('incident'),
  incident: incidentValue,
  /** Ids its sources gave it, with the order within the incident. */
  upstreamIds: z.array(z.strictObject({ providerId: text, id: text, position: z.int() })),
  sources: z.array(z.strictObject({ feedKey: text, lastListedAt: text })),
});

const revisionSchema = z.strictObject({
  type: z.literal('revision'),
  incidentId: text,
  at: text,
  reason: z.enum(REVISION_REASONS),
  before: incidentValue,
});

const recordSchema = z.discriminatedUnion('type', [
  headerSchema,
  feedSchema,
  documentSchema,
  incidentSchema,
  revisionSchema,
]);

export type HeaderRecord = z.output<typeof headerSchema>;
export type FeedRecord = z.output<typeof feedSchema>;
export type DocumentRecord = z.output<typeof documentSchema>;
export type IncidentRecord = {
  type: 'incident';
  incident: Incident;
  upstreamIds: { providerId: string; id: string; position: number }[];
  sources: { feedKey: string; lastListedAt: string }[];
};
export type RevisionRecord = z.output<typeof revisionSchema>;
export type StoreRecord =
  | HeaderRecord
  | FeedRecord
  | DocumentRecord
  | IncidentRecord
  | RevisionRecord;

/**
 * Reads one line of an export.
 * @param number of the line, from 1, for the message
 * @throws StoreError of kind `bad-import`
 */
export function parseRecord(line: string, number: number): StoreRecord {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new StoreError('bad-import', `Line ${number} is no JSON; is the file whole?`, error);
  }
  const parsed = recordSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`;
  throw new StoreError(
    'bad-import',
    `Line ${number} is no record of an export${where}: ${issue?.message ?? 'unreadable'}.`,
    parsed.error,
  );
}

function messageOf(error: unknown): string {
  const [issue] = error instanceof z.ZodError ? error.issues : [];
  return issue === undefined ? String(error) : `${issue.path.join('.')}: ${issue.message}`;
}
