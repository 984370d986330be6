import { describe, expect, it } from 'vitest';
import { createWorld, snapshot, told } from '../support/merge-world.ts';

const at = (time: string) => `2024-06-20T${time}:00.000Z`;
const post = (
  id: string,
  time: string | null,
  status: 'investigating' | 'monitoring' | 'resolved' = 'investigating',
  body = `Post ${id}.`,
) => ({
  id,
  at: time === null ? null : at(time),
  status,
  body,
});

describe('a new incident', () => {
  it('is kept as told, seen at the time of the read', () => {
    const world = createWorld();
    const [change] = world.read(at('08:05'), snapshot([told()]));
    expect(change).toMatchObject({ isVisible: true, upstreamIds: ['i1'] });
    expect(world.only()).toMatchObject({
      id: 'northwind/i1',
      startedAt: at('08:00'),
      firstSeenAt: at('08:05'),
      updatedAt: at('08:00'),
      resolvedAt: null,
      origin: 'feed',
      marks: [],
    });
  });

  it.each([
    ['no date', null, at('08:05'), ['start-approximate']],
    ['a date hours ahead', at('13:00'), at('08:05'), ['start-approximate']],
    ['a date some minutes ahead', at('08:10'), at('08:10'), []],
  ])('with %s starts at a time we can vouch for', (_name, startedAt, expected, marks) => {
    const world = createWorld();
    const incident = told({ startedAt, updates: [{ ...post('u1', null), at: startedAt }] });
    world.read(at('08:05'), snapshot([incident]));
    expect(world.only()).toMatchObject({ startedAt: expected, marks });
    // Later the date is no longer ahead, and still says nothing.
    const [change] = world.read(at('20:00'), snapshot([incident]));
    expect(change?.isVisible).toBe(false);
    expect(world.only()).toMatchObject({ startedAt: expected, marks });
  });

  it('lets a maintenance start in the future', () => {
    const world = createWorld();
    const startedAt = '2024-06-25T10:00:00.000Z';
    world.read(
      at('08:05'),
      snapshot([
        told({ kind: 'maintenance', status: 'scheduled', startedAt, scheduledFor: startedAt }),
      ]),
    );
    expect(world.only()).toMatchObject({ startedAt, scheduledFor: startedAt, marks: [] });
  });

  it.each([
    ['the stated end', at('09:00'), at('09:00')],
    ['the first post that says so', null, at('08:40')],
  ])('already over ends at %s', (_name, resolvedAt, expected) => {
    const world = createWorld();
    world.read(
      at('10:00'),
      snapshot([
        told({
          status: 'resolved',
          resolvedAt,
          updates: [
            post('u1', '08:00'),
            post('u2', '08:40', 'resolved'),
            post('u3', '08:50', 'resolved'),
          ],
        }),
      ]),
    );
    expect(world.only()).toMatchObject({ resolvedAt: expected, marks: [] });
  });
});

