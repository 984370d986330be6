import type { FeedDocument } from '../adapters/adapter.ts';
import { parseFeedXmlLoosely } from '../adapters/read/parse-feed-xml.ts';
import { adapterFor } from '../adapters/registry.ts';

/** A format recognised in a document. */
export interface Candidate {
  format: string;
  /** What stands in the config: the address of the page or feed. */
  url: string;
  document: FeedDocument;
}

/** Formats that any feed of their kind answers to; a name of a format's own outweighs them. */
const GENERIC = ['rss', 'atom'];
/** What is a case of what: the first names the vendor, the second its platform. */
const CASE_OF: Readonly<Record<string, string>> = { fastly: 'statuscast' };

/** Without the general where something more exact was recognised. */
export function mostSpecific<T extends Pick<Candidate, 'format'>>(found: readonly T[]): T[] {
  const formats = found.map(({ format }) => format);
  const general = [
    ...(formats.some((format) => !GENERIC.includes(format)) ? GENERIC : []),
    ...formats.flatMap((format) => CASE_OF[format] ?? []),
  ];
  return found.filter(({ format }) => !general.includes(format));
}

/** The line to paste into `feeds` of a provider in feeds.config.ts, valid as it stands. */
export function feedEntry({ format, url, document }: Candidate): string {
  const fields = { format, url, ...requiredFields(format, document), evidence: 'recorded' };
  const text = Object.entries(fields).map(([key, value]) => `${key}: ${quoted(value)}`);
  return `{ ${text.join(', ')} },`;
}

function requiredFields(format: string, document: FeedDocument): Record<string, string> {
  const isTitleNeeded = adapterFor(format)?.requires?.includes('expectTitle') === true;
  return isTitleNeeded ? { expectTitle: parseFeedXmlLoosely(document)?.title ?? '' } : {};
}

/** In single quotes, as the formatter writes them. */
function quoted(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner}'`;
}
