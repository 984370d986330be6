import type { ProviderStatus } from '../model/status.ts';
import type { AdapterContext, Snapshot, SnapshotComponent, SnapshotIncident } from './adapter.ts';
import { joinIncidents } from './join-incidents.ts';
import { cleanTitle, safeUrl } from './read/plain-text.ts';
import type { WordReader } from './read/words.ts';
import {
  isPlaceholder,
  readStatuspageIncident,
  type StatuspagePage,
} from './statuspage-incident.ts';
import {
  STATUSPAGE_COMPONENT_STATUS,
  STATUSPAGE_INDICATOR,
  type StatuspageComponent,
  type StatuspageDocument,
} from './statuspage-wire.ts';

interface StatuspageReading {
  status: ProviderStatus | null;
  components: SnapshotComponent[];
  incidents: SnapshotIncident[];
  /** Which lists were there: of what is open, of the newest of all states, of maintenances. */
  lists: { open: boolean; newest: boolean; maintenances: boolean };
}

/** What the documents of one page say together. */
export function readStatuspageDocuments(
  documents: readonly StatuspageDocument[],
  context: AdapterContext,
  words: WordReader,
): StatuspageReading {
  const components = documents.find((document) => document.components)?.components ?? [];
  const stated = documents.find(({ page }) => page.url)?.page.url;
  const page: StatuspagePage = {
    url: pageUrl(stated ?? undefined, context.statusPage),
    dates: { timeZone: context.timeZone },
    words,
    names: displayNames(components),
  };
  return {
    status: statusOf(documents, words),
    components: readComponents(components, words),
    incidents: joinIncidents(
      documents.flatMap((document) => [
        ...[...(document.incidents ?? []), ...(document.incident ? [document.incident] : [])].map(
          (raw) => readStatuspageIncident(raw, page, 'incidents'),
        ),
        ...(document.scheduled_maintenances ?? []).map((raw) =>
          readStatuspageIncident(raw, page, 'scheduled_maintenances'),
        ),
      ]),
    ),
    lists: {
      open: documents.some(isOpenList),
      newest: documents.some((document) => hasIncidents(document) && !document.status),
      maintenances: documents.some(
        (document) => document.scheduled_maintenances !== undefined && !document.status,
      ),
    },
  };
}

/**
 * The newest fifty of incidents and of maintenances are a window. Without the maintenances a
 * finished one would look taken back, so then only what is open now is claimed.
 */
export function coverageOf({ lists }: StatuspageReading): Snapshot['coverage'] {
  if (lists.open) return lists.newest && lists.maintenances ? 'window' : 'active-only';
  return 'window';
}

/**
 * The lists of a summary. incident.io leaves out those that are empty, Statuspage never does: a
 * missing one is empty only on a page of theirs whose own state does not speak against it.
 */
function isOpenList(document: StatuspageDocument): boolean {
  const { page, status, components, scheduled_maintenances } = document;
  if (!status || components === undefined) return false;
  const hasMaintenances = scheduled_maintenances !== undefined;
  if (!isUlid(page.id)) return hasIncidents(document) && hasMaintenances;
  if (status.indicator === 'none') return true;
  return status.indicator === 'maintenance' ? hasMaintenances : hasIncidents(document);
}

function hasIncidents(document: StatuspageDocument): boolean {
  return document.incidents !== undefined;
}

/** incident.io's ids: 26 characters of Crockford's base 32. */
export function isUlid(id: string): boolean {
  return /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(id);
}

function statusOf(documents: readonly StatuspageDocument[], words: WordReader) {
  for (const { status, page } of documents) {
    const indicator = status ? status.indicator : page.status_indicator;
    if (status || indicator !== undefined) {
      return words.read('status.indicator', indicator, STATUSPAGE_INDICATOR);
    }
  }
  return null;
}

/** Leaves only: a group carries the worst of its members, and would count twice. */
function readComponents(
  raw: readonly StatuspageComponent[],
  words: WordReader,
): SnapshotComponent[] {
  const groups = groupNames(raw);
  return raw
    .filter(({ group, name }) => !group && !isPlaceholder(name))
    .map((component) => {
      const group = groups.get(component.group_id);
      return {
        isHidden: component.only_show_if_degraded,
        id: component.id,
        name: cleanTitle(component.name),
        status: words.read('component.status', component.status, STATUSPAGE_COMPONENT_STATUS),
        ...(group !== undefined && { group }),
      };
    })
    .filter(({ isHidden, status }) => !isHidden || status !== 'operational')
    .map(({ isHidden: _, ...component }) => component);
}

function groupNames(components: readonly StatuspageComponent[]): Map<unknown, string> {
  return new Map(
    components.filter(({ group }) => group).map(({ id, name }) => [id, cleanTitle(name)]),
  );
}

/** Names of components by id; equal names in different groups carry their group in front. */
function displayNames(components: readonly StatuspageComponent[]): Map<unknown, string> {
  const groups = groupNames(components);
  const count = new Map<string, number>();
  for (const { name } of components) count.set(name, (count.get(name) ?? 0) + 1);
  return new Map(
    components.map(({ id, name, group_id }) => {
      const group = groups.get(group_id);
      const isAmbiguous = (count.get(name) ?? 0) > 1 && group !== undefined;
      return [id, isAmbiguous ? `${group} – ${name}` : name];
    }),
  );
}

/** The page as configured where it is the same host: pages still write `http:` about themselves. */
function pageUrl(stated: string | undefined, configured: string): string {
  const own = URL.parse(safeUrl(stated, configured));
  const isSame = own === null || own.host === URL.parse(configured)?.host;
  return (isSame ? configured : own.href).replace(/\/+$/, '');
}
