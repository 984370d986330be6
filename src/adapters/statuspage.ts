import { z } from 'zod';
import type { Adapter } from './adapter.ts';
import { pageBase } from './page-base.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader } from './read/words.ts';
import { readEach } from './read-each.ts';
import { coverageOf, isUlid, readStatuspageDocuments } from './statuspage-document.ts';
import { STATUSPAGE_DOCUMENT } from './statuspage-wire.ts';

/** Keys that make a document one of this API; `page.id` tells whose. */
const SIGNATURE = z
  .object({ page: z.object({ id: z.string() }) })
  .and(
    z.union([
      z.object({ status: z.object({ indicator: z.string() }) }),
      z.object({ components: z.array(z.object({ id: z.string(), status: z.string() })) }),
      z.object({ incidents: z.array(z.unknown()) }),
      z.object({ scheduled_maintenances: z.array(z.unknown()) }),
      z.object({ incident: z.object({ incident_updates: z.array(z.unknown()) }) }),
    ]),
  );

/**
 * Atlassian Statuspage: summary, last 50 incidents, last 50 maintenances, and the body it sends to
 * webhooks. Reads what incident.io answers at the same addresses as well, so that a page that moved
 * keeps working; `recognises` tells them apart by the shape of the page id.
 */
export const statuspage: Adapter = {
  format: 'statuspage',
  documents(url) {
    const api = `${pageBase(url)}/api/v2`;
    return [`${api}/summary.json`, `${api}/incidents.json`, `${api}/scheduled-maintenances.json`];
  },
  recognises(document) {
    const result = SIGNATURE.safeParse(parseJsonLoosely(document));
    return result.success && !isUlid(result.data.page.id);
  },
  parse(documents, context) {
    const words = createWordReader();
    const { readings, warnings } = readEach(documents, (document) =>
      readJson(document, STATUSPAGE_DOCUMENT, 'statuspage'),
    );
    const reading = readStatuspageDocuments(readings, context, words);
    return {
      coverage: coverageOf(reading),
      status: reading.status,
      components: reading.components,
      incidents: reading.incidents,
      provesNothingReported: reading.lists.open || reading.lists.newest,
      unknownWords: words.unknownWords,
      warnings,
    };
  },
};
