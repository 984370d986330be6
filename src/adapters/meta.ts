import { z } from 'zod';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter } from './adapter.ts';
import { anything, idText } from './read/lenient.ts';
import { isObject, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader } from './read/words.ts';

const FORMAT = 'meta';

const ORGS = z
  .array(
    z.object({
      id: idText,
      name: z.string(),
      services: z.array(z.object({ id: idText, name: z.string(), status: anything })),
    }),
  )
  .min(1);

/** `status` of a service. `Resolved` stays for hours after the end. */
export const META_STATUS = {
  'no known issues': 'operational',
  resolved: 'operational',
  'low disruptions': 'degraded_performance',
  'some disruptions': 'degraded_performance',
  'medium disruptions': 'partial_outage',
  'high disruptions': 'major_outage',
  'major disruptions': 'major_outage',
} as const satisfies Record<string, ComponentStatus>;

const isOrgs = (json: unknown) =>
  Array.isArray(json) &&
  json.some((org) => isObject(org) && 'rss_file_paths' in org && Array.isArray(org.services));

/** Meta's status index: products and their services. What happened stands in a feed per product. */
export const meta: Adapter = {
  format: FORMAT,
  documents: (url) => [url],
  recognises: (document) => isOrgs(parseJsonLoosely(document)),
  parse(documents) {
    const words = createWordReader();
    const orgs = readJson(pickOrFirst(documents, isOrgs), ORGS, FORMAT);
    const components = orgs.flatMap((org) =>
      org.services.map((service) => ({
        // Services are numbered per product.
        id: `${org.id}/${service.id}`,
        name: cleanTitle(service.name),
        group: cleanTitle(org.name),
        status: words.read('service.status', service.status, META_STATUS),
      })),
    );
    return {
      coverage: 'active-only',
      status: null,
      components,
      incidents: [],
      // It tells that something is wrong, not what: only all green proves that nothing is reported.
      provesNothingReported:
        components.length > 0 && components.every(({ status }) => status === 'operational'),
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};
