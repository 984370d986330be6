import { LRUCache } from 'lru-cache';
import type { Incident } from '../model/incident.ts';
import { compareNewestFirst } from '../model/order.ts';
import type { Store } from '../store/store.ts';
import { DEFAULT_ONGOING_LIMIT, type OngoingOptions } from '../store/store-queries.ts';

/** Incidents kept in all; an outline takes about a kilobyte, a whole incident about four. */
const MAX_KEPT = 16_000;
const WHOLE_WEIGHT = 4;
/** A list beyond this would push out all others. */
const MAX_LIST = 5_000;

interface Kept {
  revision: number;
  incidents: Promise<Incident[]>;
}

/**
 * `Store.ongoing` that keeps what it read. A new revision costs what it changed: incidents it did not
 * touch are not read again, and a list it did not touch stays the very same array, so that what was
 * worked out from it can be kept beside it. Callers must not change what they get.
 */
export function createKeptOngoing(
  store: Pick<Store, 'ongoing' | 'changedSince'>,
  revision: () => number,
): Store['ongoing'] {
  const lists = new LRUCache<string, Kept>({ maxSize: MAX_KEPT, maxEntrySize: MAX_LIST });
  let changes: { since: number; until: number; ids: Promise<string[] | null> } | null = null;

  function changedSince(since: number, until: number): Promise<string[] | null> {
    if (changes?.since !== since || changes.until !== until) {
      const asked = { since, until, ids: store.changedSince(since) };
      changes = asked;
      // A failure is not kept: who asks next tries again.
      asked.ids.catch(() => {
        if (changes === asked) changes = null;
      });
    }
    return changes.ids;
  }

  return (from, to, options = {}) => {
    const now = revision();
    const key = JSON.stringify([from, to, options]);
    const known = lists.get(key);
    if (known?.revision === now) return known.incidents;
    const read = () => store.ongoing(from, to, options);
    const incidents =
      known === undefined
        ? read()
        : renew(known, changedSince(known.revision, now), options, read, (among) =>
            store.ongoing(from, to, { ...options, among }),
          );
    // Its weight is known once it is read; until then the request is shared all the same.
    lists.set(key, { revision: now, incidents }, { size: 1 });
    const weight = (options.detail ?? 'whole') === 'whole' ? WHOLE_WEIGHT : 1;
    incidents.then(
      (list) => {
        if (lists.peek(key)?.incidents !== incidents) return;
        lists.set(key, { revision: now, incidents }, { size: 1 + list.length * weight });
      },
      () => {
        if (lists.peek(key)?.incidents === incidents) lists.delete(key);
      },
    );
    return incidents;
  };
}

async function renew(
  former: Kept,
  changes: Promise<string[] | null>,
  { providers, limit = DEFAULT_ONGOING_LIMIT }: OngoingOptions,
  readAll: () => Promise<Incident[]>,
  readAmong: (ids: string[]) => Promise<Incident[]>,
): Promise<Incident[]> {
  const ids = await changes;
  if (ids === null) return readAll();
  const before = await former.incidents;
  const own = ids.filter((id) => providers === undefined || providers.includes(providerOf(id)));
  if (own.length === 0) return before;
  const changed = new Set(own);
  const kept = before.filter(({ id }) => !changed.has(id));
  const fresh = await readAmong(own);
  if (fresh.length === 0 && kept.length === before.length) return before;
  const list = [...kept, ...fresh].toSorted(compareNewestFirst);
  if (before.length < limit) return list.slice(0, limit);
  // A limit had cut the list: what follows its last entry is not known here.
  const last = before.at(-1);
  const known = last === undefined ? [] : list.filter((one) => compareNewestFirst(one, last) <= 0);
  return known.length < limit ? readAll() : known.slice(0, limit);
}

/** Incident ids are `provider/slug`. */
function providerOf(id: string): string {
  return id.slice(0, id.indexOf('/'));
}
