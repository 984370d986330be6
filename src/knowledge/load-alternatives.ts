import type { KnowledgeProblem } from './knowledge-error.ts';
import { readYaml } from './read-yaml.ts';
import { repeatedIds } from './repeated-ids.ts';
import { type Alternative, alternativesSchema } from './schemas/alternative.ts';

const FILE = 'alternatives.yaml';

/** Reads alternatives.yaml, in order of names, and everything wrong with it; never throws for what is in it. */
export async function loadAlternatives(
  root: URL,
): Promise<{ alternatives: Alternative[]; problems: KnowledgeProblem[] }> {
  const { value, problems } = await readYaml(root, FILE, alternativesSchema);
  const alternatives = value?.alternatives ?? [];
  return {
    alternatives: alternatives.toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    problems: [...problems, ...repeatedIds(FILE, 'alternatives', alternatives)],
  };
}
