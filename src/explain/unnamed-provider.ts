import type { Dependency } from '../knowledge/schemas/dependency.ts';

type Purpose = Dependency['purpose'];

/** What a post calls a provider it does not name. */
const UNNAMED =
  /\b((?:(?:third|3rd)[- ]part(?:y|ies)|upstream|external|underlying|infrastructure|cloud(?: (?:hosting|infrastructure|services?))?|hosting|hyperscaler|CDN|DNS|edge|content delivery|identity|authentication|auth|SSO|model|LLM|AI|SMS|telephony|telecom|carrier|voice|messaging|e-?mail|mail|payments?|processing|card|network|transit|internet|data ?cent(?:er|re)|colocation|database)(?:[ -](?:(?:third|3rd)[- ]party|upstream|cloud|infrastructure|hosting|network|model|service|services|authentication|delivery))*)[ -]+(?:providers?|vendors?|suppliers?|partners?|dependenc(?:y|ies)|platform provider)\b|\b(?:3rd|third)[- ]party (?:service|system|outage|incident|platform|library)\b|\b(?:our|a) hyperscaler\b|\b(?:(?:externe[rnms]?|vorgelagerte[rnms]?) (?:Anbieter|Dienstleister|Provider|Lieferant)\w*|Dritt(?:anbieter|dienst)\w*|(?:Cloud|Hosting|Netz|Infrastruktur)[- ]?(?:anbieter|provider|dienstleister)\w*)|\b(?:fournisseur|prestataire|hébergeur) ?(?:tiers|cloud|externe|d['’]hébergement|d['’]infrastructure)?/giu;

const CLOUD: readonly Purpose[] = [
  'hosting',
  'data-store',
  'compute',
  'network',
  'control-plane',
  'storage',
];
/** The first row that fits decides what such a provider is for; a name that fits none may be any. */
const KINDS: readonly { pattern: RegExp; purposes: readonly Purpose[] }[] = [
  { pattern: /model|LLM|\bAI\b/, purposes: ['ai-model'] },
  { pattern: /identity|auth|SSO/i, purposes: ['sign-in'] },
  { pattern: /SMS|teleph|telecom|carrier|voice|messag/i, purposes: ['messaging'] },
  { pattern: /mail/i, purposes: ['e-mail'] },
  { pattern: /payment|card|processing/i, purposes: ['payments'] },
  { pattern: /CDN|content delivery|edge/i, purposes: ['cdn', 'network', 'dns'] },
  { pattern: /DNS/, purposes: ['dns', 'cdn'] },
  { pattern: /transit|internet|colocation|data ?cent/i, purposes: ['own-infrastructure'] },
  {
    pattern: /network|\bNetz/i,
    purposes: ['network', 'cdn', 'dns', 'own-infrastructure'],
  },
  { pattern: /database/i, purposes: ['data-store', 'hosting'] },
  { pattern: /cloud|hosting|infrastru|hyperscaler|héberge/i, purposes: [...CLOUD, 'cdn', 'dns'] },
];

/** Places in a sentence that speak of a provider without its name. */
export function unnamedProvidersIn(sentence: string): { from: number; text: string }[] {
  return [...sentence.matchAll(UNNAMED)].map((match) => ({ from: match.index, text: match[0] }));
}

/** What such a provider is for; null where the words leave it open. */
export function purposesOfUnnamed(text: string): readonly Purpose[] | null {
  return KINDS.find(({ pattern }) => pattern.test(text))?.purposes ?? null;
}
