import type { Adapter } from './adapter.ts';
import { parseJsonLoosely } from './read/read-json.ts';
import { isStatuscastSummary, readStatuscastSummary } from './statuscast-summary.ts';

/** StatusCast pages: the summary of what is open now. There is no list of components in it. */
export const statuscast: Adapter = {
  format: 'statuscast',
  documents: (url) => [`${url.replace(/(\/summary\.json)?\/*$/, '')}/summary.json`],
  recognises: (document) => isStatuscastSummary(parseJsonLoosely(document)),
  parse: (documents, context) => readStatuscastSummary(documents, context, 'statuscast'),
};
