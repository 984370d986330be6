import type { IncidentStatus } from '../../model/incident.ts';

/** State words that stand alone at the start or end of a title or post, in lower case. */
export const STATUS_LABELS = {
  investigating: 'investigating',
  'investigation in progress': 'investigating',
  untersuchung: 'investigating',
  'in untersuchung': 'investigating',
  'wird untersucht': 'investigating',
  'wir untersuchen': 'investigating',
  'enquête en cours': 'investigating',
  'en cours d’investigation': 'investigating',
  "en cours d'investigation": 'investigating',
  'went down': 'investigating',
  identified: 'identified',
  mitigating: 'identified',
  identifiziert: 'identified',
  'ursache gefunden': 'identified',
  'ursache identifiziert': 'identified',
  identifié: 'identified',
  'cause identifiée': 'identified',
  monitoring: 'monitoring',
  watching: 'monitoring',
  'fix implemented': 'monitoring',
  recovering: 'monitoring',
  beobachtung: 'monitoring',
  'wird beobachtet': 'monitoring',
  überwachung: 'monitoring',
  'sous surveillance': 'monitoring',
  'en surveillance': 'monitoring',
  resolved: 'resolved',
  recovered: 'resolved',
  'has recovered': 'resolved',
  'is back up': 'resolved',
  mitigated: 'resolved',
  fixed: 'resolved',
  solved: 'resolved',
  restored: 'resolved',
  'service is operating normally': 'resolved',
  'operating normally': 'resolved',
  behoben: 'resolved',
  gelöst: 'resolved',
  erledigt: 'resolved',
  entstört: 'resolved',
  résolu: 'resolved',
  résolue: 'resolved',
  rétabli: 'resolved',
  已恢复: 'resolved',
  已解决: 'resolved',
  postmortem: 'postmortem',
  'post-mortem': 'postmortem',
  'post-incident': 'postmortem',
  'post-incident review': 'postmortem',
  'post incident review': 'postmortem',
  'preliminary pir': 'postmortem',
  'final pir': 'postmortem',
  pir: 'postmortem',
  rca: 'postmortem',
  scheduled: 'scheduled',
  planned: 'scheduled',
  upcoming: 'scheduled',
  geplant: 'scheduled',
  angekündigt: 'scheduled',
  planifié: 'scheduled',
  planifiée: 'scheduled',
  'maintenance scheduled': 'scheduled',
  'in progress': 'in_progress',
  in_progress: 'in_progress',
  'maintenance in progress': 'in_progress',
  'wird durchgeführt': 'in_progress',
  'en cours': 'in_progress',
  verifying: 'verifying',
  'wird geprüft': 'verifying',
  vérification: 'verifying',
  completed: 'completed',
  'maintenance completed': 'completed',
  'maintenance complete': 'completed',
  abgeschlossen: 'completed',
  'wartung abgeschlossen': 'completed',
  terminée: 'completed',
} as const satisfies Record<string, IncidentStatus>;

/** Words too common to trust anywhere but after "Status:" or alone in brackets. */
export const STATED_ONLY_LABELS = {
  open: 'investigating',
  active: 'investigating',
  ongoing: 'investigating',
  down: 'investigating',
  offen: 'investigating',
  laufend: 'investigating',
  ouvert: 'investigating',
  closed: 'resolved',
  operational: 'resolved',
  ended: 'resolved',
  geschlossen: 'resolved',
  beendet: 'resolved',
  fermé: 'resolved',
  terminé: 'resolved',
} as const satisfies Record<string, IncidentStatus>;

