const PLACES = '[^.;:\\n]{0,80}';
const WELL =
  '(?:unaffected|not (?:affected|impacted)|un-?impacted|nicht betroffen|(?:pas|non) (?:affectée?s?|touchée?s?|impactée?s?|concernée?s?))';

/** "Unaffected: eu-west-1", "EU-WEST-1 is not impacted", "all but us-west1". */
const SPARED: readonly RegExp[] = [
  new RegExp(`\\b${WELL}(?: regions?| regionen| régions?)?:[^.;\\n]{0,120}`, 'giu'),
  new RegExp(
    `(?<=^|[.;,:\\n])(?!${PLACES}\\b(?:outside|außerhalb|hors|new|other than)\\b)${PLACES}\\b(?:is|are|was|were|remains?|sind|ist|bleib(?:t|en)|est|sont) (?:currently |also |auch |aktuell )?${WELL}\\b`,
    'gimu',
  ),
  /\b(?:except(?:ing)?(?: for)?|excluding|with the exception of|all but|außer|ausgenommen|sauf|hormis) [^.;:\n]{0,60}/giu,
];
/** Where traffic went: not where the trouble is. */
const GOAL =
  /\b(?:fail(?:ed|ing|s)?[ -]?over|mov(?:ed?|ing)|shift\w*|rerout\w+|redirect\w*|migrat\w+|evacuat\w+|switch(?:ed|ing)|umgeleitet|verschoben|verlagert|basculé\w*)\b[^.;\n]{0,50}?\b(?:to|towards|into|nach|vers)\b[^.,;\n]{0,40}/giu;
/** How to be told of news is no news of the part that tells it. */
const SUBSCRIBE = /\bsubscribe to (?:these|our|all)? ?(?:notifications|updates)[^.\n]{0,80}/giu;

/** A text without what it names as spared. */
export function withoutSpared(text: string): string {
  return SPARED.reduce((left, pattern) => left.replaceAll(pattern, ' '), text);
}

/** A text without the places that work was taken to. */
export function withoutGoals(text: string): string {
  return text.replaceAll(GOAL, ' ');
}

/** A text without the advice on how to follow it. */
export function withoutAdvice(text: string): string {
  return text.replaceAll(SUBSCRIBE, ' ');
}
