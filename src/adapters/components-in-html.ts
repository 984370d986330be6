import type { IncidentComponent } from '../model/incident.ts';
import { cleanTitle } from './read/plain-text.ts';

const HEADING =
  /affected (?:components|services|products|systems)|betroffene (?:komponenten|dienste)/i;
const MAX_COMPONENTS = 100;
const MAX_NAME = 120;

/**
 * The components an entry lists under "Affected components": list items, or names after a colon
 * separated by commas. A state in brackets behind a name is dropped.
 */
export function componentsInHtml(html: string): IncidentComponent[] {
  const heading = HEADING.exec(html);
  if (heading === null) return [];
  const after = html.slice(heading.index + heading[0].length);
  const list = /^[^\n]{0,60}?<ul[^<>]*>([\s\S]*?)<\/ul>/i.exec(after)?.[1];
  if (list !== undefined) {
    const items = list.matchAll(/<li[^<>]*>[\s\S]*?(?:<\/li>|$)/gi);
    return namesToComponents(Array.from(items, ([item]) => item));
  }
  const line = /^(?:<\/\w+>)?\s*:([^\n]*?)(?:<br|<\/p>|<p|\n|$)/i.exec(after)?.[1] ?? '';
  return namesToComponents(line.split(','));
}

/** Names as a feed lists them → components, each once. */
export function namesToComponents(names: readonly string[]): IncidentComponent[] {
  const clean = names
    .map((name) => cleanTitle(name, MAX_NAME).replace(/\s*\([^()]*\)$/, ''))
    .filter((name) => name !== '');
  return [...new Set(clean)].slice(0, MAX_COMPONENTS).map((name) => ({ name }));
}
