import type { KnowledgeProblem } from './knowledge-error.ts';
import { readYaml } from './read-yaml.ts';
import {
  type Colos,
  colosSchema,
  type Regions,
  regionsSchema,
  type Services,
  servicesSchema,
} from './schemas/places.ts';

/** What is known of places, and what is wrong with it. */
interface LoadedPlaces {
  regions: Regions;
  colos: Colos;
  services: Services;
  problems: KnowledgeProblem[];
}

/** Reads regions.yaml, colos.yaml and services.yaml and checks that a service's home region exists. */
export async function loadPlaces(dir: URL): Promise<LoadedPlaces> {
  const [regions, colos, services] = await Promise.all([
    readYaml(dir, 'regions.yaml', regionsSchema),
    readYaml(dir, 'colos.yaml', colosSchema),
    readYaml(dir, 'services.yaml', servicesSchema),
  ]);
  const problems = [...regions.problems, ...colos.problems, ...services.problems];
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
  return {
    regions: regions.value ?? {},
    colos: colos.value ?? {},
    services: services.value ?? {},
    problems,
  };
}