describe('an incident listed again', () => {
  it('gains posts, components, regions and services, and loses none', () => {
    const world = createWorld();
    world.read(
      at('08:05'),
      snapshot([told({ components: [{ id: 'c1', name: 'API' }], regions: ['northwind:eu'] })]),
    );
    const [change] = world.read(
      at('09:05'),
      snapshot([
        told({
          status: 'resolved',
          resolvedAt: at('09:00'),
          updates: [post('u2', '09:00', 'resolved')],
          components: [{ name: 'api' }, { id: 'c2', name: 'Web' }],
          services: ['northwind:search'],
        }),
      ]),
    );
    expect(change?.replaced).toBeUndefined();
    expect(world.only()).toMatchObject({
      status: 'resolved',
      resolvedAt: at('09:00'),
      updatedAt: at('09:00'),
      regions: ['northwind:eu'],
      services: ['northwind:search'],
      components: [
        { id: 'c1', name: 'API' },
        { id: 'c2', name: 'Web' },
      ],
    });
    expect(world.only().updates.map(({ id }) => id)).toEqual(['u1', 'u2']);
  });

  it('keeps an edited text as a revision', () => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([told()]));
    const [change] = world.read(
      at('08:10'),
      snapshot([
        told({ updates: [{ ...post('u1', '08:00'), body: 'Looking into a failed disk.' }] }),
      ]),
    );
    expect(change?.replaced).toMatchObject({
      reason: 'edited',
      before: { updates: [{ body: 'Looking.' }] },
    });
    expect(world.only().updates).toMatchObject([{ id: 'u1', body: 'Looking into a failed disk.' }]);
  });

  it('recognises an edited post by its moment where the id follows the text', () => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([told({ updates: [post('hash-a', '08:00')] })]));
    const [change] = world.read(
      at('08:10'),
      snapshot([told({ updates: [{ ...post('hash-b', '08:00'), body: 'Reworded.' }] })]),
    );
    expect(change?.replaced?.reason).toBe('edited');
    expect(world.only().updates).toMatchObject([{ id: 'hash-a', body: 'Reworded.' }]);
  });

  it.each(['u1', 'new-id'])('is not moved by dates that change with every read (id %s)', (id) => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([told()]));
    const [change] = world.read(
      at('08:10'),
      snapshot([
        told({
          startedAt: at('08:09'),
          updatedAt: at('08:09'),
          updates: [{ ...post(id, '08:09'), body: 'Looking.' }],
        }),
      ]),
    );
    expect(change?.isVisible).toBe(false);
    expect(world.only()).toMatchObject({ startedAt: at('08:00'), updatedAt: at('08:00') });
    expect(world.only().updates).toHaveLength(1);
  });

  it('keeps the same words said twice as two posts where the source lists both', () => {
    const world = createWorld();
    const same = 'We are continuing to investigate.';
    const first = { ...post('u1', '08:00'), body: same };
    world.read(at('08:05'), snapshot([told({ updates: [first] })]));
    world.read(
      at('08:35'),
      snapshot([told({ updates: [first, { ...post('u2', '08:30'), body: same }] })]),
    );
    expect(world.only().updates).toHaveLength(2);
  });

  it('takes an earlier start, and a later one only from a source whose dates hold still', () => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([told()]));
    world.read(at('08:10'), snapshot([told({ startedAt: at('07:30') })]));
    expect(world.only().startedAt).toBe(at('07:30'));
    const [change] = world.read(at('08:15'), snapshot([told({ startedAt: at('07:45') })]));
    expect(world.only().startedAt).toBe(at('07:45'));
    expect(change?.replaced?.reason).toBe('edited');
  });

  it('follows a rescheduled maintenance', () => {
    const world = createWorld();
    const maintenance = (day: string) =>
      told({
        kind: 'maintenance',
        status: 'scheduled',
        startedAt: `2024-06-${day}T10:00:00.000Z`,
        scheduledFor: `2024-06-${day}T10:00:00.000Z`,
      });
    world.read(at('08:05'), snapshot([maintenance('25')]));
    const [change] = world.read(at('08:10'), snapshot([maintenance('27')]));
    expect(change?.replaced?.reason).toBe('edited');
    expect(world.only().startedAt).toBe('2024-06-27T10:00:00.000Z');
  });

  it('reopens with a newer post, not with an older copy of the page', () => {
    const world = createWorld();
    const open = told();
    const ended = told({
      status: 'resolved',
      resolvedAt: at('08:40'),
      updates: [...open.updates, post('u2', '08:40', 'resolved')],
    });
    world.read(at('08:05'), snapshot([open]));
    world.read(at('08:45'), snapshot([ended]));
    const [stale] = world.read(at('08:46'), snapshot([open]));
    expect(stale?.isVisible).toBe(false);
    expect(world.only().resolvedAt).toBe(at('08:40'));
    const [change] = world.read(
      at('09:10'),
      snapshot([told({ updates: [...ended.updates, post('u3', '09:05')] })]),
    );
    expect(change?.replaced?.reason).toBe('reopened');
    expect(world.only()).toMatchObject({ status: 'investigating', resolvedAt: null });
  });
});

