import type { IncidentStatus } from '../../model/incident.ts';

interface StatusPhrase {
  status: IncidentStatus;
  pattern: RegExp;
}

/** One expression of several, in lower case. */
const anyOf = (...sources: string[]) => new RegExp(sources.join('|'), 'u');

/** Up to `most` words in between. */
const words = (most: number) => `(?:\\p{L}+ ){0,${most}}`;

/** What sentences say, strongest claim first; applied after negated claims were cut out. */
export const STATUS_PHRASES: readonly StatusPhrase[] = [
  {
    status: 'completed',
    pattern: anyOf(
      '\\b(?:maintenance|upgrade|migration)\\b(?: \\w+){0,4} (?:completed|finished|concluded|cancell?ed)\\b',
      `\\bwartung(?:sarbeiten)? ${words(3)}(?:abgeschlossen|beendet|abgesagt)`,
      `\\bmaintenance ${words(2)}(?:terminée|annulée)`,
      '\\bfin de (?:la )?maintenance\\b',
    ),
  },
  {
    status: 'monitoring',
    pattern: anyOf(
      '\\b(?:are|is|be|currently|still) monitoring\\b',
      '\\b(?:continue|continuing) (?:to monitor|monitoring)\\b',
      '\\bmonitoring (?:the (?:results|situation|recovery|fix)|recovery)',
      '\\b(?:fix|mitigation|change) (?:has been|was|is) (?:now )?(?:implemented|deployed|applied|rolled out|in place)\\b',
      '\\bfix applied\\b',
      `\\b(?:seeing|observing|signs of) ${words(3)}recovery\\b`,
      '\\breturning to normal\\b',
      '\\b(?:is|are|now|has begun|started) recovering\\b',
      '\\b(?:beobachten|überwachen) (?:die|den|das|wir|weiter)',
      'nous surveillons',
    ),
  },
  {
    status: 'resolved',
    pattern: anyOf(
      '\\b(?:is|are|been|was|were|now|have|has|fully|issue|incident|problem|outage) (?:now |fully |successfully |all )*(?:resolved|mitigated|recovered|restored(?! from)|fixed)\\b',
      '\\b(?:resolved|fixed) (?:the|this) (?:issue|incident|problem|outage|fault|error)s?\\b',
      '\\b(?:operating|working|functioning|running) (?:as )?normal(?:ly)?\\b',
      '\\b(?:back to|returned to|are|is) (?:normal(?: operation)?s?)(?: again)?\\b',
      '\\breturned to baseline\\b',
      '\\brecovered\\b(?! (?:from|data))',
      '\\bfully operational\\b',
      '\\ball (?:systems|services) (?:are )?(?:now )?operational\\b',
      '\\b(?:is|are|was|were|came|now) back (?:online|up|in service)\\b',
      '\\b(?:outage|incident|issue|problem|disruption) is (?:now )?over\\b',
      '\\b(?:is|are) (?:now )?working (?:fine )?again\\b',
      `\\b(?:wurde|wurden|ist|sind|konnte|konnten) (?:[\\p{L}\\p{N}:.]+ ){0,5}?(?:behoben|beseitigt|gelöst|entstört|wiederhergestellt)`,
      `\\b(?:störung|problem) (?:\\p{L}+ )?(?:behoben|beseitigt|gelöst)`,
      `\\b(?:ist|sind|läuft|laufen|funktioniert|funktionieren) ${words(2)}wieder (?:verfügbar|erreichbar|online|normal|stabil|störungsfrei|wie gewohnt)`,
      '\\b(?:läuft|laufen|funktioniert|funktionieren) wieder\\b',
      '\\bnormalbetrieb\\b',
      `\\b(?:est|sont|été|a été) ${words(2)}(?:résolue?s?|rétablie?s?|corrigée?s?|clos|opérationnel(?:le)?s?)(?!\\p{L})`,
      '^retour à la normale\\b',
      '\\brevenue?s? à la normale\\b',
      '已恢复|已解决|恢复正常',
    ),
  },
  {
    status: 'identified',
    pattern: anyOf(
      '\\b(?:have|has|been|we) (?:now |been )?identified\\b',
      '\\bidentified (?:the|a|that|an) ',
      '\\b(?:root )?cause (?:has been |was |is )?(?:identified|found)',
      '\\b(?:working on|preparing|deploying|implementing|rolling out) (?:a |the )?(?:fix|mitigation)',
      '(?:fix|mitigation) is (?:currently |now )?being \\p{L}+',
      '\\bmitigating\\b',
      `\\bursache ${words(3)}(?:gefunden|identifiziert)`,
      '\\bursache ist (?:nun |jetzt |inzwischen )?bekannt\\b',
      `\\b(?:cause|origine) ${words(3)}identifiée`,
      '\\ben cours de résolution\\b',
    ),
  },
  {
    status: 'investigating',
    pattern: anyOf(
      '\\binvestigat(?:ing|e|ion)\\b',
      '\\blooking into\\b',
      '\\bwe are aware\\b',
      '\\b(?:went|gone) down\\b',
      '\\bre-?open(?:ed|ing)\\b',
      '\\buntersuchen\\b|\\buntersucht\\b',
      `\\barbeiten ${words(3)}an (?:der|einer|dem) (?:lösung|behebung|problem)`,
      '\\benquêt(?:e|ons)\\b',
      '\\bnous (?:enquêtons|étudions|analysons|recherchons)',
    ),
  },
  {
    status: 'in_progress',
    pattern: anyOf(
      '\\bmaintenance (?:is |has |is now |is currently )?(?:now |currently )?(?:in progress|underway|under way|started|begun)\\b',
      `\\bwartung(?:sarbeiten)? ${words(3)}(?:begonnen|gestartet)`,
      'maintenance (?:est )?en cours',
    ),
  },
  {
    status: 'scheduled',
    pattern: anyOf(
      '\\b(?:scheduled|planned|upcoming) (?:\\w+ )?(?:maintenance|event|works?)\\b',
      '\\bmaintenance (?:is |will be )?(?:scheduled|planned)',
      '\\bgeplante\\p{L}* (?:\\p{L}+ )?(?:wartung|arbeiten)',
      '\\bmaintenance (?:est )?(?:planifiée|prévue)',
    ),
  },
];

