import type { IncidentComponent } from '../model/incident.ts';

/** Known components and new ones; one without an id is the same as one with an id and its name. */
export function unionOfComponents(
  known: readonly IncidentComponent[],
  told: readonly IncidentComponent[],
): IncidentComponent[] {
  const union = [...known];
  for (const component of told) {
    const name = component.name.toLowerCase();
    const isThere = union.some((other) =>
      other.id !== undefined && component.id !== undefined
        ? other.id === component.id
        : other.name.toLowerCase() === name,
    );
    if (!isThere) union.push(component);
  }
  return union;
}
