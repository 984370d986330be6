import type { Incident } from '../model/incident.ts';
import type { IncidentRevision, RevisionReason } from '../store/store.ts';

/** One thing that differs between two versions; null where a version had nothing there. */
export interface FieldChange {
  field: 'title' | 'status' | 'impact' | 'start' | 'end' | 'post';
  /** For a post: when it was published. */
  postedAt?: string;
  before: string | null;
  after: string | null;
}

export interface IncidentEdit {
  at: string;
  reason: RevisionReason;
  changes: FieldChange[];
}

/** What each revision changed, newest first, by comparing it with the version that followed. */
export function incidentEdits(
  revisions: readonly IncidentRevision[],
  current: Incident,
): IncidentEdit[] {
  return revisions
    .map((revision, index) => ({
      at: revision.at,
      reason: revision.reason,
      changes: compare(revision.before, revisions[index + 1]?.before ?? current),
    }))
    .toReversed();
}

function compare(before: Incident, after: Incident): FieldChange[] {
  const changes: FieldChange[] = [
    { field: 'title', before: before.title, after: after.title },
    { field: 'status', before: before.status, after: after.status },
    { field: 'impact', before: before.impact, after: after.impact },
    { field: 'start', before: before.startedAt, after: after.startedAt },
    { field: 'end', before: before.resolvedAt, after: after.resolvedAt },
  ];
  const later = new Map(after.updates.map((update) => [update.id, update]));
  for (const update of before.updates) {
    changes.push({
      field: 'post',
      postedAt: update.at,
      before: update.body,
      after: later.get(update.id)?.body ?? null,
    });
  }
  return changes.filter((change) => change.before !== change.after);
}
