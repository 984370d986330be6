import { describe, expect, it } from 'vitest';
import { TENCENT_STATUS, tencentCloud } from '../../src/adapters/tencent-cloud.ts';
import { CONTEXT, fixture, json } from './read-json-fixture.ts';

const ADDRESS = 'https://status.example.com/api?RegionId=ap-seoul&NumOfDay=1';
const IN_CHINA = { ...CONTEXT, timeZone: 'Asia/Shanghai' };

const product = (fields: object = {}) => ({
  ProductId: 'cvm',
  ProductName: '云服务器',
  CurrentStatus: 'ABNORMAL',
  CurrentEvent: null,
  ...fields,
});
const page = (categories: unknown, url = ADDRESS) =>
  json({ Response: { Data: { CategoryList: categories } } }, url);
const list = (...products: unknown[]) => [{ CategoryName: '计算', ProductList: products }];
const parse = (categories: unknown, url = ADDRESS) =>
  tencentCloud.parse([page(categories, url)], CONTEXT);
const read = (fields: object) => parse(list(product(fields))).incidents[0];
const event = (CurrentEvent: object) => read({ CurrentEvent });

describe('tencent-cloud', () => {
  it('tells the products of a region, and an incident of each that is not well', () => {
    const document = fixture('tencent-cloud/one-abnormal.json', ADDRESS);
    const regions = ['tencent-cloud:ap-seoul'];
    expect(tencentCloud.parse([document], IN_CHINA)).toStrictEqual({
      coverage: 'active-only',
      status: null,
      components: [
        { id: 'cvm', name: '云服务器', status: 'partial_outage', group: '计算', regions },
        { id: 'lh', name: '轻量服务器', status: 'operational', group: '计算', regions },
        { id: 'clb', name: '负载均衡', status: 'degraded_performance', group: '网络', regions },
      ],
      incidents: [
        {
          upstreamId: 'e-77',
          kind: 'incident',
          title: '云服务器无法启动',
          status: 'investigating',
          impact: 'major',
          startedAt: '2026-03-02T08:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-03-02T09:00:00.000Z',
          updates: [
            {
              id: 'newest',
              at: '2026-03-02T09:00:00.000Z',
              status: 'investigating',
              body: '正在修复。',
            },
          ],
          components: [{ id: 'cvm', name: '云服务器' }],
          regions,
          services: ['tencent-cloud:cvm'],
          url: CONTEXT.statusPage,
          marks: ['impact-derived'],
        },
        {
          upstreamId: 'clb 连接变慢',
          kind: 'incident',
          title: '连接变慢',
          status: 'investigating',
          impact: 'minor',
          startedAt: null,
          resolvedAt: null,
          updatedAt: null,
          updates: [],
          components: [{ id: 'clb', name: '负载均衡' }],
          regions,
          services: ['tencent-cloud:clb'],
          url: CONTEXT.statusPage,
          marks: ['impact-derived'],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each(Object.entries(TENCENT_STATUS))('reads %s as %s', (word, status) => {
    for (const CurrentStatus of [word, word.toUpperCase()]) {
      const snapshot = parse(list(product({ CurrentStatus })));
      expect(snapshot.components[0]?.status).toBe(status);
      expect(snapshot.incidents).toHaveLength(status === 'operational' ? 0 : 1);
      expect(snapshot).toMatchObject({ provesNothingReported: true, unknownWords: [] });
    }
  });

  it.each(['SLEEPY', null])(
    'takes a product that is %j for no proof, and for no incident',
    (word) => {
      const snapshot = parse(
        list(product({ CurrentStatus: 'NORMAL' }), product({ CurrentStatus: word })),
      );
      expect(snapshot.components[1]?.status).toBe('unknown');
      expect(snapshot).toMatchObject({
        incidents: [],
        provesNothingReported: false,
        unknownWords: [{ field: 'product.CurrentStatus', word: word ?? '(missing)' }],
      });
    },
  );

  it('takes categories without products for no proof', () => {
    expect(parse([{ ProductList: [] }]).provesNothingReported).toBe(false);
  });

  it('names a product by its id and leaves out a group without a name', () => {
    const products = [product({ ProductName: ' ' }), product({ ProductId: 7, ProductName: null })];
    const regions = ['tencent-cloud:ap-seoul'];
    expect(parse([{ ProductList: products }]).components).toStrictEqual([
      { id: 'cvm', name: 'cvm', status: 'partial_outage', regions },
      { id: '7', name: '7', status: 'partial_outage', regions },
    ]);
  });
});

describe('the region of the address', () => {
  it.each([
    ['?RegionId=ap-seoul', ['tencent-cloud:ap-seoul']],
    ['?NumOfDay=1&RegionId=%20NA-Ashburn-2%20', ['tencent-cloud:na-ashburn-2']],
    ['?RegionId=non-regional', ['global']],
    ['?RegionId=x', []],
    ['?RegionId=ap-seoul/..', []],
    ['?RegionId=/ap-seoul', []],
    ['?RegionId=a-seoul', []],
    ['', []],
  ])('%s is %j', (query, regions) => {
    const snapshot = parse(list(product()), `https://status.example.com/api${query}`);
    expect(snapshot.incidents[0]?.regions).toEqual(regions);
    expect(snapshot.components).toStrictEqual([
      {
        id: 'cvm',
        name: '云服务器',
        status: 'partial_outage',
        group: '计算',
        ...(regions.length > 0 && { regions }),
      },
    ]);
  });

  it('is none where the address is none', () => {
    expect(parse(list(product()), 'nowhere').incidents[0]?.regions).toEqual([]);
  });
});

describe('an event of Tencent', () => {
  it.each(['EventTitle', 'Title', 'EventName'])('takes its title from %s', (key) => {
    expect(event({ [key]: '慢' })?.title).toBe('慢');
    expect(read({ ProductEventTitle: '先', CurrentEvent: { [key]: '慢' } })?.title).toBe('先');
  });

  it.each(['StartTime', 'EventStartTime', 'BeginTime'])('takes its start from %s', (key) => {
    expect(event({ [key]: '2026-03-02 16:00:00' })).toMatchObject({
      startedAt: '2026-03-02T16:00:00.000Z',
      upstreamId: 'cvm 2026-03-02T16:00:00.000Z',
    });
  });

  it.each(['UpdateTime', 'ModifyTime'])('takes the time of its change from %s', (key) => {
    expect(event({ [key]: '2026-03-02 11:00:00' })?.updatedAt).toBe('2026-03-02T11:00:00.000Z');
  });

  it.each(['Description', 'Desc', 'Content'])('takes its text from %s', (key) => {
    expect(event({ [key]: '<p>修复&amp;观察</p>' })?.updates).toEqual([
      { id: 'newest', at: null, status: 'investigating', body: '修复&观察' },
    ]);
  });

  it.each([
    [{ EventId: 'e-1', Id: 'e-2' }, 'e-1'],
    [{ Id: 9 }, '9'],
    [{ EventId: {}, Title: '慢' }, 'cvm 慢'],
    [{ EventId: '\u0000', Title: '慢' }, 'cvm 慢'],
    [{}, 'cvm'],
  ])('with %j has the id %s', (fields, id) => {
    expect(event(fields)?.upstreamId).toBe(id);
  });

  it('is named after its product where it has no title, or one that is none', () => {
    expect(event({ Title: '', EventName: 7 })?.title).toBe('云服务器');
    expect(read({ CurrentEvent: ['x'] })).toMatchObject({ title: '云服务器', updates: [] });
  });

  it('told under two products is one', () => {
    const CurrentEvent = { EventId: 'e-1' };
    const two = list(product({ CurrentEvent }), product({ ProductId: 'lh', CurrentEvent }));
    expect(parse(two).incidents).toMatchObject([
      { services: ['tencent-cloud:cvm', 'tencent-cloud:lh'] },
    ]);
  });

  it.each([
    ['CVM.2_x-y', ['tencent-cloud:cvm.2_x-y']],
    ['云', []],
    ['a b', []],
    ['a云', []],
    ['-a', []],
    [`a${'b'.repeat(71)}`, []],
  ])('of the product %s has the services %j', (ProductId, services) => {
    expect(read({ ProductId })?.services).toEqual(services);
  });
});

describe('the answer of Tencent', () => {
  it('is read from the address as it is', () => {
    expect(tencentCloud.documents(ADDRESS)).toEqual([ADDRESS]);
  });

  it.each([
    [[{ ProductList: [] }], true],
    [['x', { ProductList: [] }], true],
    [[{ ProductList: {} }], false],
    [[null], false],
    [[], false],
    [{ ProductList: [] }, false],
  ])('with the categories %j is recognised: %s', (categories, expected) => {
    expect(tencentCloud.recognises(page(categories))).toBe(expected);
  });

  it('is recognised at its place only', () => {
    const CategoryList = [{ ProductList: [] }];
    expect(tencentCloud.recognises(json({ Data: { CategoryList } }))).toBe(false);
    expect(tencentCloud.recognises(json({ Response: { CategoryList } }))).toBe(false);
    expect(tencentCloud.recognises(json(null))).toBe(false);
  });

  it('without categories is the answer for an unknown region', () => {
    expect(() => parse([])).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message: expect.stringMatching(
          /^tencent-cloud: unexpected shape: Response\.Data\.CategoryList: /,
        ),
      }),
    );
  });
});
