import { z } from 'zod';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter } from './adapter.ts';
import { anything, idText, optionalText } from './read/lenient.ts';
import { isObject, objectAt, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader } from './read/words.ts';

const FORMAT = 'paypal';

const PAGE = z.object({
  result: z
    .array(
      z.object({
        id: idText.nullish().catch(null),
        name: idText,
        displayName: optionalText,
        parentName: optionalText,
        status: z.object({ production: anything }),
      }),
    )
    .min(1),
});

/** The legend of the page; a bulletin is information about a service that works. */
export const PAYPAL_STATUS = {
  operational: 'operational',
  bulletin: 'operational',
  'degraded performance': 'degraded_performance',
  'partial outage': 'partial_outage',
  'service disruption': 'partial_outage',
  'major outage': 'major_outage',
  maintenance: 'under_maintenance',
  'under maintenance': 'under_maintenance',
} as const satisfies Record<string, ComponentStatus>;

const isPage = (json: unknown) =>
  isObject(json) &&
  Array.isArray(json.result) &&
  json.result.some((one) => objectAt(one, 'status')?.production !== undefined);

/** PayPal's components in production; the sandbox of developers is left out. */
export const paypal: Adapter = {
  format: FORMAT,
  documents: (url) => [url],
  recognises: (document) => isPage(parseJsonLoosely(document)),
  parse(documents) {
    const words = createWordReader();
    const { result } = readJson(pickOrFirst(documents, isPage), PAGE, FORMAT);
    const components = result.map((raw) => {
      const group = cleanTitle(raw.parentName ?? '');
      return {
        id: raw.id ?? raw.name,
        name: cleanTitle(raw.displayName ?? '') || cleanTitle(raw.name),
        status: words.read('status.production', raw.status.production, PAYPAL_STATUS),
        ...(group !== '' && { group }),
      };
    });
    return {
      coverage: 'active-only',
      status: null,
      components,
      incidents: [],
      // It tells that something is wrong, not what: only all green proves that nothing is reported.
      provesNothingReported: components.every(({ status }) => status === 'operational'),
      unknownWords: words.unknownWords,
      warnings: [],
    };
  },
};
