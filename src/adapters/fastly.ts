import type { Adapter } from './adapter.ts';
import { isObject } from './read/pick-document.ts';
import { parseJsonLoosely } from './read/read-json.ts';
import { isStatuscastSummary, readStatuscastSummary } from './statuscast-summary.ts';

/** Fastly's status page: the wire format of StatusCast, told apart by its `Domain`. */
export const fastly: Adapter = {
  format: 'fastly',
  documents: (url) => [`${url.replace(/(\/summary\.json)?\/*$/, '')}/summary.json`],
  recognises(document) {
    const json = parseJsonLoosely(document);
    return isStatuscastSummary(json) && isObject(json) && json.Domain === 'fastly';
  },
  parse: (documents, context) => readStatuscastSummary(documents, context, 'fastly'),
};
