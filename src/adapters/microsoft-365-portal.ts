import { z } from 'zod';
import type { Adapter, SnapshotComponent } from './adapter.ts';
import { idText } from './read/lenient.ts';
import { cleanTitle } from './read/plain-text.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { readEach } from './read-each.ts';

/** The older portal of Microsoft 365 for consumers: a flag per service, prose around it. */
const DOCUMENT = z.object({
  Services: z
    .array(z.object({ Id: idText, Name: z.string(), IsUp: z.boolean().nullish().catch(null) }))
    .min(1),
  IsAllUp: z.boolean(),
});

/** States of services without incidents: `IsUp` says that something is wrong, not what or since when. */
export const microsoft365Portal: Adapter = {
  format: 'microsoft-365-portal',
  documents: (url) => [url],
  recognises: (document) => DOCUMENT.safeParse(parseJsonLoosely(document)).success,
  parse(documents) {
    const { readings, warnings } = readEach(documents, (document) =>
      readJson(document, DOCUMENT, 'microsoft-365-portal'),
    );
    const services = readings.flatMap(({ Services }) => Services);
    const isAllUp = readings.every(({ IsAllUp }) => IsAllUp);
    const components = services.map(
      ({ Id, Name, IsUp }): SnapshotComponent => ({
        id: Id,
        name: cleanTitle(Name) || Id,
        status: IsUp == null ? 'unknown' : IsUp ? 'operational' : 'partial_outage',
      }),
    );
    const isEachUp = components.every(({ status }) => status === 'operational');
    return {
      coverage: 'active-only',
      // The summary and the flags must agree before anything is called fine.
      status: isAllUp ? (isEachUp ? 'operational' : 'unknown') : 'partial_outage',
      components,
      incidents: [],
      provesNothingReported: isAllUp && isEachUp,
      unknownWords: [],
      warnings,
    };
  },
};
