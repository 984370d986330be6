import { describe, expect, it } from 'vitest';
import { cachetList, flattenCachetItem } from '../../src/adapters/cachet-wire.ts';

const API = 'https://hazel.example/api/v1';
const list = (...data: unknown[]) => ({ meta: {}, data });

describe('cachetList', () => {
  it.each([
    ['schedules', { scheduled_at: 'x', status: 0, enabled: true }],
    ['schedules', { attributes: { scheduled: {}, status: {} } }],
    ['incidents', { occurred_at: 'x', status: 1 }],
    ['incidents', { attributes: { occurred: {} } }],
    ['incidents', { latest_status: 4 }],
    ['groups', { enabled_components: [] }],
    ['groups', { attributes: { collapsed: 0, status: 1, enabled: true } }],
    ['components', { status: 1, enabled: true }],
    ['components', { attributes: { status: {}, enabled: true } }],
    [null, { status: 1 }],
    [null, { enabled: true }],
    [null, 'text'],
    [null, null],
  ])('finds %s by the keys of the first item %j', (expected, first) => {
    expect(cachetList(list(first), `${API}/incidents`)).toBe(expected);
  });

  it.each([
    [`${API}/incidents?sort=id&order=desc`, 'incidents'],
    [`${API}/components`, 'components'],
    [`${API}/components/groups?per_page=100`, 'groups'],
    [`${API}/schedules`, 'schedules'],
    [`${API}/incidents/7`, null],
    [`${API}/myincidents`, null],
    ['https://hazel.example/?x=/incidents', null],
    ['no address', null],
  ])('tells an empty list at %s by its address: %s', (url, expected) => {
    expect(cachetList(list(), url)).toBe(expected);
  });

  it.each([
    ['links beside the data', { links: {}, data: [] }, 'incidents'],
    ['data alone', { data: [] }, null],
    ['data that is no list', { meta: {}, data: {} }, null],
    ['a bare list', [], null],
    ['nothing', undefined, null],
  ])('needs data in an envelope: %s', (_, json, expected) => {
    expect(cachetList(json, `${API}/incidents`)).toBe(expected);
  });
});

describe('flattenCachetItem', () => {
  it('leaves items of version 1 and 2 as they are', () => {
    const item = { id: 7, status: 1 };
    expect(flattenCachetItem(item, [])).toBe(item);
    expect(flattenCachetItem('text', [])).toBe('text');
  });

  it('brings an item of version 3 into the older shape, with what it links to', () => {
    const included = [
      'text',
      null,
      { id: '1', type: 'components', attributes: { id: 1, name: 'Other' } },
      { id: '1', type: 'updates', attributes: { message: 'Found.', status: 2 } },
      { id: '2', type: 'updates', attributes: { message: 'Other.' } },
      { id: '5', type: 'componentGroups', attributes: { name: 'Backend' } },
    ];
    const linkTo = (type: string, id: string) => ({ type, id });
    const item = {
      id: '9',
      attributes: {
        name: 'Feed stale',
        status: { human: 'Watching', value: 3 },
        occurred: { string: 'a' },
        scheduled: { string: 'b' },
        completed: { string: 'c' },
        created: { string: 'd' },
        updated: { string: 'e' },
      },
      relationships: {
        updates: { data: [linkTo('updates', '1'), linkTo('updates', '3'), 'text', null] },
        components: { data: linkTo('components', '1') },
        group: { data: linkTo('componentGroups', '5') },
      },
    };
    expect(flattenCachetItem(item, included)).toMatchObject({
      id: '9',
      name: 'Feed stale',
      status: 3,
      latest_status: 3,
      group_name: 'Backend',
      occurred_at: 'a',
      scheduled_at: 'b',
      completed_at: 'c',
      created_at: 'd',
      updated_at: 'e',
      components: [{ id: 1, name: 'Other' }],
      updates: [{ id: '1', message: 'Found.', status: 2, latest_status: 2 }],
    });
  });

  it('prefers the id among the attributes, and needs none of the rest', () => {
    expect(flattenCachetItem({ id: '9', attributes: { id: 8, status: 2 } }, [])).toEqual({
      id: 8,
      status: 2,
      latest_status: 2,
      components: [],
      updates: [],
    });
  });
});
