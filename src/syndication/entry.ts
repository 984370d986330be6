/** One entry of a feed, before it is RSS, Atom or JSON. Times are ISO 8601, UTC, from data only. */
export interface Entry {
  /** Never changes, whatever is built where: `urn:downstream:…`. */
  id: string;
  title: string;
  /** Absolute address of our page. */
  link: string;
  /** When a reader could first have known; fixed for good. */
  publishedAt: string;
  updatedAt: string;
  /** Plain text that stays as it was when the entry appeared. */
  opening: string;
  /** All that is known by now, as plain paragraphs; grows while the incident lives. */
  paragraphs: readonly Paragraph[];
  categories: readonly string[];
}

export interface Paragraph {
  /** Bold lead, e.g. state and time. */
  lead?: string;
  text: string;
}

/** The feed around the entries. */
export interface FeedHead {
  title: string;
  description: string;
  /** Page whose cut this is; absolute. */
  siteLink: string;
  /** Names the feed for good, the same on each of its pages: the address of the first. */
  id: string;
  /** The feed's own address; absolute. */
  selfLink: string;
  /** Address of older entries (RFC 5005), null on the last page. */
  nextLink: string | null;
  language: 'en' | 'de';
}

/** Newest `updatedAt` of the entries: a feed's date comes from data, never from the clock. */
export function newestOf(entries: readonly Entry[]): string | null {
  let newest: string | null = null;
  for (const { updatedAt } of entries)
    if (newest === null || updatedAt > newest) newest = updatedAt;
  return newest;
}
