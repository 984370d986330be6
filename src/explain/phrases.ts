/**
 * The phrases by which a post says what it stands to: English first, German, some French. Patterns
 * describe grammar ("due to X", "X is not the cause"), never single firms or single outages.
 */

/** Before a name: says that what follows is the reason. */
export const CAUSE_BEFORE =
  /(?:\bdue to|because of|caused by|as an? (?:direct )?result of|result(?:s|ing|ed)? (?:of|from)|stem(?:s|ming|med)? from|owing to|attribut(?:ed|able) to|traced (?:back )?to|(?:is|are|was|were|be|been|directly|likely) (?:related|linked|tied|connected) to|(?:issue|incident|problem|outage|this is|it is|impact|errors|disruption) (?:is )?related to|originat\w+ (?:from|in|at|with)|in connection with|(?:affected|impacted|hit|triggered|degraded) by|root cause (?:is|was|lies|of this (?:issue|incident) (?:is|was))(?: (?:with|in|at))?|amid|(?:issue|problem|fault|cause|trouble|incident)s? (?:is|lies?|lay|was) with|waiting (?:for|on)|(?:work|working|worked|collaborat\w+|coordinat\w+|engag\w+|in (?:close )?(?:contact|touch|communication)|communicat\w+)(?: \w+){0,2} with(?: (?:the|our))?|escalated (?:this )?(?:to|with)|(?:case|ticket)(?: open)? with|confirmed by|(?:issue|incident|problem|outage|disruption|failure|degradation)s? (?:at|with|within|on the side of|of)(?: (?:one of )?(?:our|the|an?))?(?: (?:\w+ )?(?:provider|vendor|partner|supplier|host),?)?|aufgrund|wegen|infolge|verursacht (?:durch|von)|ausgelöst durch|bedingt durch|zurückzuführen auf|(?:Ursache|Grund)(?: dafür| hierfür)? (?:ist|liegt|war)(?: (?:bei|in))?|(?:Störung|Ausfall|Problem|Probleme|Störungen) (?:bei|von|in|der|des)|betroffen von|in Zusammenhang mit|en raison|à cause|dû à|due? à|causée? par|provoquée? par|(?:panne|incident|problème) (?:chez|de|d’|d'))(?=[\s:]|$)/gi;

/** After a name, in the same clause: trouble that is the named one's own. */
export const TROUBLE_AFTER =
  /^(?:['’]s?)?\)?(?:[\s,()/&:-]+(?!(?:and|or|und|oder|et)\b)[\w.()-]+){0,6}?[\s,-]+(?:outages?|incidents?|issues?|problems?|troubles?|disruptions?|degrad\w+|failures?|downtime|errors?|events?|interruptions?|(?:is|are|was|being|went|gone) (?:currently )?down|unavailab\w+|instabilit\w+|impairments?|is (?:currently |again )?(?:experiencing|having|seeing|investigating|reporting|working)|(?:has|have) (?:confirmed|acknowledged|reported|identified|applied|declared|recovered|mitigated|resolved|begun|informed)|reports?|recover(?:s|y|ed|ing)|Störung(?:en)?|Ausf(?:all|älle)|Probleme?|Panne|Zwischenfall|gestört|ausgefallen|meldet)\b/i;

/** "because X failed": the connective stands right before, the trouble right after. */
export const BECAUSE_BEFORE =
  /\b(?:because|since|as|weil|da)(?: (?:the|our|der|die|das|unser))?\s*$/i;
export const FAILED_AFTER =
  /^\s+(?:(?:has|had|have|is|are|was|were)\s+)?(?:fail(?:s|ed|ing)|down|unavailable|broken?|stopped|ausfiel|ausgefallen|gestört)\b/i;

/** Between name and trouble: then the trouble belongs to our customers or parts there. */
export const OWN_THING =
  /^(?:[-‑]?(?:hosted|based|backed|managed)|(?:[\s,()-]+[\w-]+){0,3}?[\s,-]+(?:customers?|users?|clusters?|deployments?|instances?|accounts?|workspaces?|runners?|tenants?|subscriptions?|projects?|organi[sz]ations?|plans?|environments?|Kund\w+|clients?))\b/i;

/** Right after or before a name: a product that connects to it, which may be ours to break. */
export const INTEGRATION_AFTER =
  /^(?:['’]s)?(?:[\s-]+(?!(?:is|are|was|were|has|have|had|outages?|incidents?|issues?|problems?|disrupt\w*|degrad\w*|fail\w*|errors?|down|caus\w+|affect\w+|impact\w+|block\w+)\b)[\w/-]+){0,2}?[\s-]+(?:integrations?|connectors?|connections?|plug-?ins?|syncs?|synchroni[sz]ation|exports?|imports?|backups?|buckets?|sources?|destinations?|SSO|SAML|SCIM|OAuth|log-?ins?|sign-?ins?|marketplace|webhooks?|apps?|add-?ons?|extensions?|API keys?|calendars?|Pay|Kindle|billing|invoices?|Anbindung|Integration|Schnittstelle)\b/i;
export const INTEGRATION_BEFORE =
  /(?:integrations? (?:with|to|for)|connect(?:or|ors|ing|ion|ions)? (?:with|to|for)|sync(?:ing)? (?:with|to|from)|(?:log|sign)(?:ging|ing)? ?-?in (?:with|via|using|through)|(?:export|import|upload|deploy|publish|backup|write|send)(?:s|ing|ed|ments?)? (?:to|from)|available (?:on|in|via)|compatible with|Anbindung an|Anmeldung (?:mit|über))(?: (?:the|an?|our|your))?\s*$/i;

/** Before a name: this is not it. */
export const NEGATION_BEFORE =
  /(?:\b(?:not|isn['’]t|wasn['’]t|never)(?: (?:directly|currently|appears? to be|seems? to be|believed to be|thought to be|known to be|in any way|at all|likely|a|the|being)){0,2} (?:related|linked|connected|tied|due|caused|attributable|a result|because|affected|impacted|part)\b[\w ]{0,12}|\bunrelated (?:to)?|\bunlike|\bindependent(?:ly)? (?:of|from)|\bseparate from|\bno (?:connection|relation|link|relationship) (?:to|with|between)|\bnothing to do with|\brather than|\binstead of|\bnot (?:an?|the)\b|\bno (?:indication|evidence|sign)s?\b|\bruled out|\bdistinct from|\bkein(?:en|e)? (?:Zusammenhang|Bezug)(?: \w+)? (?:mit|zu)|\bnicht (?:\w+ )?(?:im Zusammenhang|mit|durch|wegen|aufgrund|auf)|\bunabhängig (?:von|vom)|\banders als|\bsans (?:rapport|lien) avec|\baucun (?:rapport|lien) avec|\bcontrairement à|\bn['’]est pas (?:lié|dû|causé)\w*(?: \w+)?)(?:[^,;:]{0,45})$/i;
/** After a name: this was not it. */
export const NEGATION_AFTER =
  /^[^,;:]{0,45}?(?:\b(?:is|was|were|are|has been|have been)(?: not|n['’]t) (?:the|a|an|involved|related|responsible|at fault|affected|the cause|to blame)|\b(?:is|was|are|were|remains?) (?:unaffected|unrelated|operational|healthy|operating normally)|\b(?:has|have) been ruled out|\b(?:ist|war) nicht (?:die Ursache|schuld|verantwortlich|betroffen|beteiligt)|\bausgeschlossen|n['’]est pas en cause)/i;

/** Before a name: supposed, not known. */
export const HEDGE =
  /\b(?:suspect\w*|may|might|possibly|potentially|could be|presumably|investigating (?:whether|if)|(?:checking|determine) (?:whether|if)|initially|at first|vermut\w+|möglicherweise|eventuell|prüfen,? ob|peut-être|pourrait)\b/i;

/** In the sentence: told of something that is over. */
export const PAST =
  /\b(?:last (?:week|month|year|night|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|yesterday|previous(?:ly)?|earlier (?:this|in the) (?:week|month|year)|days ago|weeks ago|post-?mortem (?:of|for|on|about)|retrospective|lessons (?:from|learned)|since the|in the wake of|learnings|letzte[nrs]? (?:Woche|Monat|Jahr|Nacht)|vergangene[nrs]?|gestern|gestrige[nrsm]?|damalige[nrsm]?|semaine dernière|mois dernier|d['’]hier)\b/i;

/** Where traffic was taken to: a region named so is not the one in trouble. */
export const FAILOVER_TO =
  /\b(?:fail(?:ed|ing|s)?[ -]?over|mov\w+|shift\w+|rerout\w+|redirect\w+|migrat\w+|steer\w+|evacuat\w+|switch\w+|umgeleitet|verschoben|verlagert)\b[^.;]{0,50}?\b(?:to|towards|into|nach|vers)\b[^.,;]{0,40}/gi;
