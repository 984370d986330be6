import type { Impact, IncidentMark, IncidentStatus } from '../model/incident.ts';
import { incidentId } from '../model/incident-id.ts';
import { sortUpdates } from '../model/order.ts';
import type { ArchivedEvent, DownstreamService } from './schemas/event.ts';
import { publicSources } from './schemas/source.ts';
import type { LocalizedText } from './schemas/text.ts';

/** One provider's part in an event, in both languages: what becomes one incident. */
export interface ArchivedStory {
  incidentId: string;
  providerId: string;
  title: LocalizedText;
  impact: Impact;
  startedAt: string;
  /** Null where no source gives an end. */
  endedAt: string | null;
  /** The last moment any source speaks of; vouches for nothing after it. */
  lastKnownAt: string;
  /** What it said of itself without a known time, where it told the story itself. */
  said: LocalizedText | null;
  posts: { id: string; at: string; status: IncidentStatus; text: LocalizedText }[];
  componentNames: LocalizedText[];
  regions: string[];
  services: string[];
  url: string;
  marks: IncidentMark[];
}

/** The provider's own story first, then those of hit services that published something themselves. */
export function storiesOf(event: ArchivedEvent): ArchivedStory[] {
  const byProvider = Map.groupBy(event.downstream.filter(isOwnStory), (hit) => hit.provider);
  byProvider.delete(event.provider);
  return [
    ownStory(event),
    ...byProvider
      .entries()
      .flatMap(([providerId, hits]) => downstreamStory(event, providerId, hits)),
  ];
}

function ownStory(event: ArchivedEvent): ArchivedStory {
  const first = event.posts[0];
  const isExact = event.startPrecision === 'minute';
  const marks: IncidentMark[] = ['impact-derived'];
  if (!isExact) marks.push('start-approximate');
  else if (event.startedAt !== first?.at) marks.push('start-stated');
  if (event.endedAt !== null && !event.posts.some((post) => post.at === event.endedAt)) {
    marks.push('end-stated');
  }
  return {
    incidentId: incidentId(event.provider, event.id),
    providerId: event.provider,
    title: event.incidentTitle,
    impact: event.impact,
    startedAt: event.startedAt,
    endedAt: event.endedAt,
    lastKnownAt: latest(event.startedAt, [
      ...event.posts.map((post) => post.at),
      ...event.milestones.map((milestone) => milestone.at),
      ...event.cascade.map((step) => step.endedAt ?? step.startedAt),
    ]),
    said: null,
    posts: event.posts.map((post, n) => ({ id: `post-${n + 1}`, ...post })),
    componentNames: event.serviceNames,
    regions: event.regions,
    services: event.services,
    url: officialPage(event),
    marks,
  };
}

type OwnHit = DownstreamService & { provider: string };

/** Told by the service itself, at a known time, and not already an event of its own. */
function isOwnStory(hit: DownstreamService): hit is OwnHit {
  return (
    hit.provider !== null &&
    hit.event === null &&
    hit.ownStatus.published === 'yes' &&
    (hit.startedAt ?? hit.ownStatus.firstPostAt) !== null
  );
}

function downstreamStory(
  event: ArchivedEvent,
  providerId: string,
  hits: readonly OwnHit[],
): ArchivedStory[] {
  const [lead] = hits;
  if (lead === undefined) return [];
  const posts = sortUpdates(
    hits.flatMap(({ ownStatus: { firstPostAt, firstPostStatus, title } }) =>
      firstPostAt === null || title === null
        ? []
        : [{ at: firstPostAt, status: firstPostStatus, text: title }],
    ),
  ).map((post, n) => ({ id: `post-${n + 1}`, ...post }));
  const starts = hits.flatMap((hit) => hit.startedAt ?? hit.ownStatus.firstPostAt ?? []).toSorted();
  const startedAt = starts[0] ?? event.startedAt;
  const ends = hits.map((hit) => hit.endedAt);
  const isStated = hits.some((hit) => hit.startedAt === startedAt);
  const marks: IncidentMark[] = ['impact-derived', isStated ? 'start-stated' : 'start-approximate'];
  const endedAt = ends.includes(null) ? null : latest(startedAt, ends);
  if (endedAt !== null) marks.push('end-stated');
  return [
    {
      incidentId: incidentId(providerId, event.id),
      providerId,
      title: lead.ownStatus.title ?? lead.effect,
      impact: 'unknown',
      startedAt,
      endedAt,
      lastKnownAt: latest(startedAt, [...ends, ...posts.map((post) => post.at)]),
      said: lead.reportedBy === 'own' ? lead.effect : null,
      posts,
      componentNames: hits.map((hit) => hit.name),
      regions: [],
      services: [],
      url: lead.ownStatus.url ?? '',
      marks,
    },
  ];
}

/** The provider's page on this very event that was read; empty where there is none. */
function officialPage(event: ArchivedEvent): string {
  const official = publicSources(event.sources).filter((source) => source.tier === 'first-party');
  const page =
    official.find((source) => source.kind === 'provider-status-page') ??
    official.find((source) => source.kind === 'provider-postmortem');
  return page?.url ?? '';
}

function latest(start: string, times: readonly (string | null | undefined)[]): string {
  return times.reduce<string>((last, time) => (time && time > last ? time : last), start);
}
