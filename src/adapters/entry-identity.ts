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
/** Posts of one incident follow each other within this. */
const COURSE_PAUSE_MS = 7 * DAY_MS;
/** After an end, the same id this much later is another incident. */
const REUSED_AFTER_MS = 14 * DAY_MS;
/** An address that names one incident, and its id there. */
const INCIDENT_PATH = /\/incidents?\/([\w-]{1,64})\/?$/;
/** An address of one entry; with a day or month as its last part it is a list of that time. */
const ENTRY_PATH =
  /\/(?:incidents?|maintenances?|issues?|events?|notices?|reports?)\/(?!\d{4}-\d{2}(?:-\d{2})?\/?(?:[?#]|$))[^/]+/;

/**
 * Which entries are of one incident. In this order: the incident its address names; the guid without
 * the fragment that numbers its posts; an address only this incident has; and where there is
 * neither, title and day. Posts that differ in guid and in the state in their titles only, under the
 * address of the page, are one incident until it ends.
 */
export function groupEntries<T extends DatedItem>(
  feed: FeedXml,
  entries: readonly T[],
): EntryGroup<T>[] {
  const { named, titled } = partition(entries, feed);
  const anonymousLinks = countsOf(
    named.filter(({ item }) => isAnonymous(item, feed)).map(({ item }) => item.link),
  );
  const shared = sharedAddresses(named, feed);
  const groups = Map.groupBy(named, (entry) => keyOf(entry, feed, anonymousLinks, shared));
  return [
    ...[...groups].flatMap(([key, members]) =>
      splitReused(key, sortPosts(oldestFirst(members)), feed),
    ),
    ...titled.flatMap((members) => runsOfTitle(sortPosts(oldestFirst(members)))),
  ];
}

/** Entries whose guid names the post alone and whose address is the page: only titles join them. */
function partition<T extends DatedItem>(entries: readonly T[], feed: FeedXml) {
  const ids = countsOf(entries.map(({ item }) => item.id));
  const isPost = ({ item }: T) =>
    ids.get(item.id) === 1 &&
    !isAnonymous(item, feed) &&
    !hasPath(item.id) &&
    !isOwnAddress(item.link, feed);
  const byTitle = Map.groupBy(entries.filter(isPost), ({ item }) => bareTitle(item));
  const titled = [...byTitle.values()].filter((members) =>
    members.some(({ item }) => tellsState(item)),
  );
  const taken = new Set(titled.flat());
  return { named: entries.filter((entry) => !taken.has(entry)), titled };
}

/** Addresses of an incident that stand under several guids: those name its posts. */
function sharedAddresses(entries: readonly DatedItem[], feed: FeedXml): ReadonlySet<string> {
  const byLink = Map.groupBy(entries, ({ item }) => item.link);
  const shared = [...byLink].filter(
    ([link, members]) =>
      isEntryAddress(link, feed) && new Set(members.map(({ item }) => item.id)).size > 1,
  );
  return new Set(shared.map(([link]) => link));
}

function isEntryAddress(link: string, feed: FeedXml): boolean {
  return link !== feed.link && ENTRY_PATH.test(link);
}

function tellsState(item: FeedItem): boolean {
  return bareTitle(item) !== cleanTitle(item.title).toLowerCase();
}

function isOwnAddress(link: string, feed: FeedXml): boolean {
  return link !== feed.link && hasPath(link);
}

/** No guid, or the address of the page for one. */
function isAnonymous({ id }: FeedItem, feed: FeedXml): boolean {
  return id === '' || (/^https?:/i.test(id) && !/[#?]/.test(id) && !isOwnAddress(id, feed));
}

function bareTitle(item: FeedItem): string {
  return titleWithoutStatus(cleanTitle(item.title)).toLowerCase();
}

/** Posts of one title, oldest first: one incident as long as titles tell of its course. */
function runsOfTitle<T extends DatedItem>(members: readonly T[]): EntryGroup<T>[] {
  const runs: Omit<EntryGroup<T>, 'aliases'>[] = [];
  for (const entry of members) {
    const run = runs.at(-1);
    if (run !== undefined && isCourse(run.newest, entry)) {
      run.entries.push(entry);
      run.newest = entry;
    } else {
      runs.push({ upstreamId: entry.item.id, oldest: entry, newest: entry, entries: [entry] });
    }
  }
  return runs.map((run) => ({
    ...run,
    aliases: run.entries.map(({ item }) => item.id).filter((id) => id !== run.upstreamId),
  }));
}

function isCourse(before: DatedItem, entry: DatedItem): boolean {
  const isOpen = !isEndedStatus(before.status) || entry.status === 'postmortem';
  const isTold = tellsState(before.item) || tellsState(entry.item);
  return isTold && isOpen && pauseBetween(before, entry) <= COURSE_PAUSE_MS;
}

/** In milliseconds; NaN, which is neither short nor long, where nobody knows. */
function pauseBetween(before: DatedItem, entry: DatedItem): number {
  return Date.parse(entry.at ?? '') - Date.parse(before.at ?? '');
}

/** The id of an incident as its own page has it: shared with the JSON of the same platform. */
export function incidentSlugOf(url: string): string | null {
  const path = URL.parse(url)?.pathname ?? '';
  return INCIDENT_PATH.exec(path)?.[1] ?? null;
}

function keyOf(
  { item, at }: DatedItem,
  feed: FeedXml,
  links: ReadonlyMap<string, number>,
  shared: ReadonlySet<string>,
): string {
  if (shared.has(item.link)) return incidentSlugOf(item.link) ?? item.link;
  if (!isAnonymous(item, feed)) {
    const address = /^https?:/i.test(item.id) ? withoutFragment(item.id, item.link) : item.id;
    return incidentSlugOf(address) ?? address;
  }
  if (links.get(item.link) === 1 && isOwnAddress(item.link, feed)) {
    return incidentSlugOf(item.link) ?? item.link;
  }
  return stableHash(`${bareTitle(item)} ${at?.slice(0, 10) ?? ''}`);
}

/** `…/incident/501#u2` numbers a post of 501, but `status.example/#ec2_17…` is all there is. */
function withoutFragment(id: string, link: string): string {
  const bare = id.replace(/#.*/, '');
  return bare === link.replace(/#.*/, '') && hasPath(bare) ? bare : id;
}

function hasPath(address: string): boolean {
  return /[^/]/.test(URL.parse(address)?.pathname ?? '');
}

function splitReused<T extends DatedItem>(
  key: string,
  members: readonly T[],
  feed: FeedXml,
): EntryGroup<T>[] {
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
    aliases: runs.length === 1 ? aliasesOf(key, run.entries, feed) : [],
  }));
}

function isReuse(before: DatedItem, entry: DatedItem): boolean {
  if (!isEndedStatus(before.status) || isEndedStatus(entry.status)) return false;
  return pauseBetween(before, entry) > REUSED_AFTER_MS;
}

/** Its address, where that names one incident, or its guids where that is its id. */
function aliasesOf(key: string, entries: readonly DatedItem[], feed: FeedXml): string[] {
  const links = entries.map(({ item }) => item.link).filter((link) => isEntryAddress(link, feed));
  const slugs = links.map((link) => incidentSlugOf(link) ?? link);
  const ids = entries.map(({ item }) => item.id).filter((id) => !/^(?:https?:|$)/i.test(id));
  const guids = slugs.includes(key) ? ids : [];
  return [...new Set([...slugs, ...guids])].filter((id) => id !== key);
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
