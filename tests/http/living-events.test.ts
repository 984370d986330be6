import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET as eventFeed } from '../../src/pages/events/[id]/atom.xml.ts';
import { GET as picture } from '../../src/pages/og/events/[id].png.ts';
import { API_SCHEMAS } from '../../src/views/api-schemas.ts';
import { type EndpointWorld, startEndpoints } from '../support/endpoint-world.ts';
import { suspectedWorld } from '../support/suspected-world.ts';
import { apiRoute } from './api-routes.ts';

const ID = 'aws.today';
let world: EndpointWorld;
beforeAll(async () => {
  world = await startEndpoints(suspectedWorld({ now: '08:40', awsPosts: '08:20' }), {
    withArchive: true,
  });
});
afterAll(() => world.close());

async function get(address: string) {
  const { route, params } = apiRoute(address);
  return world.get(route, address, params);
}

describe('an event that goes on', () => {
  it('heads the list, and is all that is open', async () => {
    const all = API_SCHEMAS.EventList.parse((await get('/api/v1/events?limit=3')).json());
    expect(all.data[0]).toMatchObject({ id: ID, origin: 'feed', state: 'open', endedAt: null });
    expect(all.data[1]).toMatchObject({ origin: 'archive', state: 'closed' });
    const open = API_SCHEMAS.EventList.parse((await get('/api/v1/events?open=true')).json());
    expect(open.data.map(({ id }) => id)).toEqual([ID]);
    const closed = API_SCHEMAS.EventList.parse((await get('/api/v1/events?open=false')).json());
    expect(closed.data.map(({ id }) => id)).not.toContain(ID);
  });

  it('is found by whom it hit, where, and when; and pages go on behind it', async () => {
    const idsOf = async (query: string) =>
      API_SCHEMAS.EventList.parse((await get(`/api/v1/events?${query}`)).json()).data.map(
        ({ id }) => id,
      );
    expect(await idsOf('provider=slack&from=2026-06-01')).toEqual([ID]);
    expect(await idsOf('region=aws:us-east-1&from=2026-06-01')).toEqual([ID]);
    expect(await idsOf('provider=github&from=2026-06-01')).toEqual([]);
    expect(await idsOf('to=2026-06-01')).not.toContain(ID);
    const first = API_SCHEMAS.EventList.parse((await get('/api/v1/events?limit=1')).json());
    expect(first.next).toBe(ID);
    expect(await idsOf(`before=${first.next}&limit=1`)).not.toContain(ID);
  });

  it('tells who fell with it, how sure that is, and what it rests on', async () => {
    const event = API_SCHEMAS.Event.parse((await get(`/api/v1/events/${ID}`)).json());
    expect(event).toMatchObject({ category: null, severity: 'major', providerId: 'aws' });
    expect(event.title).toContain('AWS us-east-1');
    expect(event.regions).toEqual(['aws:us-east-1']);
    expect(event.affected.map(({ providerId }) => providerId)).toEqual(
      expect.arrayContaining(['slack', 'atlassian']),
    );
    const slack = event.affected.find(({ providerId }) => providerId === 'slack');
    expect(slack).toMatchObject({ incidentId: 'slack/today', reportedBy: 'own' });
    expect(slack?.grade).not.toBe('possible');
    expect(event.incidents.slice(0, 1)).toEqual(['aws/today']);
    expect(event.sources.map(({ url }) => url)).toContain(
      'https://status.aws.example/incidents/today',
    );
    const german = API_SCHEMAS.Event.parse((await get(`/api/v1/events/${ID}?lang=de`)).json());
    expect(german.summary).not.toBe(event.summary);
  });

  it('is led to by the id of the incident it began with', async () => {
    const { route } = apiRoute(`/api/v1/events/${ID}`);
    const moved = await world.get(route, '/api/v1/events/aws%2Ftoday?lang=de', { id: 'aws/today' });
    expect([moved.status, moved.headers.get('location')]).toEqual([
      301,
      `/api/v1/events/${ID}?lang=de`,
    ]);
  });

  it('has a feed named after it, and a picture', async () => {
    const { status, text } = await world.get(eventFeed, `/events/${ID}/atom.xml`, { id: ID });
    expect(status).toBe(200);
    const feed = parseAtomFeed(text);
    expect(feed.title?.value).toContain('AWS us-east-1: Increased error rates');
    expect(feed.entries?.map((entry) => entry.id)).toEqual(
      expect.arrayContaining(['aws', 'slack'].map((id) => `urn:downstream:incident:${id}/today`)),
    );
    const drawn = await world.get(picture, `/og/events/${ID}.png`, { id: ID });
    expect([drawn.status, drawn.type, drawn.text.slice(1, 4)]).toEqual([200, 'image/png', 'PNG']);
  });
});

describe('a suspicion', () => {
  it('is no event of the API, and leads to none before the upstream has said so', async () => {
    const early = await startEndpoints(suspectedWorld({ now: '08:08' }));
    const [suspected] = (await early.locals.explained.current()).suspected;
    const { route } = apiRoute('/api/v1/events/x');
    const id = suspected?.id ?? '';
    expect(id).toMatch(/^suspected\./);
    expect((await early.get(route, `/api/v1/events/${id}`, { id })).status).toBe(404);
    expect((await early.get(picture, `/og/events/${id}.png`, { id })).status).toBe(404);
    await early.close();
  });
});
