const IS = '(?:is|are|was|were|remains?|ist|sind|bleib(?:t|en)|est|sont)';
const WELL =
  '(?:unaffected|not (?:affected|impacted)|un-?impacted|nicht betroffen|(?:pas|non) (?:affectée?s?|touchée?s?|impactée?s?|concernée?s?))(?!\\p{L})';
/** Up to the verb of one statement. */
const WHO = `(?:(?!\\b${IS}\\b)[^.;:\\n]){0,80}`;
/** Those whose being well says nothing of the region: "customers outside X", "other queues". */
const ELSE = '\\b(?:outside|außerhalb|hors|other(?! regions)|existing|new)\\b';
/** "Instances in X are not affected": a part of it is well. Of customers in X it is said of X. */
const PART =
  '(?:(?!\\b(?:customers|users|regions|kunden|nutzer|clients|utilisateurs)\\b)[^.;:\\n]){0,80} (?:in|im|dans|en) ';

/** "Unaffected: eu-west-1", "EU-WEST-1 is not impacted", "all but us-west1". */
const SPARED: readonly RegExp[] = [
  new RegExp(`\\b${WELL}(?: regions?| regionen| régions?)?:[^.;\\n]{0,120}`, 'giu'),
  new RegExp(
    `(?<=^|[.;,:\\n])(?!${WHO}${ELSE})(?!${PART})${WHO}\\b${IS} (?:currently |also |auch |aktuell )?${WELL}`,
    'gimu',
  ),
  /\b(?:except(?:ing)?(?: for)?|excluding|with the exception of|all but|außer|ausgenommen|sauf|hormis) [^.;:\n]{0,60}/giu,
];
const MOVED =
  '\\b(?:fail(?:ed|ing|s)?[ -]?over|mov(?:ed?|ing)|shift\\w*|rerout\\w+|redirect\\w*|migrat\\w+|evacuat\\w+|switch(?:ed|ing)|umgeleitet|verschoben|verlagert|basculé\\w*)\\b';
/** Asked first: looking back from every "to" is dear. */
const MOVES = new RegExp(MOVED, 'iu');
/** Where traffic went: not where the trouble is. */
const GOAL = new RegExp(
  `(?<=${MOVED}[^.;\\n]{0,50})\\b(?:to|towards|into|nach|vers)\\b(?:(?! (?:from|von|aus|depuis)\\b)[^.,;\\n]){0,40}`,
  'giu',
);
/** How to be told of news is no news of the part that tells it. */
const SUBSCRIBE = /\bsubscribe to (?:these|our|all)? ?(?:notifications|updates)[^.\n]{0,80}/giu;

/** A text without what it names as spared. */
export function withoutSpared(text: string): string {
  return SPARED.reduce((left, pattern) => left.replaceAll(pattern, ' '), text);
}

/** A text without the places that work was taken to. */
export function withoutGoals(text: string): string {
  return MOVES.test(text) ? text.replaceAll(GOAL, ' ') : text;
}

/** A text without the advice on how to follow it. */
export function withoutAdvice(text: string): string {
  return text.replaceAll(SUBSCRIBE, ' ');
}
