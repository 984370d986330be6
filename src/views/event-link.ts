import type { EventMember, EventStory } from '../explain/event-story.ts';
import type { Explanation, Grade } from '../explain/explanation.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Dependency, Strength } from '../knowledge/schemas/dependency.ts';
import type { ArchivedEvent, DownstreamService } from '../knowledge/schemas/event.ts';
import { type KnowledgeSource, publicSources } from '../knowledge/schemas/source.ts';
import { shownConfidence } from '../knowledge/shown-confidence.ts';
import { STATUS_OF_IMPACT } from '../model/impact.ts';
import { type Incident, isEndOurs } from '../model/incident.ts';
import type { ProviderStatus } from '../model/status.ts';

/** `silent`: others say it was hit, and no post of its own is known. */
export type LinkSign = ProviderStatus | 'silent';

/** One who fell with an event, and all that is known of the link. */
export interface EventLink {
  /** Unique within the event. */
  key: string;
  name: string;
  /** Our provider id where there is one. */
  providerId: string | null;
  /** Its own incident on record. */
  incident: Incident | null;
  sign: LinkSign;
  grade: Grade;
  /** What the dependency itself rests on; null where none is on record. */
  strength: Strength | null;
  /** What it stands on, as the sources name it. */
  via: string;
  /** Key of the link it hangs on; null where it stands on the failing provider itself. */
  parent: string | null;
  /** What its users saw, or the title of its incident. */
  what: string;
  /** Null where no source gives it. */
  startedAt: string | null;
  endedAt: string | null;
  /** Who says that it was hit. */
  reportedBy: DownstreamService['reportedBy'];
  /** Only sources that may be shown. */
  sources: KnowledgeSource[];
  explanation: Explanation | null;
}

export interface LinkContext {
  locale: Locale;
  dependencies: readonly Dependency[];
  incident(id: string): Incident | undefined;
  nameOf(providerId: string): string;
  titleOf(incident: Incident): string;
  /** Name of what broke. */
  subject: string;
}

const GRADE_ORDER = { confirmed: 0, likely: 1, possible: 2 } as const satisfies Record<
  Grade,
  number
>;

/**
 * Everyone linked to an event: what the archive names, and what the explanations found. The better
 * grade of the two counts. Sorted by grade; within one as the archive tells them, then by start.
 */
export function eventLinks(
  story: EventStory | undefined,
  archived: ArchivedEvent | undefined,
  context: LinkContext,
): EventLink[] {
  const members = [...(story?.members ?? []), ...(story?.possible ?? [])];
  const hits = archived?.downstream ?? [];
  const named = new Set(hits.flatMap((hit) => hit.provider ?? []));
  const links = [
    ...hits.map((hit, index) => hitLink(hit, index, archived, members, context)),
    ...members
      .filter(({ providerId }) => !named.has(providerId))
      .map((member) => memberLink(member, story, context)),
  ];
  return withParents(links, story, context).toSorted(
    (a, b) => GRADE_ORDER[a.grade] - GRADE_ORDER[b.grade],
  );
}

/** Those that count as having fallen: confirmed and likely. */
export function countedLinks(links: readonly EventLink[]): EventLink[] {
  return links.filter(({ grade }) => grade !== 'possible');
}

/**
 * How sure a link of the archive is. `confirmed`: it says so itself, or somebody who stands on it or
 * carries it; `likely`: press that was read; `possible`: disputed, or only in sources we do not show.
 */
export function gradeOfHit(hit: DownstreamService): Grade {
  const shown = publicSources(hit.sources);
  if (shownConfidence(hit) !== 'confirmed' || shown.length === 0) return 'possible';
  const isOwn = hit.reportedBy === 'own' || shown.some(({ tier }) => tier !== 'press');
  return isOwn ? 'confirmed' : 'likely';
}

