import { parseAtomFeed, parseRssFeed } from 'feedsmith';

/** What a reader tells its user of, and when. */
export interface Announcement {
  id: string;
  title: string;
  publishedAt: string;
  /** When the reader noticed. */
  at: string;
}

export interface SimulatedReader {
  announcements: Announcement[];
  /** Entries that changed after they were announced, though their id stayed. */
  changes: { id: string; what: string }[];
  /** What the first page of the feed holds at a moment. */
  read(text: string, at: string): void;
}

interface Seen {
  id: string;
  title: string;
  publishedAt: string;
  updatedAt: string;
  text: string;
}

/**
 * A reader as most are: it remembers ids, announces what it has never seen, marks as changed what
 * has another `updated` or text, and takes what is there on its first visit for read.
 */
export function createSimulatedReader(format: 'rss' | 'atom'): SimulatedReader {
  const known = new Map<string, Seen>();
  const announcements: Announcement[] = [];
  const changes: SimulatedReader['changes'] = [];
  let isFirst = true;
  return {
    announcements,
    changes,
    read(text, at) {
      for (const entry of (format === 'rss' ? rssEntries(text) : atomEntries(text)).reverse()) {
        const before = known.get(entry.id);
        known.set(entry.id, entry);
        if (before === undefined) {
          if (!isFirst) announcements.push({ ...entry, at });
          continue;
        }
        for (const what of ['title', 'publishedAt', 'updatedAt', 'text'] as const) {
          if (before[what] !== entry[what]) changes.push({ id: entry.id, what });
        }
      }
      isFirst = false;
    },
  };
}

function rssEntries(text: string): Seen[] {
  return (parseRssFeed(text).items ?? []).map((item) => {
    const at = new Date(item.pubDate ?? '').toISOString();
    return {
      id: item.guid?.value ?? '',
      title: item.title ?? '',
      publishedAt: at,
      updatedAt: at,
      text: item.description ?? '',
    };
  });
}

function atomEntries(text: string): Seen[] {
  return (parseAtomFeed(text).entries ?? []).map((entry) => ({
    id: entry.id ?? '',
    title: entry.title?.value ?? '',
    publishedAt: new Date(entry.published ?? '').toISOString(),
    updatedAt: new Date(entry.updated ?? '').toISOString(),
    text: entry.content?.value ?? '',
  }));
}
