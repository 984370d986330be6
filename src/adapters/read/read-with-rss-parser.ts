import Parser from 'rss-parser';

/** Elements of single formats, read as text into `extra`. */
export const EXTRA_FIELDS = [
  'status',
  'severity',
  'maintenanceEndDate',
  'dc:date',
  'a10:updated',
  'atom:updated',
] as const;

/**
 * Elements rss-parser reads in its own way: it drops attributes and second links, hands dates to
 * `new Date()` and throws the whole feed away over one it cannot read. Under another name they
 * arrive untouched as custom fields.
 */
const UNTOUCHED = [
  'guid',
  'link',
  'published',
  'updated',
  'description',
  'content',
  'summary',
] as const;
const KEPT = ['title', 'id', 'category', 'pubDate', 'content:encoded', ...EXTRA_FIELDS] as const;

/** Lists of nodes as xml2js makes them: text, or an object with text `_` and attributes `$`. */
export type NodeField =
  | (typeof UNTOUCHED)[number]
  | (typeof KEPT)[number]
  | 'lastBuildDate'
  | 'language';
export type Nodes = Readonly<Partial<Record<NodeField | '$', unknown>>>;

export interface RssParserResult {
  kind: 'rss' | 'atom';
  feed: Nodes;
  items: readonly Nodes[];
}

/** The part of rss-parser that builds a feed from the parsed XML; public in JavaScript only. */
interface Builders {
  buildAtomFeed(xml: unknown): Parser.Output<Nodes>;
  buildRSS(channel: unknown, items: unknown): Parser.Output<Nodes>;
  xmlParser: {
    parseString(xml: string, callback: (error: Error | null, result: unknown) => void): void;
  };
}

const asIs = (field: string) => [field, field, { keepArray: true }];
const renamed = (field: string) => [`feed:${field}`, field, { keepArray: true }];
const FIELDS = [...UNTOUCHED.map(renamed), ...KEPT.map(asIs), asIs('$')];

/**
 * Reads XML with rss-parser, now and not later: `parseString` hands its result to a promise, but
 * works synchronously up to there, so the result is taken where it is built.
 *
 * @throws Error with the message of the XML parser, or of rss-parser where it is no feed.
 */
export function readWithRssParser(xml: string): RssParserResult {
  const parser = new Parser<Nodes, Nodes>({
    defaultRSS: 2,
    customFields: {
      // The types know names only, the code reads [from, to, options] in both lists.
      feed: [...FIELDS, asIs('lastBuildDate'), asIs('language')] as unknown as (keyof Nodes)[],
      item: FIELDS,
    },
    xml2js: { tagNameProcessors: [nameProcessor(xml)] },
  });
  const builders = parser as unknown as Builders;
  const { buildAtomFeed, buildRSS } = builders;
  const parseXml = builders.xmlParser.parseString;
  const outcome: { result?: RssParserResult; error?: unknown } = {};
  builders.buildAtomFeed = (document) => {
    const feed = buildAtomFeed.call(builders, document);
    outcome.result = { kind: 'atom', feed: feed as Nodes, items: feed.items };
    return feed;
  };
  builders.buildRSS = (channel, items) => {
    const feed = buildRSS.call(builders, channel, items);
    outcome.result = { kind: 'rss', feed: feed as Nodes, items: feed.items };
    return feed;
  };
  builders.xmlParser.parseString = function (text, callback) {
    parseXml.call(this, text, (error, result) => {
      outcome.error ??= error ?? undefined;
      callback(error, result);
    });
  };
  parser.parseString(xml).catch(() => {
    // What went wrong is in `outcome` already; the promise only says it again, later.
  });
  if (outcome.error !== undefined) throw outcome.error;
  if (outcome.result === undefined) throw new Error('It has no channel or feed element.');
  return outcome.result;
}

/** Renames what rss-parser must not touch, and drops a prefix the root of an Atom feed wears. */
function nameProcessor(xml: string): (name: string) => string {
  const prefix = /^<([\w-]+:)feed[\s>]/.exec(xml)?.[1];
  const untouched = new Set<string>(UNTOUCHED);
  return (name) => {
    const bare = prefix !== undefined && name.startsWith(prefix) ? name.slice(prefix.length) : name;
    return untouched.has(bare) ? `feed:${bare}` : bare;
  };
}
