import { parseFeed } from '@rowanmanning/feed-parser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { convert } from 'html-to-text';
import RssParser from 'rss-parser';
import type { ReadFeed } from './read-entry.ts';

export type FeedFormat = 'rss' | 'atom' | 'json';
export type Reader = (text: string, format: FeedFormat) => Promise<ReadFeed>;

/** The words of a piece of HTML, whatever the space between them. */
export const textOf = (html: string | undefined | null) =>
  html == null ? undefined : wordsOf(convert(html, { wordwrap: false }));
export const wordsOf = (text: string | undefined | null) =>
  text == null ? undefined : text.replace(/\s+/g, ' ').trim();
export const isoOf = (date: string | Date | number | undefined | null) =>
  date == null ? undefined : new Date(date).toISOString();

const feedsmith: Reader = async (text, format) => {
  if (format === 'rss') {
    const { title, link, language, items = [] } = parseRssFeed(text);
    const entries = items.map((item) => ({
      id: item.guid?.value,
      title: item.title,
      link: item.link,
      published: isoOf(item.pubDate),
      summary: textOf(item.description),
      categories: item.categories?.map((one) => String(one.name)),
      author: item.authors?.[0]?.toString(),
    }));
    return { title, link, language, entries };
  }
  if (format === 'atom') {
    const feed = parseAtomFeed(text);
    return {
      title: feed.title?.value,
      link: feed.links?.find(({ rel }) => rel === 'alternate')?.href,
      language: feed.xml?.lang,
      entries: (feed.entries ?? []).map((entry) => ({
        id: entry.id,
        title: entry.title?.value,
        link: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
        published: isoOf(entry.published),
        updated: isoOf(entry.updated),
        summary: wordsOf(entry.summary?.value),
        content: textOf(entry.content?.value),
        categories: entry.categories?.map((one) => String(one.term)),
        author: (entry.authors ?? feed.authors)?.[0]?.name,
      })),
    };
  }
  const feed = parseJsonFeed(text);
  return {
    title: feed.title,
    link: feed.home_page_url,
    language: feed.language,
    entries: (feed.items ?? []).map((item) => ({
      id: item.id,
      title: item.title,
      link: item.url,
      published: isoOf(item.date_published),
      updated: isoOf(item.date_modified),
      summary: wordsOf(item.summary),
      content: textOf(item.content_html),
      categories: item.tags,
      author: (item.authors ?? feed.authors)?.[0]?.name,
    })),
  };
};

const rssParser: Reader = async (text, format) => {
  const feed = await new RssParser<{ language?: string }, { id?: string; updated?: string }>({
    customFields: { item: ['updated'] },
  }).parseString(text);
  return {
    title: feed.title,
    link: feed.link,
    ...(format === 'rss' ? { language: String(feed.language) } : {}),
    entries: feed.items.map((item) => ({
      id: item.guid ?? item.id,
      title: item.title,
      link: item.link,
      published: item.isoDate,
      ...(format === 'rss'
        ? { summary: textOf(item.content) }
        : {
            updated: isoOf(item.updated),
            summary: wordsOf(item.summary),
            content: textOf(item.content),
          }),
      // It reads no categories of Atom as text.
      categories: format === 'rss' ? item.categories : undefined,
    })),
  };
};

const rowanManning: Reader = async (text, format) => {
  const feed = parseFeed(text);
  return {
    title: feed.title ?? undefined,
    link: feed.url ?? undefined,
    language: feed.language ?? undefined,
    entries: feed.items.map((item) => ({
      id: item.id ?? undefined,
      title: item.title ?? undefined,
      link: item.url ?? undefined,
      published: isoOf(item.published),
      ...(format === 'rss'
        ? { summary: textOf(item.description) }
        : {
            updated: isoOf(item.updated),
            summary: wordsOf(item.description),
            content: textOf(item.content),
          }),
      categories: item.categories.map(({ term }) => term),
      author: item.authors[0]?.name ?? undefined,
    })),
  };
};

/** Readers of npm that are independent of each other, by name. JSON Feed is read by the first only. */
export const NPM_READERS: Readonly<Record<string, Reader>> = {
  feedsmith,
  'rss-parser': rssParser,
  '@rowanmanning/feed-parser': rowanManning,
};
