const STATE_PREFIX =
  /^\s*(?:\[[^\]]{1,30}\]|(?:investigating|identified|monitoring|resolved|update|scheduled|completed|in progress)\s*(?:[-–—:]))\s*/i;

/** A title without case, punctuation and a state in front: two feeds differ in no more than that. */
export function titleKey(title: string): string {
  return textKey(title.replace(STATE_PREFIX, ''));
}

/** A text reduced to its letters and digits, to compare two tellings of it. */
export function textKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
