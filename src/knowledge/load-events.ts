import { brokenRules } from './event-rules.ts';
import type { KnowledgeProblem } from './knowledge-error.ts';
import { listYaml, readYaml } from './read-yaml.ts';
import { type ArchivedEvent, archivedEvent } from './schemas/event.ts';

/** The events of a folder and everything wrong with its files; never throws for what is in them. */
export async function loadEvents(
  root: URL,
): Promise<{ events: ArchivedEvent[]; problems: KnowledgeProblem[] }> {
  const names = await listYaml(new URL('events/', root));
  const readings = await Promise.all(
    names.map((name) => readYaml(root, `events/${name}`, archivedEvent)),
  );
  const events: ArchivedEvent[] = [];
  const problems: KnowledgeProblem[] = [];
  const fileOfId = new Map<string, string>();
  for (const { file, value, problems: mistakes } of readings) {
    problems.push(...mistakes);
    if (value === null) continue;
    problems.push(...brokenRules(value).map((rule) => ({ file, ...rule })));
    problems.push(...idProblems(file, value.id, fileOfId));
    fileOfId.set(value.id, file);
    events.push(value);
  }
  return { events: events.toSorted(newestFirst), problems: [...problems, ...deadLinks(events)] };
}

function idProblems(
  file: string,
  id: string,
  fileOfId: ReadonlyMap<string, string>,
): KnowledgeProblem[] {
  const other = fileOfId.get(id);
  if (other !== undefined) {
    return [{ file, path: 'id', message: `"${id}" is taken by ${other}: choose another one` }];
  }
  if (file === `events/${id}.yaml`) return [];
  return [{ file, path: 'id', message: `is "${id}": name the file ${id}.yaml` }];
}

function deadLinks(events: readonly ArchivedEvent[]): KnowledgeProblem[] {
  const ids = new Set(events.map((event) => event.id));
  return events.flatMap((event) =>
    event.downstream.flatMap(({ event: told }, n) =>
      told === null || ids.has(told)
        ? []
        : [
            {
              file: `events/${event.id}.yaml`,
              path: `downstream.${n}.event`,
              message: `there is no event "${told}": write the id of an existing one`,
            },
          ],
    ),
  );
}

function newestFirst(a: ArchivedEvent, b: ArchivedEvent): number {
  return a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0;
}
