import type { Cut } from '../model/cut.ts';
import { isImpactAtLeast } from '../model/impact.ts';
import type { Incident } from '../model/incident.ts';

/** True where an incident is within a cut, its times and providers aside: those the store decides. */
export function matchesCut(incident: Incident, cut: Cut): boolean {
  const isOneOf = (values: readonly string[] | undefined, own: readonly string[]) =>
    values === undefined || own.some((value) => values.includes(value));
  return (
    isOneOf(cut.kinds, [incident.kind]) &&
    isOneOf(cut.statuses, [incident.status]) &&
    isOneOf(cut.regions, incident.regions) &&
    isOneOf(cut.services, incident.services) &&
    (cut.impact === undefined || isImpactAtLeast(incident.impact, cut.impact)) &&
    (cut.text === undefined || textOf(incident).includes(cut.text.toLowerCase()))
  );
}

function textOf(incident: Incident): string {
  return [
    incident.title,
    ...incident.updates.map(({ body }) => body),
    ...incident.components.map(({ name }) => name),
  ]
    .join('\n')
    .toLowerCase();
}
