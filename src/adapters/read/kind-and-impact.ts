import type { Impact, IncidentKind } from '../../model/incident.ts';

const MAINTENANCE =
  /\bmaintenances?\b|\bwartung(?:en|s\p{L}*)?\b|\binstandhaltung\p{L}*|\bplanned (?:\p{L}+ )?(?:work|outage|downtime|upgrade)s?\b|\bscheduled (?:\p{L}+ )?(?:downtime|upgrade)s?\b|\bgeplante\p{L}* (?:\p{L}+ )?(?:arbeiten|wartung|unterbrechung|downtime|abschaltung)|\b(?:travaux|interventions?) (?:planifié|programmé)e?s?|\bonderhoud\b|\bmantenimiento\b|\bmanutenzione\b|计划维护|maintenancefuture/u;
/** Work and events are planned in calendars and queues, too: only a title without a fault means ours. */
const PLANNED_WORK = /\bscheduled (?:work|event)\b|\btravaux\b/u;
/** Products and things that are called after the work. */
const NAMED_AFTER_MAINTENANCE =
  /\bpredictive maintenance\b|\bschedule maintenance\b|\bmaintenance (?:portal|page|mode page|module|app|records?|requests?|orders?|tickets?)\b|\bwartungs(?:portal|seite|modul)\p{L}*/gu;
/** The state of a maintenance, stated in front: "Status: Maintenance scheduled", "[Scheduled] …". */
const STATED_MAINTENANCE =
  /^[^\p{L}]*(?:(?:current )?(?:status|state)\s*:\s*)?(?:maintenance (?:scheduled|in progress|completed?)|scheduled|planned|upcoming|geplant|angekündigt|planifiée?)\s*(?:$|[\])}:–—\n]|-\s|\s-)/u;
const ANNOUNCED =
  /\bthis is a scheduled event\b|(?<!\b(?:unrelated to|related to|no|any) (?:the |our |a )?)\b(?:scheduled|planned|geplante\p{L}*) (?:\p{L}+ )?(?:maintenance|wartung\p{L}*)|\bmaintenance (?:planifiée|programmée|window)|\bwartungs(?:fenster|arbeiten)|\b(?:we|wir) (?:will(?: be)?|are going to|plan to|werden) (?:\p{L}+ ){0,3}(?:upgrad|migrat|replac|reboot|carry(?:ing)? out|aktualisier|austausch|migrier)\p{L}*/u;
/** A fault that merely happened after, during or because of a maintenance. */
const CAUSED_BY_MAINTENANCE =
  /\b(?:after|following|during|due to|caused by|because of|since|nach|während|wegen|durch|après|suite à|pendant|lors de)\b[^.\n]{0,40}(?:maintenance|wartung)/u;
/** What nobody planned is no maintenance, whatever it happened to. */
const UNPLANNED = /\b(?:unexpected|unplanned|unerwartet\p{L}*|imprévue?s?)\b/u;
/** Words of faults; a planned outage is none. */
const FAULT =
  /\b(?:errors?|issues?|(?<!\bplanned (?:\p{L}+ )?)outages?|degrad\p{L}*|fail\p{L}*|unavailab\p{L}*|unable|cannot|down|offline|unreachable|disruptions?|interrupted|incidents?|problems?|delay\p{L}*|slow\p{L}*|latency|time-?outs?|missing|probleme?|fehler|gestört|panne|coupure|lenteurs?|indisponib\p{L}*|perturb\p{L}*)\b|störung|ausfall|ausfälle/u;
const NOTICE =
  /^[^\p{L}]*(?:(?:health|security) advisory|advisory|notice|announcement|informational message|information|info|hinweis|ankündigung|avis)\s*[:|\]–—-]/u;

/**
 * What kind of entry a feed without such a field means. A maintenance is told by its title, by the
 * state stated in front of title or text, or by an announcement at the start of its text under a
 * title without a fault; "Authorisation errors after maintenance" is an incident, and so is a fault
 * in a product that has the word in its name. A notice that tells of a fault is an incident.
 */