/** What sentences say, strongest claim first; applied after negated claims were cut out. */
export const STATUS_PHRASES: readonly { status: IncidentStatus; pattern: RegExp }[] = [
  {
    status: 'completed',
    pattern:
      /\b(?:maintenance|upgrade|migration)\b(?: \w+){0,4} (?:completed|finished|concluded)\b|\bwartung(?:sarbeiten)?(?: \p{L}+){0,3} (?:abgeschlossen|beendet)|maintenance (?:\p{L}+ ){0,2}terminée/u,
  },
  {
    status: 'monitoring',
    pattern:
      /\b(?:are|is|be|currently|still) monitoring\b|\b(?:continue|continuing) (?:to monitor|monitoring)\b|\bmonitoring (?:the (?:results|situation|recovery|fix)|recovery)|\b(?:fix|mitigation|change) (?:has been|was|is) (?:now )?(?:implemented|deployed|applied|rolled out|in place)\b|\bfix applied\b|\b(?:beobachten|überwachen) (?:die|den|das|wir|weiter)|nous surveillons/u,
  },
  {
    status: 'resolved',
    pattern:
      /\b(?:is|are|been|was|were|now|have|has|fully|issue|incident|problem|outage) (?:now |fully |successfully |all )*(?:resolved|mitigated|recovered|restored|fixed)\b|\b(?:operating|working|functioning|running) (?:as )?normal(?:ly)?\b|\b(?:back to|returned to|returning to normal|are|is) (?:normal(?: operation)?s?)(?: again)?\b|\brecovered\b(?! (?:from|data))|\bfully operational\b|\b(?:wurde|wurden|ist|sind) (?:\p{L}+ ){0,3}(?:behoben|gelöst|entstört|wiederhergestellt)|\b(?:störung|problem) (?:\p{L}+ )?(?:behoben|gelöst)|\bnormalbetrieb\b|\b(?:est|été|a été) (?:\p{L}+ ){0,2}(?:résolue?s?|rétablie?s?|corrigée?s?)|已恢复|已解决|恢复正常/u,
  },
  {
    status: 'identified',
    pattern:
      /\b(?:have|has|been|we) (?:now |been )?identified\b|\bidentified (?:the|a|that|an) |\b(?:root )?cause (?:has been |was |is )?(?:identified|found)|\b(?:working on|preparing|deploying|implementing|rolling out) (?:a |the )?(?:fix|mitigation)|\bmitigating\b|\bursache (?:\p{L}+ ){0,3}(?:gefunden|identifiziert)|\b(?:cause|origine) (?:\p{L}+ ){0,3}identifiée/u,
  },
  {
    status: 'investigating',
    pattern:
      /\binvestigat(?:ing|e|ion)\b|\blooking into\b|\bwe are aware\b|\bwent down\b|\buntersuchen\b|\buntersucht\b|\barbeiten an (?:der|einer|dem) (?:lösung|behebung|problem)|\benquêt(?:e|ons)\b|\bnous (?:enquêtons|étudions|analysons)/u,
  },
  {
    status: 'in_progress',
    pattern:
      /\bmaintenance (?:is |has |is now |is currently )?(?:now |currently )?(?:in progress|underway|under way|started|begun)\b|\bwartung(?:sarbeiten)? (?:\p{L}+ ){0,3}(?:begonnen|gestartet)|maintenance (?:est )?en cours/u,
  },
  {
    status: 'scheduled',
    pattern:
      /\b(?:scheduled|planned|upcoming) (?:\w+ )?(?:maintenance|event|works?)\b|\bmaintenance (?:is |will be )?(?:scheduled|planned)|\bgeplante\p{L}* (?:\p{L}+ )?(?:wartung|arbeiten)|\bmaintenance (?:est )?(?:planifiée|prévue)/u,
  },
];

const ENDING =
  'resolved|mitigated|recovered|restored|fixed|solved|identified|completed|finished|normal(?:ly)?|operational';
const GERMAN_ENDING = 'behoben|gelöst|entstört|wiederhergestellt|abgeschlossen|beendet';

/** Claims that something is not, not for all, not fully, or not before some condition the case. */
export const NEGATED_CLAIMS: readonly RegExp[] = [
  // What is back for others or for some is not back.
  new RegExp(
    `\\b(?:${ENDING}) (?:for|in|to) (?:the |an? )?(?:other|some|most|many|majority|part|portion|several|few)\\b`,
    'gu',
  ),
  new RegExp(`\\b(?:not|never|\\p{L}+n['’]t)(?: \\p{L}+){0,3} (?:${ENDING})\\b`, 'gu'),
  new RegExp(`\\b(?:yet to be|to be|will be|should be|be) (?:\\p{L}+ )?(?:${ENDING})\\b`, 'gu'),
  new RegExp(
    `\\b(?:until|till|unless|once|when|as soon as|before|expect|expected|working to|in order to)\\b[^.;,\\n]{0,60}?\\b(?:${ENDING})\\b`,
    'gu',
  ),
  new RegExp(
    `\\b(?:partially|partly|mostly|largely|almost|some|previously)(?: \\p{L}+){0,2} (?:${ENDING})\\b`,
    'gu',
  ),
  /\bun(?:resolved|mitigated|fixed|solved|identified)\b/gu,
  new RegExp(
    `\\b(?:nicht|bis|sobald|teilweise|falls|wenn)\\b[^.;,\\n]{0,60}?(?:${GERMAN_ENDING})`,
    'gu',
  ),
  /\b(?:pas|jusqu|dès que|partiellement)[^.;,\n]{0,60}?(?:résolue?s?|rétablie?s?|corrigée?s?|terminée?s?)/gu,
];
