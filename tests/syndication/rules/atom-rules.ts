import {
  addressProblems,
  characterProblems,
  contentProblems,
  idProblems,
  languageProblems,
  repeated,
} from './content-rules.ts';
import { childrenOf, elementsOf, withoutSections, type XmlElement } from './xml-elements.ts';

/** RFC 3339 as RFC 4287 §3.3 narrows it: capital T and Z. */
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
/** RFC 4287 §4.1.1 and §4.1.2: how often each child may stand. */
const OF_FEED = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  author: [0, 9],
  link: [0, 9],
  subtitle: [0, 1],
  generator: [0, 1],
  icon: [0, 1],
  logo: [0, 1],
  rights: [0, 1],
  category: [0, 9],
  contributor: [0, 9],
  entry: [0, 999],
} as const;
const OF_ENTRY = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  published: [0, 1],
  author: [0, 9],
  link: [0, 9],
  summary: [0, 1],
  content: [0, 1],
  category: [0, 9],
  contributor: [0, 9],
  rights: [0, 1],
  source: [0, 1],
} as const;

/**
 * What RFC 4287 and the W3C Feed Validation Service would say of an Atom document.
 * @param address where it was read; its `self` link must name it
 * @param now dates after it are implausible
 */
export function atomProblems(xml: string, address: string, now: string): string[] {
  const text = withoutSections(xml);
  const [feed] = elementsOf(text, 'feed');
  if (feed === undefined) return ['no feed'];
  const entries = elementsOf(feed.inner, 'entry');
  const head = feed.inner.replace(/<entry>[\s\S]*<\/entry>/, '');
  const one = (name: string) => elementsOf(head, name)[0]?.text ?? '';
  const self = elementsOf(head, 'link').filter(({ attributes }) => attributes.rel === 'self');
  const newest = entries
    .map(({ inner }) => elementsOf(inner, 'updated')[0]?.text ?? '')
    .reduce((a, b) => (a > b ? a : b), '');
  return [
    ...(/^<\?xml version="1\.0" encoding="utf-8"\?>/.test(xml) ? [] : ['declaration']),
    ...(feed.attributes.xmlns === 'http://www.w3.org/2005/Atom' ? [] : ['namespace']),
    ...languageProblems(feed.attributes['xml:lang']),
    ...characterProblems(xml),
    ...countProblems(feed.inner, OF_FEED),
    ...(one('title').trim() ? [] : ['no title']),
    ...idProblems(one('id')),
    ...dateProblems(one('updated'), now),
    ...(newest > one('updated') ? ['older than its entries'] : []),
    // §4.1.1: a feed has an author unless each of its entries has.
    ...(elementsOf(elementsOf(head, 'author')[0]?.inner ?? '', 'name')[0]?.text
      ? []
      : ['no author']),
    ...(self.length === 1 && self[0]?.attributes.href === address ? [] : ['self']),
    ...linkProblems(head),
    ...repeated(entries.map(({ inner }) => elementsOf(inner, 'id')[0]?.text ?? '')),
    ...entries.flatMap((entry) => entryProblems(entry, now)),
  ];
}

function entryProblems({ inner }: XmlElement, now: string): string[] {
  const one = (name: string) => elementsOf(inner, name)[0];
  const [published, updated] = [one('published')?.text ?? '', one('updated')?.text ?? ''];
  const [content, summary] = [one('content'), one('summary')];
  const hasAlternate = elementsOf(inner, 'link').some(
    ({ attributes }) => attributes.rel === 'alternate',
  );
  return [
    ...countProblems(inner, OF_ENTRY),
    ...(one('title')?.text.trim() ? [] : ['empty title']),
    ...idProblems(one('id')?.text ?? ''),
    ...dateProblems(updated, now),
    ...(published === '' ? [] : dateProblems(published, now)),
    ...(updated < published ? [`updated ${updated} before ${published}`] : []),
    // §4.1.2: without content there must be an alternate link.
    ...(content !== undefined || hasAlternate ? [] : ['neither content nor alternate']),
    ...[one('title'), summary, content].flatMap((text) =>
      /^(text|html|xhtml)$/.test(text?.attributes.type ?? 'text') ? [] : ['type of text'],
    ),
    ...(content?.attributes.type === 'html' ? contentProblems(content.text) : []),
    ...elementsOf(inner, 'category').flatMap(({ attributes }) =>
      attributes.term?.trim() ? [] : ['category without term'],
    ),
    ...linkProblems(inner),
  ];
}

function linkProblems(xml: string): string[] {
  const links = elementsOf(xml, 'link').map(({ attributes }) => attributes);
  const alternates = links.filter(({ rel = 'alternate' }) => rel === 'alternate');
  return [
    ...links.flatMap(({ href = '' }) => addressProblems(href)),
    // §4.1.1: no two alternate links of the same type and language.
    ...repeated(alternates.map(({ type, hreflang }) => `${type} ${hreflang}`)),
  ];
}

function countProblems(
  xml: string,
  rules: Readonly<Record<string, readonly [number, number]>>,
): string[] {
  const names = childrenOf(xml);
  const unknown = names.filter((name) => !Object.hasOwn(rules, name));
  const wrong = Object.entries(rules).flatMap(([name, [least, most]]) => {
    const count = names.filter((one) => one === name).length;
    return count < least || count > most ? [`${count} of ${name}`] : [];
  });
  return [...unknown.map((name) => `unknown element ${name}`), ...wrong];
}

function dateProblems(date: string, now: string): string[] {
  if (!RFC_3339.test(date) || Number.isNaN(Date.parse(date)))
    return [`no date of RFC 3339: ${date}`];
  return Date.parse(date) <= Date.parse(now) ? [] : [`implausible date: ${date}`];
}
