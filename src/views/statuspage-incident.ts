import type { z } from 'zod';
import { type Incident, isEndedStatus } from '../model/incident.ts';
import { stableHash } from '../model/incident-id.ts';
import { incidentLink } from './feed-of-cut.ts';
import type { SpComponent, SpUpdate, spIncident, spMaintenance } from './statuspage-schemas.ts';
import { spImpact, spIncidentStatus, spStatusDuring } from './statuspage-words.ts';

type SpIncident = z.input<typeof spIncident>;
type SpMaintenance = z.input<typeof spMaintenance>;

/** Where an incident is written into: the page and the parts it may name. */
export interface SpContext {
  pageId: string;
  components: readonly SpComponent[];
  siteUrl: string;
  /** Its name on this page: with the provider's on the page of all. */
  nameOf(incident: Incident): string;
  /** Components of the page it affects. */
  affected(incident: Incident): readonly SpComponent[];
}

/** Twelve letters and digits, as Statuspage's own: clients put ids into addresses and names. */
export function spId(id: string): string {
  return stableHash(id).slice(0, 12);
}

export function toSpIncident(incident: Incident, context: SpContext): SpIncident {
  const { status, impact, ...shared } = written(incident, context);
  return { ...shared, status, impact, reminder_intervals: null } as SpIncident;
}

export function toSpMaintenance(incident: Incident, context: SpContext): SpMaintenance {
  const from = incident.scheduledFor ?? incident.startedAt;
  const until = incident.scheduledUntil ?? incident.resolvedAt ?? from;
  return {
    ...written(incident, context),
    scheduled_for: from,
    scheduled_until: until < from ? from : until,
  } as SpMaintenance;
}

function written(incident: Incident, context: SpContext) {
  const { kind, updates } = incident;
  const id = spId(incident.id);
  const components = [...context.affected(incident)];
  const publishedAt = updates[0]?.at ?? incident.firstSeenAt;
  const end = incident.resolvedAt ?? incident.withdrawnAt;
  // What its source took back is over for whoever follows it here.
  const status = end !== null && !isEndedStatus(incident.status) ? 'resolved' : incident.status;
  return {
    id,
    name: context.nameOf(incident),
    status: spIncidentStatus(status, kind),
    created_at: publishedAt,
    updated_at: incident.updatedAt,
    monitoring_at: updates.find((update) => update.status === 'monitoring')?.at ?? null,
    resolved_at: end,
    impact: spImpact(incident),
    shortlink: incidentLink(incident, 'en', context.siteUrl),
    started_at: incident.startedAt,
    page_id: context.pageId,
    incident_updates: updates
      .map((update, index): SpUpdate => {
        const before = updates[index - 1];
        return {
          id: spId(`${incident.id}/${update.id}`),
          status: spIncidentStatus(update.status, kind),
          body: update.body,
          incident_id: id,
          created_at: update.at,
          updated_at: update.at,
          display_at: update.at,
          affected_components: components.map((component) => ({
            code: component.id,
            name: component.name,
            old_status:
              before === undefined ? 'operational' : spStatusDuring(incident, before.status),
            new_status: spStatusDuring(incident, update.status),
          })),
          deliver_notifications: true,
          custom_tweet: null,
          tweet_id: null,
        };
      })
      // Statuspage lists the newest first.
      .reverse(),
    components,
  };
}
