import type { ArchivedEvent, DownstreamService } from '../knowledge/schemas/event.ts';
import { incidentId } from '../model/incident-id.ts';
import type { EventMember } from './event-story.ts';
import type { Explanations } from './explain-all.ts';
import type { Grade } from './explanation.ts';
import { weakerGrade } from './weights.ts';

const MINUTE_MS = 60_000;

/**
 * The members of an archived event, with those its sources name: a service that told its own story
 * (`<provider>/<event id>`) or has an event of its own. What they themselves said and a source that
 * was read confirms is `confirmed`, what others report is `likely`, what is disputed `possible`.
 */
export function withArchived(
  event: ArchivedEvent,
  members: readonly EventMember[],
  rootId: string,
  { index }: Pick<Explanations, 'index'>,
): EventMember[] {
  const byId = new Map(members.map((member) => [member.incidentId, member]));
  const root = index.get(rootId);
  for (const hit of event.downstream) {
    const timed = hit.provider === null ? undefined : index.get(storyId(event, hit, hit.provider));
    if (timed === undefined || root === undefined || timed === root) continue;
    const { id, providerId, startedAt, resolvedAt } = timed.incident;
    const known = byId.get(id);
    byId.set(id, {
      incidentId: id,
      providerId,
      grade: strongerGrade(known?.grade, gradeOfHit(hit)),
      explanation: known?.explanation ?? null,
      hit,
      startedAt,
      endedAt: resolvedAt,
      minutesAfter: Math.round((timed.startMs - root.startMs) / MINUTE_MS),
    });
  }
  return [...byId.values()];
}

/** Ids under which the incidents of those an archived event names would stand. */
export function archivedMemberIds(event: ArchivedEvent): string[] {
  return event.downstream.flatMap((hit) =>
    hit.provider === null ? [] : [storyId(event, hit, hit.provider)],
  );
}

function storyId(event: ArchivedEvent, hit: DownstreamService, providerId: string): string {
  return incidentId(providerId, hit.event ?? event.id);
}

function gradeOfHit({ confidence, reportedBy }: DownstreamService): Grade {
  if (confidence !== 'confirmed') return 'possible';
  return reportedBy === 'own' ? 'confirmed' : 'likely';
}

function strongerGrade(known: Grade | undefined, told: Grade): Grade {
  if (known === undefined) return told;
  return weakerGrade(known, told) === known ? told : known;
}
