import type { KnowledgeProblem } from './knowledge-error.ts';
import { readYaml } from './read-yaml.ts';
import { type Regions, regionsSchema, type Services, servicesSchema } from './schemas/places.ts';

/** Reads regions.yaml and services.yaml and checks that a service's home region exists. */
export async function loadPlaces(
  dir: URL,
): Promise<{ regions: Regions; services: Services; problems: KnowledgeProblem[] }> {
  const [regions, services] = await Promise.all([
    readYaml(dir, 'regions.yaml', regionsSchema),
    readYaml(dir, 'services.yaml', servicesSchema),
  ]);
  const problems = [...regions.problems, ...services.problems];
  for (const [provider, list] of Object.entries(services.value ?? {})) {
    for (const [id, { home }] of Object.entries(list)) {
      if (home === undefined || regions.value?.[provider]?.[home] !== undefined) continue;
      problems.push({
        file: 'services.yaml',
        path: `${provider}.${id}.home`,
        message: `names ${home}, which regions.yaml does not list for ${provider}`,
      });
    }
  }
  return { regions: regions.value ?? {}, services: services.value ?? {}, problems };
}
