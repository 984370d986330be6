import { CAUSE_BEFORE } from './phrases.ts';

/** Causes that lie with the dependent itself or with neither of the two. */
export const OTHER_CAUSES = [
  'deploy',
  'configuration',
  'database',
  'certificate',
  'attack',
  'line-cut',
  'hardware',
  'power',
  'capacity',
  'bug',
  'maintenance',
  'own',
] as const;
export type OtherCause = (typeof OTHER_CAUSES)[number];

/** What the cause is called; counts only where the sentence makes it the cause. */
const NOUNS: Readonly<Record<Exclude<OtherCause, 'own'>, RegExp>> = {
  deploy:
    /\b(?:(?:bad|faulty|failed|recent|our|latest|broken|problematic|erroneous|new|code|software|routine|release|app\w*) )*(?:deploy(?:ment|s)?|release|rollout|roll-out|code change|software update|version|feature flag|migration)\b|\b(?:fehlerhafte[nrsm]? )?(?:Deployment|Release|Rollout|Update|Softwareupdate|Softwareaktualisierung|Aktualisierung)\b|\b(?:déploiement|mise à jour|mise en production)\b/i,
  configuration:
    /\b(?:mis-?configur\w+|(?:config(?:uration)?|settings?|routing|firewall|DNS record|network) (?:change|error|update|issue|mistake)|change (?:to|in|of) (?:our|the) \w+)|\b(?:Fehlkonfiguration|Konfigurations(?:änderung|fehler))\b|\b(?:erreur|changement|modification) de configuration\b/i,
  database:
    /\b(?:database|DB|Postgres\w*|MySQL|Redis|Elasticsearch|Kafka|replica\w*|schema|index|query|queries|Datenbank\w*|base de données)\b/i,
  certificate:
    /\b(?:expired|expiring|lapsed|invalid|abgelaufene\w*|expiré) (?:\w+ )?(?:certificate|cert|Zertifikat\w*|domain)\b|\b(?:certificates?|certs?|Zertifikat\w*|certificat)\b/i,
  attack:
    /\b(?:D?DoS|denial[- ]of[- ]service|(?:cyber|brute[- ]force) ?-?attack|attack traffic|malicious traffic|bot traffic|Cyberangriff|Angriff|cyberattaque|attaque)\b/i,
  'line-cut':
    /\b(?:fib(?:re|er)(?:[- ]?optic)?s?(?: line| cable| link)? ?(?:cut|damage|break|breakage)|cut (?:fib(?:re|er)|cable)|cable (?:cut|damage|break)|Glasfaser\w*|Kabelbruch|Kabelschaden|Bagger|coupure de (?:fibre|câble))\b/i,
  hardware:
    /\b(?:hardware|disk|disc|SSD|RAID|switch|router|firewall|storage controller|server|rack|host machine|hypervisor|Hardware(?:defekt|fehler|ausfall)?|Netzwerkkomponente|panne matérielle)\b(?: \w+)?(?: (?:failure|fault|error|crash|defect|defekt|problem|issue))?/i,
  power:
    /\b(?:power (?:outage|loss|failure|cut|supply|issue)|loss of (?:utility )?power|cooling|UPS|Stromausfall|Stromversorgung|panne (?:de courant|électrique))\b/i,
  capacity:
    /\b(?:(?:traffic|load) (?:spike|surge|peak)|(?:spike|surge|peak|increase) (?:in|of) (?:traffic|load|demand|requests|usage)|(?:high|heavy|unexpected|unusual|increased|exceptional) (?:load|traffic|demand|volume)|overload\w*|out of (?:memory|disk space)|memory leak|disk (?:space|full)|Überlast\w*|Lastspitze|Ansturm|surcharge)\b/i,
  bug: /\b(?:bug|regression|defect|race condition|deadlock|memory leak|Programmfehler|Softwarefehler|bogue)\b/i,
  maintenance:
    /\b(?:(?:planned|scheduled|our|routine|emergency|internal|network) (?:\w+ )?maintenance|maintenance (?:work|window)|geplante\w* Wartung|Wartungsarbeiten|maintenance (?:planifiée|programmée))\b/i,
};

const PATTERNS = entries(NOUNS).map(
  ([code, pattern]) => [code, new RegExp(pattern, 'gi')] as const,
);

