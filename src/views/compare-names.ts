const COLLATOR = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/** Names as people sort them. One collator: `localeCompare` makes a new one for every pair. */
export function compareNames(a: { name: string }, b: { name: string }): number {
  return COLLATOR.compare(a.name, b.name);
}