export function kindFromText(title: string, body: string): IncidentKind {
  const head = title.toLowerCase().replace(NAMED_AFTER_MAINTENANCE, '');
  const text = body.slice(0, 600).toLowerCase();
  if (STATED_MAINTENANCE.test(head) || STATED_MAINTENANCE.test(text)) return 'maintenance';
  const hasFault = FAULT.test(head);
  const isFault = hasFault && (CAUSED_BY_MAINTENANCE.test(head) || UNPLANNED.test(head));
  if (MAINTENANCE.test(head) && !isFault) return 'maintenance';
  if (!hasFault && PLANNED_WORK.test(head)) return 'maintenance';
  if (/\bthis is a scheduled event\b/.test(text)) return 'maintenance';
  if (!hasFault && isAnnounced(text)) return 'maintenance';
  return NOTICE.test(head) && !hasFault ? 'notice' : 'incident';
}

/** Announced at the start of a text: one that first speaks of a fault only mentions the other. */
function isAnnounced(text: string): boolean {
  const announcement = ANNOUNCED.exec(text);
  if (announcement === null || CAUSED_BY_MAINTENANCE.test(text)) return false;
  const sentences = text.slice(0, announcement.index).split(/[.!?\n]/);
  return !sentences.slice(0, -1).some((sentence) => FAULT.test(sentence));
}

/** What is said not to be the case. */
const NO_IMPACT =
  /\b(?:no|not an?|without(?: any| an?)?) (?:\p{L}+ ){0,2}(?:outages?|downtime|disruptions?|impact|interruptions?)\b|\b(?:kein\p{L}*|ohne) (?:\p{L}+ ){0,2}(?:ausfall|ausfälle|unterbrechung)\b/gu;

/** Strongest first; the first row that matches decides. */
const IMPACT_RULES: readonly { impact: Impact; pattern: RegExp }[] = [
  {
    impact: 'critical',
    pattern:
      /\b(?:complete|total|full|global|worldwide|widespread) (?:service |network )?(?:outage|loss)\b|\ball (?:services|systems|products) (?:are )?(?:down|unavailable|offline)|\btotalausfall\b|\b(?:vollständig|komplett|total)\p{L}* ausfall\b|\bpanne (?:générale|totale)\b/u,
  },
  {
    impact: 'minor',
    pattern:
      /\bintermittent(?:ly)?\b|\bpartially (?:unavailable|down|offline)\b|\bminor outages?\b|\bzeitweise\b|\bpar intermittence\b/u,
  },
  {
    impact: 'major',
    pattern:
      /\boutages?\b|\bunavailab(?:le|ility)\b|\b(?:went|is|are|was|were|goes) down\b|\bdown$|\boffline\b|\bunreachable\b|\binaccessible\b|\bnot (?:available|reachable|accessible|working|loading)\b|\b(?:cannot|can't|unable to) (?:access|log ?in|connect|sign in|reach)|\bservice impact\b|\bdowntime\b|ausf(?:all|älle)\p{L}*|\bausgefallen\b|\bnicht (?:erreichbar|verfügbar)\b|\bpanne\b|\bindisponib\p{L}+|\bhors service\b|\bcoupures?\b|\binterruptions? d[eu]\b/u,
  },
  {
    impact: 'minor',
    pattern:
      /\bdegrad\p{L}*|\belevated\b|\bincreased\b|\bdelay\p{L}*|\bslow\p{L}*|\blatency\b|\blate\b|\blag\b|\berrors?\b|\bfail\p{L}*|\bissues?\b|\bproblems?\b|\bdisruptions?\b|\bpacket loss\b|\bloss of\b|\bconnectivity loss\b|\bunable to\b|\b(?:cannot|can't)\b|\bbroken\b|\bmissing\b|\bhttp 50[0-4]\b|\b5xx\b|\btim(?:e[ds]?|ing)[ -]?outs?\b|\bdeclined?\b|\breduced\b|\bimpaired\b|\bstuck\b|störung\p{L}*|probleme?\b|fehler\b|\bpaketverlust\p{L}*|\berhöhte\p{L}*|\blangsam\p{L}*|\bverzöger\p{L}*|\bbeeinträchtig\p{L}*|\beinschränkung\p{L}*|\beingeschränkt\p{L}*|\bgestört\b|\bdégrad\p{L}*|\blenteurs?\b|\bralentissements?\b|\bdysfonctionnements?\b|\bperturb\p{L}*|\bretards?\b|\berreurs?\b|异常/u,
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
  const words = text.toLowerCase().replace(NO_IMPACT, ' ');
  return IMPACT_RULES.find(({ pattern }) => pattern.test(words))?.impact ?? null;
}
