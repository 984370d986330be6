import { messagesFor } from '../i18n/messages.ts';
import { type Incident, isOpen } from '../model/incident.ts';
import type { Provider } from '../model/provider.ts';
import type { ProviderStatus } from '../model/status.ts';
import { worstStatus } from '../model/status.ts';
import { type BoardSources, readBoard } from './read-board.ts';
import { providerComponents, worldComponents } from './statuspage-components.ts';
import { type SpContext, toSpIncident, toSpMaintenance } from './statuspage-incident.ts';
import type { SpComponent, SpDocumentName } from './statuspage-schemas.ts';
import { spStatus } from './statuspage-words.ts';

/** As many as Statuspage lists. */
const LISTED = 50;
/** Nothing has ever been read: a date must stand there all the same. */
const NEVER = '1970-01-01T00:00:00.000Z';

/** A page in Statuspage's sense: all providers, or one. */
interface SpSite {
  page: { id: string; name: string; url: string; time_zone: string; updated_at: string };
  status: ProviderStatus;
  components: SpComponent[];
  context: SpContext;
}

/**
 * One document of the Statuspage-compatible API.
 * @param provider absent for the page of all providers
 */
export async function statuspageDocument(
  name: SpDocumentName,
  sources: BoardSources & { siteUrl: string },
  provider?: Provider,
): Promise<object> {
  const site = await readSite(sources, provider);
  const { page, context } = site;
  const only = provider === undefined ? {} : { providers: [provider.id] };
  const open = async () =>
    (await sources.store.openIncidents()).filter(
      (one) => one.origin === 'feed' && (!provider || one.providerId === provider.id),
    );
  const incidents = (found: readonly Incident[]) =>
    found.filter(({ kind }) => kind !== 'maintenance').map((one) => toSpIncident(one, context));
  const maintenances = (found: readonly Incident[]) =>
    found.filter(({ kind }) => kind === 'maintenance').map((one) => toSpMaintenance(one, context));
  const planned = async () => {
    const query = { ...only, kinds: ['maintenance'] as const, from: sources.now, limit: 200 };
    return (await sources.store.incidents(query)).incidents.filter((one) =>
      isAhead(one, sources.now),
    );
  };
  switch (name) {
    case 'summary': {
      const running = await open();
      return {
        page,
        components: site.components,
        incidents: incidents(running),
        scheduled_maintenances: maintenances([...running, ...(await planned())]),
        status: spStatus(site.status),
      };
    }
    case 'status':
      return { page, status: spStatus(site.status) };
    case 'components':
      return { page, components: site.components };
    case 'incidents': {
      const query = { ...only, kinds: ['incident', 'notice'] as const, limit: LISTED };
      return { page, incidents: incidents((await sources.store.incidents(query)).incidents) };
    }
    case 'incidents/unresolved':
      return { page, incidents: incidents(await open()) };
    case 'scheduled-maintenances': {
      const query = { ...only, kinds: ['maintenance'] as const, limit: LISTED };
      const found = (await sources.store.incidents(query)).incidents;
      return { page, scheduled_maintenances: maintenances(found) };
    }
    case 'scheduled-maintenances/upcoming':
      return { page, scheduled_maintenances: maintenances(await planned()) };
    case 'scheduled-maintenances/active':
      return { page, scheduled_maintenances: maintenances(await open()) };
    default:
      return name satisfies never;
  }
}

async function readSite(
  sources: BoardSources & { siteUrl: string },
  provider: Provider | undefined,
): Promise<SpSite> {
  const only = provider === undefined ? undefined : [provider.id];
  const { board, statements } = await readBoard(sources, null, only);
  const [row] = board.rows;
  const updatedAt = board.newestReadAt ?? NEVER;
  const names = new Map(sources.providers.map(({ id, name }) => [id, name]));
  const id = provider?.id ?? 'downstream';
  const components =
    provider !== undefined && row !== undefined
      ? providerComponents(row, statements, sources.knowledge, updatedAt)
      : worldComponents(board, (one) => messagesFor('en').words.category[one], id, updatedAt);
  return {
    page: {
      id,
      name: provider?.name ?? 'Downstream',
      url: provider === undefined ? sources.siteUrl : `${sources.siteUrl}/providers/${id}`,
      time_zone: 'Etc/UTC',
      updated_at: updatedAt,
    },
    status:
      provider === undefined
        ? worstStatus(
            board.rows.filter((one) => one.provider.feeds.length > 0).map((one) => one.status),
          )
        : (row?.status ?? 'unknown'),
    components,
    context: {
      pageId: id,
      components,
      siteUrl: sources.siteUrl,
      nameOf: (incident) =>
        provider === undefined
          ? `${names.get(incident.providerId) ?? incident.providerId}: ${incident.title}`
          : incident.title,
      affected: (incident) => affected(incident, components, provider === undefined),
    },
  };
}

/** On the page of all, an incident affects its provider; on a provider's, the parts it names. */
function affected(
  incident: Incident,
  components: readonly SpComponent[],
  isWorld: boolean,
): SpComponent[] {
  const members = components.filter(({ group }) => !group);
  if (isWorld) return members.filter(({ id }) => id === incident.providerId);
  const ids = new Set([
    ...incident.components.flatMap(({ id }) => id ?? []),
    ...incident.regions,
    ...incident.services,
  ]);
  const names = new Set(incident.components.map(({ name }) => name));
  const found = members.filter(({ id, name }) => ids.has(id) || names.has(name));
  return found.length > 0 || members.length > 1 ? found : members;
}

function isAhead(incident: Incident, now: string): boolean {
  if (incident.resolvedAt !== null || incident.withdrawnAt !== null || isOpen(incident)) {
    return false;
  }
  return (incident.scheduledUntil ?? incident.scheduledFor ?? incident.startedAt) > now;
}