function hitLink(
  hit: DownstreamService,
  index: number,
  event: ArchivedEvent | undefined,
  members: readonly EventMember[],
  context: LinkContext,
): EventLink {
  const { locale } = context;
  const member = members.find(({ providerId }) => providerId === hit.provider);
  const incident =
    (member && context.incident(member.incidentId)) ??
    context.incident(`${hit.provider}/${hit.event ?? event?.id}`) ??
    null;
  const fromArchive = gradeOfHit(hit);
  const grade =
    member && GRADE_ORDER[member.grade] < GRADE_ORDER[fromArchive] ? member.grade : fromArchive;
  const edge = edgeBetween(hit.provider, event, context.dependencies);
  return {
    key: `${hit.provider ?? 'hit'}-${index}`,
    name: hit.name[locale],
    providerId: hit.provider,
    incident,
    sign: signOf(incident, hit.ownStatus.published === 'yes'),
    grade,
    strength: edge?.strength ?? null,
    via: hit.via[locale],
    parent: null,
    what: hit.effect[locale],
    startedAt: hit.startedAt ?? statedStart(incident),
    endedAt: hit.endedAt ?? statedEnd(incident),
    reportedBy: hit.reportedBy,
    sources: publicSources(hit.sources),
    explanation: member?.explanation ?? null,
  };
}

function memberLink(
  member: EventMember,
  story: EventStory | undefined,
  context: LinkContext,
): EventLink {
  const incident = context.incident(member.incidentId) ?? null;
  const [step] = member.explanation?.chain ?? [];
  const edge = context.dependencies.find(({ id }) => id === step?.edgeId);
  const isDirect = step === undefined || step.providerId === story?.providerId;
  return {
    key: member.incidentId,
    name: context.nameOf(member.providerId),
    providerId: member.providerId,
    incident,
    sign: signOf(incident, true),
    grade: member.grade,
    strength: edge?.strength ?? step?.strength ?? null,
    via: isDirect ? context.subject : context.nameOf(step.providerId),
    parent: isDirect ? null : step.providerId,
    what: incident === null ? '' : context.titleOf(incident),
    startedAt: member.startedAt,
    endedAt: incident === null ? member.endedAt : statedEnd(incident),
    reportedBy: 'own',
    sources: publicSources(edge?.sources ?? []),
    explanation: member.explanation,
  };
}

/** Who stands on another one of them rather than on the provider itself: its words name it first. */
function withParents(
  links: readonly EventLink[],
  story: EventStory | undefined,
  { nameOf }: LinkContext,
): EventLink[] {
  return links.map((link) => {
    if (link.parent !== null) {
      const parent = links.find(({ providerId }) => providerId === link.parent);
      return { ...link, parent: parent?.key ?? null };
    }
    const parent = links.find(
      (other) =>
        other !== link &&
        other.providerId !== story?.providerId &&
        other.providerId !== null &&
        (link.via.startsWith(other.name) || link.via.startsWith(nameOf(other.providerId))),
    );
    return parent === undefined ? link : { ...link, parent: parent.key };
  });
}

function edgeBetween(
  dependent: string | null,
  event: ArchivedEvent | undefined,
  dependencies: readonly Dependency[],
): Dependency | undefined {
  return dependencies.find(
    (edge) => edge.dependent.provider === dependent && edge.upstream.provider === event?.provider,
  );
}

function signOf(incident: Incident | null, hasOwnPost: boolean): LinkSign {
  if (!hasOwnPost) return 'silent';
  return incident === null || incident.impact === 'unknown'
    ? 'unknown'
    : STATUS_OF_IMPACT[incident.impact];
}

function statedStart(incident: Incident | null): string | null {
  if (incident === null || incident.marks.includes('start-approximate')) return null;
  return incident.startedAt;
}

/** An end that is only when we noticed is none to draw. */
function statedEnd(incident: Incident | null): string | null {
  return incident === null || isEndOurs(incident) ? null : incident.resolvedAt;
}
