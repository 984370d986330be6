import { asOf } from '../model/as-of.ts';
import type { Incident, IncidentUpdate } from '../model/incident.ts';
import type { Lexicon } from './lexicon.ts';

/**
 * The incident as far as it can bear on an explanation at a past moment, or null where nobody could
 * know of it. Beyond `asOf`, which goes by the posts: one that was collected while it lived counts
 * from when it was first seen, and a title, part or place that only a later post brought up is left out.
 * @param at ISO 8601
 */
export function knownThen(
  incident: Incident,
  at: string,
  lexicon: Pick<Lexicon, 'pattern' | 'regionsIn' | 'servicesIn'>,
): Incident | null {
  if (seenFrom(incident) > at) return null;
  const known = asOf(incident, at);
  if (known === null || known.updates.length === incident.updates.length) return known;
  const said = textOf(known.updates);
  const later = textOf(incident.updates.slice(known.updates.length));
  const isOfLater = (name: string) => has(later, name) && !has(said, name);
  const title = titleThen(known.title, said, later, lexicon);
  const told = `${title}\n${said}`;
  const { providerId } = known;
  const services = new Set(lexicon.servicesIn(providerId, told));
  const regions = new Set(lexicon.regionsIn(providerId, told));
  const laterRegions = new Set(lexicon.regionsIn(providerId, later));
  return {
    ...known,
    title,
    impact: known.marks.includes('impact-derived') ? 'unknown' : known.impact,
    components: known.components.filter(({ name }) => !isOfLater(name)),
    services: known.services.filter((id) => services.has(id)),
    regions: known.regions.filter((id) => regions.has(id) || !laterRegions.has(id)),
  };
}

/**
 * From when we can have known of it. A feed read only after the end (a backfill) says nothing of the
 * day itself: then its posts alone count, as for the archive.
 */
function seenFrom({ origin, firstSeenAt, resolvedAt }: Incident): string {
  const isLive = resolvedAt === null || firstSeenAt <= resolvedAt;
  return origin === 'feed' && isLive ? firstSeenAt : '';
}

/** A title may be rewritten: what it names and no post of then, but a later one does, is of later. */
function titleThen(
  title: string,
  said: string,
  later: string,
  { pattern }: Pick<Lexicon, 'pattern'>,
): string {
  return title.replaceAll(pattern, (name) =>
    has(later, name) && !has(said, name) ? ' '.repeat(name.length) : name,
  );
}

function textOf(updates: readonly IncidentUpdate[]): string {
  return updates.map(({ body }) => body).join('\n');
}

function has(text: string, name: string): boolean {
  return text.toLowerCase().includes(name.toLowerCase());
}
