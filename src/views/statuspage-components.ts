import type { Knowledge } from '../knowledge/knowledge.ts';
import { STATUS_OF_IMPACT } from '../model/impact.ts';
import type { Incident } from '../model/incident.ts';
import { stableHash } from '../model/incident-id.ts';
import { CATEGORIES, type Category } from '../model/provider.ts';
import { type ComponentStatus, worstStatus } from '../model/status.ts';
import type { FeedStatement } from '../store/store.ts';
import type { Board, BoardRow } from './provider-board.ts';
import type { SpComponent } from './statuspage-schemas.ts';
import { spComponentStatus, UNKNOWN_TEXT } from './statuspage-words.ts';

/** A part before it is written down: what it is called, where it stands, how it is. */
interface Part {
  id: string;
  name: string;
  status: ComponentStatus;
  group: string | null;
  updatedAt: string;
}

/** Providers as components, in a group per category; those we have no feed of are left out. */
export function worldComponents(
  board: Board,
  categoryName: (category: Category) => string,
  pageId: string,
  fallbackAt: string,
): SpComponent[] {
  const rows = board.rows.filter(({ provider }) => provider.feeds.length > 0);
  const parts = CATEGORIES.flatMap((category) =>
    rows
      .filter(({ provider }) => provider.category === category)
      .map(({ provider, status, readAt }) => ({
        id: provider.id,
        name: provider.name,
        status,
        group: categoryName(category),
        updatedAt: readAt ?? fallbackAt,
      })),
  );
  return written(parts, pageId);
}

/**
 * Parts of one provider: as its own page names them; else the regions and services we know of it,
 * green only where its feed proves that nothing else is reported; else the provider itself.
 */
export function providerComponents(
  row: BoardRow,
  statements: readonly FeedStatement[],
  knowledge: Pick<Knowledge, 'regions' | 'services'>,
  fallbackAt: string,
): SpComponent[] {
  const { provider } = row;
  const updatedAt = row.readAt ?? fallbackAt;
  const stated = statements.flatMap((statement) => statement.components);
  if (stated.length > 0) {
    const parts = stated.map(({ id, name, status, group }) => ({
      id,
      name,
      // A reading too old to vouch for green vouches for no green part either.
      status: row.isStale && status === 'operational' ? ('unknown' as const) : status,
      group: group ?? null,
      updatedAt,
    }));
    return written(parts, provider.id);
  }
  const isProven = !row.isStale && statements.some((statement) => statement.provesNothingReported);
  const part = (id: string, name: string, group: string): Part => ({
    id,
    name,
    status: statusOfPlace(id, row.incidents, isProven),
    group,
    updatedAt,
  });
  const parts = [
    ...Object.keys(knowledge.regions[provider.id] ?? {}).map((id) =>
      part(`${provider.id}:${id}`, id, 'Regions'),
    ),
    ...Object.entries(knowledge.services[provider.id] ?? {}).map(([id, { name }]) =>
      part(`${provider.id}:${id}`, name, 'Services'),
    ),
  ];
  if (parts.length > 0) return written(parts, provider.id);
  const { id, name } = provider;
  return written([{ id, name, status: row.status, group: null, updatedAt }], provider.id);
}

function statusOfPlace(id: string, open: readonly Incident[], isProven: boolean): ComponentStatus {
  const said = open
    .filter((incident) => incident.kind !== 'notice')
    .filter(({ regions, services }) => regions.includes(id) || services.includes(id))
    .map((incident) =>
      incident.kind === 'maintenance'
        ? ('under_maintenance' as const)
        : STATUS_OF_IMPACT[incident.impact],
    );
  if (said.length > 0) return worstStatus(said);
  return isProven ? 'operational' : 'unknown';
}

/** Groups before their members, as Statuspage lists them. */
function written(parts: readonly Part[], pageId: string): SpComponent[] {
  const components: SpComponent[] = [];
  for (const [name, members] of Map.groupBy(parts, (part) => part.group)) {
    const groupId = name === null ? null : stableHash(`${pageId}/group/${name}`).slice(0, 12);
    if (name !== null && groupId !== null) {
      const status = worstStatus(members.map((member) => member.status));
      const updatedAt =
        members
          .map((member) => member.updatedAt)
          .toSorted()
          .at(-1) ?? '';
      const group = { id: groupId, name, status, group: null, updatedAt };
      components.push({
        ...write(group, pageId, components.length + 1, null),
        group: true,
        components: members.map(({ id }) => id),
      });
    }
    for (const member of members) {
      components.push(write(member, pageId, components.length + 1, groupId));
    }
  }
  return components;
}

function write(part: Part, pageId: string, position: number, groupId: string | null): SpComponent {
  return {
    id: part.id,
    name: part.name,
    status: spComponentStatus(part.status),
    created_at: part.updatedAt,
    updated_at: part.updatedAt,
    position,
    description: part.status === 'unknown' ? UNKNOWN_TEXT : null,
    showcase: false,
    start_date: null,
    group_id: groupId,
    page_id: pageId,
    group: false,
    only_show_if_degraded: false,
    downstream_status: part.status,
  };
}
