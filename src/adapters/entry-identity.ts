import { type IncidentStatus, isEndedStatus } from '../model/incident.ts';
import { stableHash } from '../model/incident-id.ts';
import { sortPosts } from './incident-course.ts';
import { oldestFirst } from './oldest-first.ts';
import type { FeedItem, FeedXml } from './read/parse-feed-xml.ts';
import { cleanTitle } from './read/plain-text.ts';
import { titleWithoutStatus } from './read/status-words.ts';

/** An entry with what grouping needs to know of it. */
export interface DatedItem {
  item: FeedItem;
  at: string | null;
  status: IncidentStatus | null;
}

/** Entries of one incident, oldest first. */
export interface EntryGroup<T extends DatedItem> {
  upstreamId: string;
  aliases: string[];
  oldest: T;
  newest: T;
  entries: T[];
}

const DAY_MS = 86_400_000;
/** After an end, the same id this much later is another incident. */
const REUSED_AFTER_MS = 14 * DAY_MS;
/** An address that names one incident, and its id there. */
const INCIDENT_PATH = /\/incidents?\/([\w-]{1,64})\/?$/;
const ENTRY_PATH = /\/(?:incidents?|maintenances?|issues?|events?|notices?|reports?)\/[^/]+/;

/**
 * Which entries are of one incident. In this order: the guid without the fragment that numbers its
 * posts; an address only this incident has; and where there is neither, title and day.
 */
export function groupEntries<T extends DatedItem>(
  feed: FeedXml,
  entries: readonly T[],
): EntryGroup<T>[] {
  const anonymousLinks = countLinks(entries.filter(({ item }) => item.id === ''));
  const groups = new Map<string, T[]>();
  for (const entry of entries) {
    const key = keyOf(entry, feed, anonymousLinks);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups].flatMap(([key, members]) => splitReused(key, sortPosts(oldestFirst(members))));
}

/** The id of an incident as its own page has it: shared with the JSON of the same platform. */
export function incidentSlugOf(url: string): string | null {
  const path = URL.parse(url)?.pathname ?? '';
  return INCIDENT_PATH.exec(path)?.[1] ?? null;
}

function keyOf({ item, at }: DatedItem, feed: FeedXml, links: ReadonlyMap<string, number>): string {
  if (item.id !== '') {
    const address = /^https?:/i.test(item.id) ? withoutFragment(item.id, item.link) : item.id;
    return incidentSlugOf(address) ?? address;
  }
  const isOwnLink = links.get(item.link) === 1 && item.link !== feed.link;
  if (isOwnLink && hasPath(item.link)) return incidentSlugOf(item.link) ?? item.link;
  return stableHash(
    `${titleWithoutStatus(cleanTitle(item.title)).toLowerCase()} ${at?.slice(0, 10) ?? ''}`,
  );
}

/** `…/incident/501#u2` numbers a post of 501, but `status.example/#ec2_17…` is all there is. */
function withoutFragment(id: string, link: string): string {
  const bare = id.replace(/#.*/, '');
  return bare === link.replace(/#.*/, '') && hasPath(bare) ? bare : id;
}

function hasPath(address: string): boolean {
  return /[^/]/.test(URL.parse(address)?.pathname ?? '');
}

function splitReused<T extends DatedItem>(key: string, members: readonly T[]): EntryGroup<T>[] {
  const runs: Omit<EntryGroup<T>, 'aliases'>[] = [];
  for (const entry of members) {
    const run = runs.at(-1);
    const begun = { oldest: entry, newest: entry, entries: [entry] };
    if (run === undefined) {
      runs.push({ upstreamId: key, ...begun });
    } else if (isReuse(run.newest, entry)) {
      runs.push({ upstreamId: `${key}-${entry.at?.slice(0, 10)}`, ...begun });
    } else {
      run.entries.push(entry);
      run.newest = entry;
    }
  }
  return runs.map((run) => ({
    ...run,
    aliases: runs.length === 1 ? aliasesOf(key, run.entries) : [],
  }));
}

function isReuse(before: DatedItem, entry: DatedItem): boolean {
  if (!isEndedStatus(before.status) || isEndedStatus(entry.status)) return false;
  return Date.parse(entry.at ?? '') - Date.parse(before.at ?? '') > REUSED_AFTER_MS;
}

/** Its address, where that names one incident: a second feed may know it by that. */
function aliasesOf(key: string, entries: readonly DatedItem[]): string[] {
  const links = entries.map(({ item }) => item.link).filter((link) => ENTRY_PATH.test(link));
  return [...new Set(links.map((link) => incidentSlugOf(link) ?? link))].filter((id) => id !== key);
}

function countLinks(entries: readonly DatedItem[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { item } of entries) counts.set(item.link, (counts.get(item.link) ?? 0) + 1);
  return counts;
}
