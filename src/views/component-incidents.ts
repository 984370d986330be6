import type { Incident } from '../model/incident.ts';
import { oncePer } from './once-per.ts';

interface Part {
  id: string;
  name: string;
}

/** Incidents that name a part, by its id on the provider's page or, without ids, by its name. */
export function componentIncidents(
  incidents: readonly Incident[],
  part: Part,
): readonly Incident[] {
  return listsOf(incidents)(part);
}

/** Each list is made once, so that what is worked out from it can be kept beside it. */
const listsOf = oncePer((incidents: readonly Incident[]) => {
  const byName = Map.groupBy(naming(incidents), ([key]) => key);
  const lists = new Map<string, readonly Incident[]>();
  return ({ id, name }: Part): readonly Incident[] => {
    const key = JSON.stringify([id, name]);
    const list =
      lists.get(key) ??
      unique([...(byName.get(`id ${id}`) ?? []), ...(byName.get(`name ${name}`) ?? [])]);
    lists.set(key, list);
    return list;
  };
});

type Naming = readonly [key: string, incident: Incident];

function naming(incidents: readonly Incident[]): Naming[] {
  return incidents.flatMap((incident) =>
    incident.components.map(({ id, name }): Naming => {
      return [id === undefined ? `name ${name}` : `id ${id}`, incident];
    }),
  );
}

function unique(named: readonly Naming[]): Incident[] {
  return [...new Set(named.map(([, incident]) => incident))];
}
