import type { Impact, IncidentKind } from '../../model/incident.ts';

const MAINTENANCE =
  /\bmaintenances?\b|\bwartung(?:en|s\p{L}*)?\b|\bplanned (?:work|outage|downtime|upgrade)|\bscheduled (?:work|event|downtime|upgrade)|\bgeplante\p{L}* (?:\p{L}+ )?(?:arbeiten|wartung|unterbrechung)|\btravaux (?:planifiés|programmés)|计划维护|maintenancefuture/u;
const ANNOUNCED =
  /\bthis is a scheduled event\b|\b(?:scheduled|planned|geplante\p{L}*) (?:\p{L}+ )?(?:maintenance|wartung\p{L}*)|\bmaintenance (?:planifiée|programmée|window)|\bwartungs(?:fenster|arbeiten)/u;
/** A fault that merely happened after, during or because of a maintenance. */
const CAUSED_BY_MAINTENANCE =
  /\b(?:after|following|during|due to|caused by|because of|since|nach|während|wegen|durch|après|suite à|pendant|lors de)\b[^.\n]{0,40}(?:maintenance|wartung)/u;
const FAULT =
  /\b(?:errors?|issues?|outages?|degrad\p{L}*|fail\p{L}*|unavailab\p{L}*|down|disruptions?|incidents?|problems?|delays?|slow\p{L}*|latency|störung\p{L}*|ausfall|ausfälle|probleme?|fehler|panne|incident|perturbations?)\b/u;
const NOTICE =
  /^[^\p{L}]*(?:health advisory|advisory|notice|announcement|informational message|information|info|hinweis|ankündigung|avis)\s*[:|\]–—-]/u;

/**
 * What kind of entry a feed without such a field means. A maintenance is told by its title, or by
 * an announcement at the start of its text under a title without a fault; "Authorisation errors
 * after maintenance" is an incident.
 */
export function kindFromText(title: string, body: string): IncidentKind {
  const head = title.toLowerCase();
  const text = body.slice(0, 600).toLowerCase();
  const hasFault = FAULT.test(head.replace(/\bplanned outages?\b/u, ''));
  if (MAINTENANCE.test(head) && !(hasFault && CAUSED_BY_MAINTENANCE.test(head)))
    return 'maintenance';
  if (/\bthis is a scheduled event\b/.test(text)) return 'maintenance';
  if (!hasFault && ANNOUNCED.test(text) && !CAUSED_BY_MAINTENANCE.test(text)) return 'maintenance';
  return NOTICE.test(head) ? 'notice' : 'incident';
}

/** Strongest first; the first row that matches decides. */
const IMPACT_RULES: readonly { impact: Impact; pattern: RegExp }[] = [
  {
    impact: 'critical',
    pattern:
      /\b(?:complete|total|full|global|worldwide|widespread) (?:service )?outage\b|\ball (?:services|systems|products) (?:are )?(?:down|unavailable|offline)|\btotalausfall\b|\bpanne (?:générale|totale)\b/u,
  },
  {
    impact: 'minor',
    pattern:
      /\bintermittent(?:ly)?\b|\bpartially unavailable\b|\bzeitweise\b|\bpar intermittence\b/u,
  },
  {
    impact: 'major',
    pattern:
      /\boutages?\b|\bunavailab(?:le|ility)\b|\b(?:went|is|are|was|were|goes) down\b|\bdown$|\boffline\b|\bunreachable\b|\binaccessible\b|\bnot (?:available|reachable|accessible|working|loading)\b|\b(?:cannot|can't|unable to) (?:access|log ?in|connect|sign in|reach)|\bservice impact\b|\bausfall\b|\bausfälle\b|\bausgefallen\b|\bnicht (?:erreichbar|verfügbar)\b|\bpanne\b|\bindisponib\p{L}+|\bhors service\b/u,
  },
  {
    impact: 'minor',
    pattern:
      /\bdegrad\p{L}*|\belevated\b|\bincreased\b|\bdelay\p{L}*|\bslow\p{L}*|\blatency\b|\blate\b|\blag\b|\berrors?\b|\bfail\p{L}*|\bissues?\b|\bproblems?\b|\bdisruptions?\b|\bpacket loss\b|\btim(?:e[ds]?|ing)[ -]?outs?\b|\bdeclined?\b|\breduced\b|\bimpaired\b|\bstuck\b|störung\p{L}*|\bprobleme?\b|\bfehler\b|\blangsam\p{L}*|\bverzöger\p{L}*|\bbeeinträchtig\p{L}*|\beinschränkung\p{L}*|\bdégrad\p{L}*|\blenteurs?\b|\bperturb\p{L}*|\bretards?\b|\berreurs?\b|异常/u,
  },
];

/**
 * An impact read out of words, for feeds that state none; callers mark it `impact-derived`. The
 * title decides, and only if it says nothing the first sentences do. Complete, global or total
 * outage: critical; outage, unavailable, down, offline, unreachable: major, unless intermittent;
 * degraded, slow, delayed, elevated, increased, errors, failures, issues: minor. Else null.
 */
export function impactFromText(title: string, body: string): Impact | null {
  return impactOf(title) ?? impactOf(body.slice(0, 400));
}

function impactOf(text: string): Impact | null {
  const words = text.toLowerCase();
  return IMPACT_RULES.find(({ pattern }) => pattern.test(words))?.impact ?? null;
}