describe('identity', () => {
  it('knows an incident by an alias and keeps its first public id', () => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([told()]));
    const [change] = world.read(
      at('08:10'),
      snapshot([told({ upstreamId: 'new', aliases: ['i1'] })]),
    );
    expect(world.only().id).toBe('northwind/i1');
    expect(change?.upstreamIds).toEqual(['i1', 'new']);
  });

  it.each([
    ['the address of its page', { title: 'Other words' }],
    ['title and start', { url: '', title: 'Resolved - search IS slow', startedAt: at('08:20') }],
  ])('joins what another feed tells by %s', (_name, part) => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([told()]));
    world.read(at('08:06'), snapshot([told({ upstreamId: 'guid-9', ...part })]), {
      feedKey: 'northwind:rss:2',
    });
    expect(world.only().title).toBe('Search is slow');
    expect(Object.keys([...world.known.values()][0]?.sources ?? {})).toHaveLength(2);
  });

  it('does not join what one feed lists apart, nor by an address several share', () => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([told(), told({ upstreamId: 'i2' })]));
    expect(world.known.size).toBe(2);
    const shared = [
      told({ upstreamId: 'a', title: 'Mail' }),
      told({ upstreamId: 'b', title: 'Chat' }),
    ];
    world.read(at('08:06'), snapshot(shared), { feedKey: 'northwind:rss:2' });
    expect(world.known.size).toBe(4);
  });

  it('lets one feed lead where two tell it differently', () => {
    const world = createWorld();
    const json = snapshot([told({ impact: 'major' })]);
    const rss = snapshot([
      told({
        upstreamId: 'guid',
        title: 'Search slow?',
        impact: 'minor',
        updates: [{ ...post('h', '08:01'), body: 'Looking into it.' }],
      }),
    ]);
    world.read(at('08:05'), json);
    world.read(at('08:06'), rss, { feedKey: 'northwind:rss:2' });
    const before = world.only();
    for (const minute of ['07', '08', '09']) {
      expect(world.read(at(`08:${minute}`), json)[0]?.isVisible).toBe(false);
      expect(
        world.read(at(`08:${minute}`), rss, { feedKey: 'northwind:rss:2' })[0]?.isVisible,
      ).toBe(false);
    }
    expect(world.only()).toMatchObject({ title: before.title, impact: 'major' });
    expect(world.only().updates).toHaveLength(1);
  });

  it('takes the end from a feed that follows when it has the newer post', () => {
    const world = createWorld();
    const open = snapshot([told()]);
    world.read(at('08:05'), open);
    const rss = snapshot([
      told({
        upstreamId: 'guid',
        status: 'resolved',
        resolvedAt: at('08:30'),
        updates: [post('h', '08:30', 'resolved')],
      }),
    ]);
    world.read(at('08:31'), rss, { feedKey: 'northwind:rss:2' });
    expect(world.only()).toMatchObject({ status: 'resolved', resolvedAt: at('08:30') });
    world.read(at('08:32'), open);
    expect(world.only().status).toBe('resolved');
  });

  it('gives a reused id a number when what had it is long over', () => {
    const world = createWorld();
    const old = told({
      status: 'resolved',
      resolvedAt: at('09:00'),
      updates: [post('u1', '09:00', 'resolved')],
    });
    const startedAt = '2024-07-20T08:00:00.000Z';
    const fresh = told({
      title: 'Search is slow again',
      startedAt,
      updates: [{ id: 'x', at: startedAt, status: 'investigating', body: 'Another disk.' }],
    });
    world.read(at('10:00'), snapshot([old]));
    for (const time of ['2024-07-20T08:05:00.000Z', '2024-07-20T08:10:00.000Z']) {
      world.read(time, snapshot([fresh]));
      expect(world.incidents().map(({ id }) => id)).toEqual(['northwind/i1', 'northwind/i1-2']);
    }
    const changes = world.read('2024-07-20T08:15:00.000Z', snapshot([old, fresh]));
    expect(changes.map(({ incident, isVisible }) => [incident.id, isVisible])).toEqual([
      ['northwind/i1', false],
      ['northwind/i1-2', false],
    ]);
  });

  it('leaves the archive alone', () => {
    const world = createWorld();
    world.read(at('08:05'), snapshot([told()]));
    const entry = [...world.known.values()][0]!;
    world.known.set(entry.incident.id, {
      ...entry,
      incident: { ...entry.incident, origin: 'archive' },
    });
    const [change] = world.read(at('08:10'), snapshot([told({ title: 'Other' })]));
    expect(change?.incident.id).toBe('northwind/i1-2');
  });
});
