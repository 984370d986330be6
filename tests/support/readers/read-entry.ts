/** An entry as one reader understood it. Absent: that reader has no such field. */
export interface ReadEntry {
  id: string | undefined;
  title: string | undefined;
  link: string | undefined;
  /** ISO 8601, UTC. */
  published?: string | undefined;
  updated?: string | undefined;
  /** Plain text. */
  summary?: string | undefined;
  /** Plain text of the HTML. */
  content?: string | undefined;
  categories: string[] | undefined;
  author?: string | undefined;
}

export interface ReadFeed {
  title: string | undefined;
  link: string | undefined;
  language?: string | undefined;
  entries: ReadEntry[];
}