const ENDING =
  'resolved|mitigated|recovered|restored|fixed|solved|identified|completed|finished|normal(?:ly)?|operational';
const GERMAN_ENDING =
  '(?:behoben|beseitigt|gelöst|entstört|wiederhergestellt|abgeschlossen|beendet|wieder (?:verfügbar|erreichbar|online|normal|stabil|störungsfrei|wie gewohnt))';
const PART =
  'some|most|many|several|few|half|parts?|portion|majority|all but|(?:about |around |over |nearly )?(?!100)\\d+ ?(?:%|percent)';

/**
 * Claims that something is not, not for all, not fully, or not before some condition the case; and
 * what visitors are told to do if it should go on.
 */
export const NEGATED_CLAIMS: readonly RegExp[] = [
  /\bif (?:you|your|anyone|there|this|the)\b[^.\n]*/gu,
  // What is back for others or for some is not back.
  new RegExp(
    `\\b(?:${ENDING})(?: (?:the )?services?)? (?:for|in|to) (?:the |an? )?(?:other|new|${PART})`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${PART})(?: of)?(?: (?:the|our|all))? (?:\\p{L}+ ){0,2}(?:have|has|are|is|were|was)(?: \\p{L}+){0,2} (?:${ENDING})\\b`,
    'gu',
  ),
  new RegExp(`\\b(?:may|might|could|unable to)(?: \\p{L}+){0,5} (?:${ENDING})\\b`, 'gu'),
  new RegExp(`\\b(?:not|never|\\p{L}+n['’]t)(?: \\p{L}+){0,3} (?:${ENDING})\\b`, 'gu'),
  new RegExp(`\\b(?:yet to be|to be|will be|should be|be) (?:\\p{L}+ )?(?:${ENDING})\\b`, 'gu'),
  new RegExp(`\\b(?:get|getting|to have|to see) (?:\\p{L}+ ){1,3}(?:${ENDING})\\b`, 'gu'),
  new RegExp(
    `\\b(?:until|till|unless|once|when|as soon as|before|expect|expected|working to|in order to)\\b[^.;,\\n]{0,60}?\\b(?:${ENDING})\\b`,
    'gu',
  ),
  new RegExp(
    `\\b(?:partially|partly|mostly|largely|almost|some|previously)(?: \\p{L}+){0,2} (?:${ENDING})\\b`,
    'gu',
  ),
  /\bun(?:resolved|mitigated|fixed|solved|identified)\b/gu,
  // A review that is promised is not there.
  /\b(?:will|plan to|going to)\b[^.;\n]{0,80}?\b(?:post-?mortem|rca|root cause analysis|post[ -]incident review)\b/gu,
  new RegExp(
    `\\b(?:nicht|bis|sobald|bald|teilweise|falls|wenn|wird|werden|soll|sollte[n]?|voraussichtlich|hoffentlich|hoffen)\\b[^.;,\\n]{0,60}?${GERMAN_ENDING}`,
    'gu',
  ),
  /\b(?:pas|jusqu|dès que|partiellement|sera|seront)\b[^.;,\n]{0,60}?(?:résolue?s?|rétablie?s?|corrigée?s?|terminée?s?|opérationnel(?:le)?s?)/gu,
];

/** It goes on for somebody, so that a sentence about what is back is not the whole story. */
export const GOES_ON = anyOf(
  '(?<!\\b(?:may|might|could|can) )\\b(?:still|remains?|remaining|continues? to be) (?:\\p{L}+ )?(?:down|failing|affected|impacted|unavailable|offline|unreachable|degraded|broken|slow|elevated|experiencing|seeing)\\b',
  '\\bcontinu(?:e|es|ing) (?:to work|working) on\\b',
  '\\bre-?open(?:ed|ing)\\b',
  '\\bworking on the remaining\\b',
  '\\b(?:weiterhin|noch) (?:gestört|beeinträchtigt|betroffen|eingeschränkt|offline|nicht)\\b',
  '\\btoujours (?:\\p{L}+ )?(?:indisponibles?|perturbée?s?|impactée?s?)\\b',
);
