import {
  addressProblems,
  characterProblems,
  contentProblems,
  idProblems,
  languageProblems,
  repeated,
} from './content-rules.ts';
import { childrenOf, elementsOf, withoutSections, type XmlElement } from './xml-elements.ts';

/** https://www.rssboard.org/rss-specification, and `atom:link` of its profile. */
const OF_CHANNEL = [
  'title,link,description,language,copyright,managingEditor,webMaster,pubDate,lastBuildDate',
  'category,generator,docs,cloud,ttl,image,textInput,skipHours,skipDays,atom:link,item',
].flatMap((names) => names.split(','));
const OF_ITEM = 'title,link,description,author,category,comments,enclosure,guid,pubDate,source';
const MAY_REPEAT = new Set(['category', 'atom:link', 'item']);
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/;

/**
 * What the W3C Feed Validation Service would say of an RSS 2.0 document.
 * @param address where it was read; its `self` link must name it
 * @param now dates after it are implausible
 */
export function rssProblems(xml: string, address: string, now: string): string[] {
  const text = withoutSections(xml);
  const [root] = elementsOf(text, 'rss');
  const [channel, ...more] = elementsOf(text, 'channel');
  if (root === undefined || channel === undefined) return ['no rss or no channel'];
  const head = channel.inner.replace(/<item>[\s\S]*<\/item>/, '');
  const items = elementsOf(channel.inner, 'item');
  const one = (name: string) => elementsOf(head, name)[0]?.text;
  const links = elementsOf(head, 'atom:link').map(({ attributes }) => attributes);
  const self = links.filter(({ rel }) => rel === 'self');
  const newest = items
    .map((item) => Date.parse(elementsOf(item.inner, 'pubDate')[0]?.text ?? ''))
    .reduce((a, b) => Math.max(a, b), 0);
  const builtAt = one('lastBuildDate');
  return [
    ...(/^<\?xml version="1\.0" encoding="utf-8"\?>/.test(xml) ? [] : ['declaration']),
    ...(root.attributes.version === '2.0' && more.length === 0 ? [] : ['version or channels']),
    ...characterProblems(xml),
    ...vocabularyProblems(channel.inner, OF_CHANNEL, ['title', 'link', 'description']),
    ...['title', 'description'].filter((name) => !one(name)?.trim()).map((name) => `no ${name}`),
    ...addressProblems(one('link') ?? ''),
    ...languageProblems(one('language')),
    ...(builtAt === undefined ? [] : dateProblems(builtAt, now)),
    ...(builtAt !== undefined && Date.parse(builtAt) < newest ? ['built before its items'] : []),
    ...(/^[1-9]\d*$/.test(one('ttl') ?? '1') ? [] : ['ttl']),
    ...(self.length === 1 && self[0]?.href === address ? [] : [`self: ${self[0]?.href}`]),
    ...links.flatMap(({ href = '' }) => addressProblems(href)),
    ...repeated(items.map((item) => elementsOf(item.inner, 'guid')[0]?.text ?? '')),
    ...items.flatMap((item) => itemProblems(item, now)),
  ];
}

function itemProblems({ inner }: XmlElement, now: string): string[] {
  const one = (name: string) => elementsOf(inner, name)[0];
  const [guid, link] = [one('guid'), one('link')?.text ?? ''];
  const isPermanent = guid?.attributes.isPermaLink !== 'false';
  return [
    ...vocabularyProblems(inner, OF_ITEM.split(','), ['guid', 'link', 'pubDate']),
    ...(one('title')?.text.trim() || one('description')?.text.trim()
      ? []
      : ['neither title nor text']),
    ...(one('title')?.text === '' ? ['empty title'] : []),
    // "If isPermaLink is true or absent, the guid must be a permanent link to the item."
    ...(isPermanent ? addressProblems(guid?.text ?? '') : idProblems(guid?.text ?? '')),
    ...addressProblems(link),
    ...dateProblems(one('pubDate')?.text ?? '', now),
    ...contentProblems(one('description')?.text ?? ''),
    ...elementsOf(inner, 'category').flatMap(({ text }) => (text.trim() ? [] : ['empty category'])),
  ];
}

function vocabularyProblems(xml: string, known: readonly string[], needed: readonly string[]) {
  const names = childrenOf(xml);
  return [
    ...names.filter((name) => !known.includes(name)).map((name) => `unknown element ${name}`),
    ...repeated(names.filter((name) => !MAY_REPEAT.has(name))).map((name) => `two of ${name}`),
    ...needed.filter((name) => !names.includes(name)).map((name) => `no ${name}`),
  ];
}

function dateProblems(date: string, now: string): string[] {
  const time = Date.parse(date);
  if (!RFC_822.test(date) || Number.isNaN(time)) return [`no date of RFC 822: ${date}`];
  const weekday = new Date(time).toUTCString().slice(0, 3);
  const isPlausible = time <= Date.parse(now) && date.startsWith(weekday);
  return isPlausible ? [] : [`implausible date: ${date}`];
}
