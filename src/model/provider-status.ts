import { STATUS_OF_IMPACT } from './impact.ts';
import { type Incident, isOpen } from './incident.ts';
import { type ComponentStatus, type ProviderStatus, worstStatus } from './status.ts';

/** What is known of a provider at one moment. */
export interface ProviderFacts {
  /** The page-level status where the feed states one. */
  stated: ProviderStatus | null;
  components: readonly { status: ComponentStatus }[];
  incidents: readonly Pick<Incident, 'kind' | 'status' | 'impact' | 'resolvedAt' | 'withdrawnAt'>[];
  /** True when a readable feed proves that nothing is reported (design.md: proof by absence). */
  provesNothingReported: boolean;
}

/**
 * Status of a provider from three separate facts, which contradict each other in real feeds:
 * page indicator, components, open incidents. The worst one counts. An open incident with all
 * components green is not green; a running maintenance alone is `under_maintenance`; a notice
 * changes nothing; and where no fact speaks, it is `unknown`.
 */
export function providerStatus(facts: ProviderFacts): ProviderStatus {
  const said: ProviderStatus[] = facts.incidents.filter(isOpen).flatMap((incident) => {
    if (incident.kind === 'notice') return [];
    if (incident.kind === 'maintenance') return ['under_maintenance' as const];
    return [STATUS_OF_IMPACT[incident.impact]];
  });
  if (facts.components.length > 0) {
    said.push(worstStatus(facts.components.map((component) => component.status)));
  }
  if (facts.stated !== null) said.push(facts.stated);
  if (said.length === 0 && facts.provesNothingReported) return 'operational';
  // A page that states its own status decides over single components we cannot read.
  if (facts.stated !== null && facts.stated !== 'unknown') {
    return worstStatus(said.filter((status) => status !== 'unknown'));
  }
  return worstStatus(said);
}
