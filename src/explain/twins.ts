import type { IncidentIndex, Timed } from './incident-index.ts';

const MINUTE_MS = 60_000;
/** Two incidents of one provider in one region that begin so close tell of the same outage. */
const TWIN_MS = 90 * MINUTE_MS;

/**
 * A feed and the archive, or two posts of one provider, tell of one outage: the archive's, else the
 * earlier id leads.
 * @param ids of one provider
 */
export function joinTwins(
  ids: readonly string[],
  archived: ReadonlyMap<string, unknown>,
  index: IncidentIndex,
): [leadId: string, twinIds: string[]][] {
  const known = ids
    .flatMap((id) => index.get(id) ?? [])
    .toSorted((a, b) => {
      const [first, second] = [a.incident.id, b.incident.id];
      if (archived.has(first) !== archived.has(second)) return archived.has(first) ? -1 : 1;
      return a.startMs - b.startMs || (first < second ? -1 : 1);
    });
  const fromArchive: Group[] = [];
  const fromFeeds: Group[] = [];
  for (const timed of known) {
    const near = fromFeeds.slice(firstNear(fromFeeds, timed));
    const group = [...fromArchive, ...near].find((one) => isTwin(one.lead, timed));
    if (group !== undefined) group.twinIds.push(timed.incident.id);
    else
      (archived.has(timed.incident.id) ? fromArchive : fromFeeds).push({
        lead: timed,
        twinIds: [],
      });
  }
  return [...fromArchive, ...fromFeeds].map(({ lead, twinIds }) => [lead.incident.id, twinIds]);
}

interface Group {
  lead: Timed;
  twinIds: string[];
}

/** Leads stand in order of time: only the last few can be near enough. */
function firstNear(groups: readonly Group[], timed: Timed): number {
  let from = groups.length;
  while (from > 0 && timed.startMs - (groups[from - 1]?.lead.startMs ?? 0) <= TWIN_MS) from--;
  return from;
}

function isTwin(a: Timed, b: Timed): boolean {
  if (a.incident.providerId !== b.incident.providerId) return false;
  if (Math.abs(a.startMs - b.startMs) > TWIN_MS) return false;
  const regions = new Set(a.incident.regions);
  const isSamePlace = b.incident.regions.some((region) => regions.has(region));
  return isSamePlace || (a.incident.regions.length === 0 && b.incident.regions.length === 0);
}
