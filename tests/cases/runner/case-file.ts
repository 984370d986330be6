import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const strings = z.array(z.string());
const nullableStrings = z.array(z.string().nullable());

/** How README.md describes one incident to be found; only what is given is compared. */
export const expectedIncidentSchema = z.strictObject({
  titleContains: z.string().optional(),
  titleNotContains: z.string().optional(),
  guid: z.string().optional(),
  phase: z.string().optional(),
  phaseIn: strings.optional(),
  phaseNotIn: strings.optional(),
  impact: z.string().optional(),
  impactIn: strings.optional(),
  startedAt: z.string().nullable().optional(),
  startedAtIn: nullableStrings.optional(),
  resolvedAt: z.string().nullable().optional(),
  resolvedAtIn: nullableStrings.optional(),
  scheduledUntil: z.string().optional(),
  updates: z.number().optional(),
  components: strings.optional(),
  approximate: z.boolean().optional(),
  withdrawn: z.boolean().optional(),
  linkEquals: z.string().optional(),
  linkEqualsIn: nullableStrings.optional(),
  linkEndsWith: z.string().optional(),
  bodyTextContains: strings.optional(),
  bodyHtmlContains: strings.optional(),
});
export type ExpectedIncident = z.infer<typeof expectedIncidentSchema>;

const outcomeShape = {
  incidentCount: z.number().optional(),
  incidents: z.array(expectedIncidentSchema).optional(),
  active: z.array(expectedIncidentSchema).optional(),
  error: z.literal('clear-error').optional(),
};

export const expectationSchema = z.strictObject({
  ...outcomeShape,
  provider: z.string().optional(),
  providerIn: strings.optional(),
  components: z.record(z.string(), z.string()).optional(),
  hiddenComponents: strings.optional(),
  groups: strings.optional(),
  itemDates: strings.optional(),
  errorKind: z.string().optional(),
  noError: z.boolean().optional(),
  idempotent: z.boolean().optional(),
  newUpdatesOnLastPoll: z.number().optional(),
  maxMillis: z.number().optional(),
  source: z
    .strictObject({
      stale: z.boolean().optional(),
      lastGoodAt: z.string().optional(),
      enabled: z.boolean().optional(),
    })
    .optional(),
  request: z.strictObject({ userAgentNotMatches: z.string() }).optional(),
  afterPoll: z
    .array(
      z.strictObject({
        poll: z.number(),
        activeCountIn: z.array(z.number()).optional(),
        historyCount: z.number().optional(),
        incidents: z.array(expectedIncidentSchema).optional(),
      }),
    )
    .optional(),
  unscoped: z.strictObject({ incidentCount: z.number() }).optional(),
  alternative: z
    .strictObject({ ...outcomeShape, maxTitleLength: z.number().optional() })
    .optional(),
  never: z
    .strictObject({
      provider: strings.optional(),
      startedAt: strings.optional(),
      text: strings.optional(),
      outputHtml: strings.optional(),
      withdrawnTitles: strings.optional(),
    })
    .optional(),
  checks: z.array(z.looseObject({ assert: z.string() })).optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;

const caseSchema = z.strictObject({
  id: z.string(),
  file: z.string(),
  kind: z.string(),
  format: z.string(),
  url: z.string(),
  format_detail: z.string().optional(),
  now: z.string().optional(),
  context: z
    .strictObject({
      defaultTimeZone: z.string().optional(),
      scopeComponents: strings.optional(),
      sourceListsOnlyActive: z.boolean().optional(),
      feedUrl: z.string().optional(),
    })
    .optional(),
  http: z
    .strictObject({
      status: z.number().optional(),
      headers: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  expect: expectationSchema,
});
export type FieldCase = z.infer<typeof caseSchema>;

/** The folder of the cases: `CASES_DIR`, or the one this file lives in. */
export function casesDir(): string {
  return path.resolve(process.env.CASES_DIR ?? path.join(import.meta.dirname, '..'));
}

/** All cases of a folder, in its order. An expectation we do not understand is an error, not a pass. */
export function loadCases(dir: string): FieldCase[] {
  const file = path.join(dir, 'index.json');
  if (!existsSync(file)) throw new Error(`No cases: ${file} does not exist (see CASES_DIR).`);
  return z.array(caseSchema).parse(JSON.parse(readFileSync(file, 'utf8')));
}
