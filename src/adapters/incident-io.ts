import { z } from 'zod';
import type { Adapter, AdapterContext, FeedDocument } from './adapter.ts';
import { readNativeComponents, readNativeIncidents } from './incident-io-native.ts';
import { INCIDENT_IO_DOCUMENT, type IncidentIoDocument } from './incident-io-wire.ts';
import { joinIncidents } from './join-incidents.ts';
import { pageBase } from './page-base.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader, type WordReader } from './read/words.ts';
import { readEach } from './read-each.ts';
import { coverageOf, isUlid, readStatuspageDocuments } from './statuspage-document.ts';
import { STATUSPAGE_DOCUMENT, type StatuspageDocument } from './statuspage-wire.ts';

const WITH_PAGE = z.object({ page: z.object({ id: z.string() }) });
const NATIVE_SIGNATURE = z.union([
  z.object({ summary: z.object({ ongoing_incidents: z.unknown(), structure: z.unknown() }) }),
  z.object({
    incidents: z.array(z.object({ id: z.string(), status_page_id: z.string() })).min(1),
  }),
  z.object({ component_impacts: z.array(z.unknown()), incident_links: z.array(z.unknown()) }),
]);

type Reading =
  | { kind: 'compatible'; document: StatuspageDocument }
  | { kind: 'native'; document: IncidentIoDocument };

/**
 * Status pages of incident.io: the Statuspage-compatible API (ULIDs as ids, empty lists null or
 * left out) and what the page itself reads under `/proxy/<host>`, which knows components and the
 * course of each impact. Same ids in both, so they are told as one.
 */
export const incidentIo: Adapter = {
  format: 'incident-io',
  documents(url) {
    const page = pageBase(url);
    const proxy = `${page}/proxy/${new URL(page).host}`;
    return [
      `${page}/api/v2/summary.json`,
      `${page}/api/v2/incidents.json`,
      proxy,
      `${proxy}/incidents`,
    ];
  },
  recognises(document) {
    const value = parseJsonLoosely(document);
    const page = WITH_PAGE.safeParse(value);
    return page.success ? isUlid(page.data.page.id) : NATIVE_SIGNATURE.safeParse(value).success;
  },
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, readDocument);
    const compatible = readings.filter((reading) => reading.kind === 'compatible');
    const native = readings.filter((reading) => reading.kind === 'native');
    const snapshot = snapshotOf(
      compatible.map(({ document }) => document),
      native.map(({ document }) => document),
      context,
      words,
    );
    return { ...snapshot, warnings };
  },
};

function readDocument(document: FeedDocument): Reading {
  return WITH_PAGE.safeParse(parseJsonLoosely(document)).success
    ? { kind: 'compatible', document: readJson(document, STATUSPAGE_DOCUMENT, 'incident-io') }
    : { kind: 'native', document: readJson(document, INCIDENT_IO_DOCUMENT, 'incident-io') };
}

function snapshotOf(
  compatible: readonly StatuspageDocument[],
  native: readonly IncidentIoDocument[],
  context: AdapterContext,
  words: WordReader,
) {
  const reading = readStatuspageDocuments(compatible, context, words);
  const summary = native.find((document) => document.summary)?.summary;
  const own = summary ? readNativeComponents(summary, words) : [];
  // Groups are only in the native form; where it lists nothing, the compatible form does.
  const components = own.length > 0 ? own : reading.components;
  const names = new Map([...reading.components, ...own].map(({ id, name }) => [id, name]));
  const hasNewest = native.some(({ incidents, incident_links }) => incidents || incident_links);
  const isOpenListed = Boolean(summary) || reading.lists.open;
  const coverage = hasNewest ? 'window' : summary ? 'active-only' : coverageOf(reading);
  return {
    coverage,
    status: reading.status,
    components,
    incidents: joinIncidents([
      ...reading.incidents,
      ...readNativeIncidents(native, { words, context, names }),
    ]),
    provesNothingReported: isOpenListed || reading.lists.newest,
    unknownWords: words.unknownWords,
  } as const;
}
