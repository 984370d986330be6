import { z } from 'zod';
import type { Impact } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, SnapshotIncident } from './adapter.ts';
import { finishIncident } from './finish-incident.ts';
import { joinIncidents } from './join-incidents.ts';
import { anything, listOf, optionalText, requiredList } from './read/lenient.ts';
import { hasKeys, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { createZonelessDates, type ZonelessDates } from './zoneless-dates.ts';

const FORMAT = 'cstate';

const ISSUE = z.object({
  title: optionalText,
  createdAt: anything,
  lastMod: anything,
  permalink: optionalText,
  severity: anything,
  resolved: anything,
  informational: anything,
  resolvedAt: anything,
  affected: listOf(z.string()),
  filename: optionalText,
});
const PAGE = z.object({
  cStateVersion: anything,
  summaryStatus: z.string(),
  systems: z.array(
    z.object({
      name: z.string(),
      category: optionalText,
      status: anything,
      unresolvedIssues: requiredList(ISSUE),
    }),
  ),
});

/** `notice` is an announcement: it claims no trouble. */
export const CSTATE_STATUS = {
  ok: 'operational',
  notice: 'operational',
  disrupted: 'partial_outage',
  down: 'major_outage',
} as const satisfies Record<string, ComponentStatus>;

export const CSTATE_IMPACT = {
  notice: 'none',
  disrupted: 'major',
  down: 'critical',
} as const satisfies Record<string, Impact>;

const isPage = (json: unknown) => hasKeys(json, 'summaryStatus', 'systems');

/** cState: `index.json`, written by a template at build time; only what is unresolved. */
export const cstate: Adapter = {
  format: FORMAT,
  documents: (url) => [`${url.replace(/(\/index\.json)?\/*$/, '')}/index.json`],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents, context) {
    const words = createWordReader();
    const dates = createZonelessDates(context);
    const page = readJson(pickOrFirst(documents, isPage), PAGE, FORMAT);
    const issues = page.systems.flatMap(({ unresolvedIssues }) => unresolvedIssues);
    return {
      coverage: 'active-only',
      status: words.read('summaryStatus', page.summaryStatus, CSTATE_STATUS),
      components: page.systems.map((system) => {
        const group = cleanTitle(system.category ?? '');
        return {
          id: system.name,
          name: cleanTitle(system.name),
          status: words.read('system.status', system.status, CSTATE_STATUS),
          ...(group !== '' && { group }),
        };
      }),
      // An issue stands under every system it affects.
      incidents: joinIncidents(
        issues.map((issue) => readIssue(issue, { words, dates, base: context.statusPage })),
      ),
      // An issue that affects no listed system appears nowhere in this document.
      provesNothingReported: page.summaryStatus === 'ok' || issues.length > 0,
      unknownWords: words.unknownWords,
      warnings: dates.warnings(),
    };
  },
};

function readIssue(
  issue: z.infer<typeof ISSUE>,
  { words, dates, base }: { words: WordReader; dates: ZonelessDates; base: string },
): SnapshotIncident {
  const read = (raw: unknown) => dates.read(typeof raw === 'string' ? withoutZoneName(raw) : raw);
  const url = safeUrl(issue.permalink ?? '', base);
  const isNotice = issue.informational === true || issue.severity === 'notice';
  const startedAt = read(issue.createdAt);
  return finishIncident({
    upstreamId: issue.filename || url || `${issue.title ?? ''} ${startedAt ?? ''}`,
    kind: isNotice ? 'notice' : 'incident',
    title: issue.title,
    status: issue.resolved === true ? 'resolved' : 'investigating',
    impact: words.read('issue.severity', issue.severity, CSTATE_IMPACT),
    startedAt,
    resolvedAt: read(issue.resolvedAt),
    updatedAt: read(issue.lastMod),
    updates: [],
    components: issue.affected.map((name) => ({ id: name, name })),
    url,
  });
}

/** Go prints `2026-01-02 15:04:05 +0100 CET`: the offset counts, the name behind it is in the way. */
function withoutZoneName(text: string): string {
  return text.replace(/([+-]\d{4}) [A-Z0-9+-]{1,6}$/, '$1');
}
