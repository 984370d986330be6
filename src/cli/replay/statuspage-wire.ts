import { createHash } from 'node:crypto';
import type { Provider } from '../../model/provider.ts';
import type { ToldStory } from './replay-story.ts';
import { jsonDocument, type ServedDocument } from './served-document.ts';

const ULID_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const STATUSPAGE_ALPHABET = 'bcdfghjklmnpqrstvwxyz0123456789';

/**
 * A page as Atlassian Statuspage and incident.io answer it at the same addresses; they differ in
 * their ids, and incident.io leaves empty lists out.
 * @returns documents by path, `/api/v2/summary.json` and `/api/v2/incidents.json`
 */
export function statuspageDocuments(
  provider: Pick<Provider, 'id' | 'name' | 'statusPage'>,
  stories: readonly ToldStory[],
  at: string,
  flavour: 'statuspage' | 'incident-io',
): Record<string, ServedDocument> {
  const id = flavour === 'statuspage' ? shortId : ulid;
  const updatedAt =
    stories
      .map(({ latest }) => latest.at)
      .toSorted()
      .at(-1) ?? at.slice(0, 10);
  const page = {
    id: id(provider.id),
    name: provider.name,
    url: provider.statusPage,
    time_zone: 'Etc/UTC',
    updated_at: updatedAt,
  };
  const open = stories.filter(({ isOver }) => !isOver);
  const status =
    open.length === 0
      ? { indicator: 'none', description: 'All Systems Operational' }
      : { indicator: 'minor', description: 'Partially Degraded Service' };
  const list = (told: readonly ToldStory[]) =>
    flavour === 'incident-io' && told.length === 0
      ? {}
      : { incidents: told.map((story) => toIncident(story, id, page.id)) };
  return {
    '/api/v2/summary.json': jsonDocument({
      page,
      components: [],
      ...list(open),
      ...(flavour === 'statuspage' ? { scheduled_maintenances: [] } : {}),
      status,
    }),
    '/api/v2/incidents.json': jsonDocument({
      page,
      incidents: stories.map((story) => toIncident(story, id, page.id)),
    }),
  };
}

function toIncident(story: ToldStory, id: (seed: string) => string, pageId: string) {
  const key = `${story.providerId} ${story.id}`;
  const first = story.posts[0] ?? story.latest;
  const isEnded = story.isOver;
  // Where the end was posted nowhere, the page merely shows the entry as resolved.
  const status = isEnded ? 'resolved' : story.latest.status;
  return {
    id: id(key),
    name: story.title,
    status,
    created_at: first.at,
    updated_at: isEnded ? story.overAt : story.latest.at,
    started_at: first.at,
    resolved_at: isEnded ? story.overAt : null,
    monitoring_at: null,
    // Every page states one; the least is what an entry without a known one stands for.
    impact: story.impact === 'unknown' ? 'minor' : story.impact,
    page_id: pageId,
    incident_updates: story.posts.toReversed().map((post) => ({
      id: id(`${key} ${post.at}`),
      status: post.status,
      body: post.text,
      incident_id: id(key),
      created_at: post.at,
      updated_at: post.at,
      display_at: post.at,
      affected_components: null,
    })),
    components: [],
  };
}

function shortId(seed: string): string {
  return inAlphabet(seed, STATUSPAGE_ALPHABET, 12);
}

function ulid(seed: string): string {
  return `01${inAlphabet(seed, ULID_ALPHABET, 24)}`;
}

function inAlphabet(seed: string, alphabet: string, length: number): string {
  const bytes = createHash('sha256').update(seed).digest().subarray(0, length);
  return [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');
}