/** Said of oneself: no connective needed. */
const OWN =
  /\b(?:we (?:have |['’]ve )?(?:rolled back|reverted|rolled it back|pushed a (?:bad|faulty)|introduced|accidentally|mistakenly)|(?:was|were|has been|have been) (?:rolled back|reverted)|(?:rolled back|rolling back|reverted|reverting|rollback of|revert of) (?:the|a|an|our|this|that|to (?:the|a) previous)|(?:our|an?) (?:own|internal) (?:fault|mistake|error|systems?|infrastructure|database|service|code|network|change)|internal (?:issue|error|fault|cause)|(?:on|at) our (?:own )?(?:side|end)|introduced (?:in|by|with) (?:the|our|a)|human error|wir haben (?:die|eine|unsere) (?:Änderung|Aktualisierung)|(?:zurückgerollt|rückgängig gemacht)|(?:in|bei) unserem eigenen|eigene[rnsm]? (?:Fehler|System|Datenbank|Netz)|erreur (?:humaine|interne|de notre part))\b/i;
/** Two that need no connective either: nothing else is said this way. */
const PLAIN =
  /\b(?:expired (?:\w+ )?cert\w*|cert\w* (?:has |had )?expired|Zertifikat (?:ist )?abgelaufen|abgelaufene\w* Zertifikat\w*|(?:under|mitigating|experiencing|ongoing|large|volumetric) (?:an? )?(?:ongoing |large |volumetric )?DD?oS attack|DDoS attack (?:against|on|targeting)|fib(?:re|er) cut|Glasfaserkabel|Kabelbruch)\b/i;
const CAUSES =
  /\b(?:caused|led to|resulted in|triggered|(?:is|was) the (?:reason|cause|culprit)|verursachte|a causé)\b/i;
const CAUSE_OTHER =
  /(?:introduced (?:by|in|with|after)|triggered by|led to|result(?:ed)? in|cause[sd]?(?: was| is)? (?:identified|found|determined)(?: (?:as|to be))?|identified (?:as|to be)|turned out to be|trac(?:ed|ing)|(?:following|after|during) (?:an?|the|our|today['’]s|this|eine[rnm]?|un|une)|ausgelöst|nach (?:einem|einer|dem|der)|suite à|après)\b/i;
/** The cause is told to be another's, or not to be one. */
const NOT_IT =
  /\b(?:not|isn['’]t|wasn['’]t|no (?:evidence|sign|indication)|ruled out|rather than|kein\w*|nicht|aucun\w*|n['’]est pas|unaffected|protection|as a precaution|will|would|plan)\b/i;

/** What a sentence names as the cause, where that lies with neither upstream; null where it names none. */
export function otherCauseIn(sentence: string): { code: OtherCause; text: string } | null {
  if (NOT_IT.test(sentence)) return null;
  const plain = PLAIN.exec(sentence);
  const isCausal =
    hasConnective(sentence) ||
    CAUSE_OTHER.test(sentence) ||
    CAUSES.test(sentence) ||
    plain !== null;
  if (isCausal) {
    for (const [code, pattern] of PATTERNS) {
      const found = [...sentence.matchAll(pattern)].find((match) =>
        isTheCause(sentence, match.index, plain),
      );
      if (found !== undefined) return { code, text: found[0] };
    }
  }
  const own = OWN.exec(sentence);
  return own === null ? null : { code: 'own', text: own[0] };
}

/** The noun must follow its connective closely: "due to X" makes X the cause, not what stands later. */
function isTheCause(sentence: string, at: number, plain: RegExpExecArray | null): boolean {
  if (plain !== null) return true;
  if (CAUSES.test(sentence.slice(at, at + 90))) return true;
  const before = sentence.slice(Math.max(0, at - 60), at);
  return hasConnective(before) || CAUSE_OTHER.test(before);
}

function hasConnective(text: string): boolean {
  CAUSE_BEFORE.lastIndex = 0;
  const found = CAUSE_BEFORE.test(text);
  CAUSE_BEFORE.lastIndex = 0;
  return found;
}

function entries<K extends string, V>(table: Readonly<Record<K, V>>): [K, V][] {
  return (Object.keys(table) as K[]).map((key) => [key, table[key]]);
}
