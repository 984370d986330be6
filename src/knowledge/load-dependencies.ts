import type { KnowledgeProblem } from './knowledge-error.ts';
import { readYaml } from './read-yaml.ts';
import { repeatedIds } from './repeated-ids.ts';
import { type Dependency, dependenciesSchema } from './schemas/dependency.ts';

const FILE = 'dependencies.yaml';

/** Reads dependencies.yaml, in order of ids, and everything wrong with it; never throws for what is in it. */
export async function loadDependencies(
  root: URL,
): Promise<{ dependencies: Dependency[]; problems: KnowledgeProblem[] }> {
  const { value, problems } = await readYaml(root, FILE, dependenciesSchema);
  const dependencies = value?.edges ?? [];
  return {
    dependencies: dependencies.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    problems: [...problems, ...repeatedIds(FILE, 'edges', dependencies)],
  };
}
