import { asOf } from '../model/as-of.ts';
import type { Incident } from '../model/incident.ts';
import type { PlaceFinder } from '../model/place.ts';
import type { IncidentRevision } from '../store/store.ts';

/** What is needed to tell what was known: earlier versions, and how to find places in a text. */
export interface KnownBy {
  at: string;
  places: PlaceFinder;
  /** Earlier versions of this incident, oldest first. */
  revisions?: readonly IncidentRevision[];
}

/**
 * The incident as a reader could know it at a past moment, or null where nothing had been published.
 * Beyond `asOf`, which goes by the posts: the wording is that of the version in force then, parts and
 * places count only where a text of then names them, and a judgement made afterwards is unknown.
 * An archived incident of which no post is known was never published as far as we can tell.
 */
export function knownIncident(incident: Incident, by: KnownBy): Incident | null {
  const { at, places, revisions = [] } = by;
  const version = revisions.find((revision) => revision.at > at)?.before ?? incident;
  if (version.origin === 'archive' && version.updates.length === 0) return null;
  const known = asOf(version, at);
  if (known === null) return null;
  const isWhole = version === incident && known.updates.length === incident.updates.length;
  const marks = known.marks.filter((mark) => {
    if (mark.startsWith('end-')) return known.resolvedAt !== null;
    if (mark === 'start-stated') return known.startedAt === version.startedAt;
    return mark !== 'impact-derived' || isWhole;
  });
  const lastSeenAt = [known.lastSeenAt, at].toSorted()[0] ?? at;
  if (isWhole) return { ...known, marks, lastSeenAt };
  const text = [known.title, ...known.updates.map((update) => update.body)].join('\n');
  const folded = text.toLowerCase();
  const services = new Set(places.servicesIn(known.providerId, text));
  const regions = new Set(places.regionsIn(known.providerId, text));
  return {
    ...known,
    marks,
    lastSeenAt,
    impact: known.marks.includes('impact-derived') ? 'unknown' : known.impact,
    components: known.components.filter((part) => folded.includes(part.name.toLowerCase())),
    services: known.services.filter((id) => services.has(id)),
    regions: known.regions.filter((id) => regions.has(id)),
    // The page of an archived incident is often its post-mortem, written later.
    url: known.origin === 'archive' ? '' : known.url,
  };
}
