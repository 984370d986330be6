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
  const url = documents.map(({ page }) => page.url ?? '').find((address) => address !== '');
  const page: StatuspagePage = {
    url: pageUrl(url, context.statusPage),
    ...(context.timeZone !== undefined && { timeZone: context.timeZone }),
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

/** incident.io leaves out lists that are empty; Statuspage never does. */
function isOpenList(document: StatuspageDocument): boolean {
  if (!document.status) return false;
  return hasIncidents(document) || (isUlid(document.page.id) && document.components != null);
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
  const groups = new Map(
    raw.filter(({ group }) => group).map(({ id, name }) => [id, cleanTitle(name)]),
  );
  return raw
    .filter(({ group, name }) => !group && !isPlaceholder(name))
    .map((component) => {
      const group = groups.get(component.group_id ?? '');
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

/** Names of components by id; equal names in different groups carry their group in front. */
function displayNames(components: readonly StatuspageComponent[]): Map<string, string> {
  const groups = new Map(components.filter(({ group }) => group).map(({ id, name }) => [id, name]));
  const count = new Map<string, number>();
  for (const { name } of components) count.set(name, (count.get(name) ?? 0) + 1);
  return new Map(
    components.map(({ id, name, group_id }) => {
      const group = groups.get(group_id ?? '');
      const isAmbiguous = (count.get(name) ?? 0) > 1 && group !== undefined;
      return [id, isAmbiguous ? `${group} – ${name}` : name];
    }),
  );
}

/** The page as configured where it is the same host: pages still write `http:` about themselves. */
function pageUrl(stated: string | undefined, configured: string): string {
  const own = safeUrl(stated ?? '', configured);
  const isSame = own === '' || URL.parse(own)?.host === URL.parse(configured)?.host;
  return (isSame ? configured : own).replace(/\/+$/, '');
}
