import { describe, expect, it } from 'vitest';
import { CUT_PARAMETERS, cutToSearch, parseCut, readTime } from '../../src/model/cut.ts';

const parse = (query: string) => parseCut(new URLSearchParams(query));

describe('parseCut', () => {
  it('reads every parameter', () => {
    const { cut, problems } = parse(
      'provider=aws,azure&category=cloud&region=aws:us-east-1&service=aws:ec2&country=ch,De&kind=incident,maintenance&impact=major&status=resolved&q=%20dns%20&from=2025-10-20&to=2025-10-21T06:30&at=2025-10-20T06:30:15%2B02:00&items=updates&before=abc&limit=25&use=github',
    );
    expect(problems).toEqual([]);
    expect(cut).toEqual({
      providers: ['aws', 'azure'],
      categories: ['cloud'],
      regions: ['aws:us-east-1'],
      services: ['aws:ec2'],
      countries: ['CH', 'DE'],
      kinds: ['incident', 'maintenance'],
      impact: 'major',
      statuses: ['resolved'],
      text: 'dns',
      from: '2025-10-20T00:00:00.000Z',
      to: '2025-10-21T06:30:00.000Z',
      at: '2025-10-20T04:30:15.000Z',
      items: 'updates',
      before: 'abc',
      limit: 25,
      use: ['github'],
    });
  });

  it('cuts nothing where nothing is asked, or nothing in it', () => {
    for (const query of [
      '',
      'provider=&q=%20&limit=&from=&before=&kind=,',
      'limit=%20&at=%20&before=%20',
      'utm_source=x',
    ]) {
      expect(parse(query)).toStrictEqual({ cut: {}, problems: [] });
    }
  });

  it('takes repeated and doubled values once, and trims them', () => {
    expect(parse('provider=aws, azure&provider=aws').cut.providers).toEqual(['aws', 'azure']);
    expect(parse('from=%202025-10-20%20&limit=%2025%20').cut).toEqual({
      from: '2025-10-20T00:00:00.000Z',
      limit: 25,
    });
  });

  it.each([
    ['impact=huge', 'impact', 'huge', 'none, minor, major, critical, unknown'],
    ['kind=x', 'kind', 'x', 'incident, maintenance, notice'],
    ['items=all', 'items', 'all', 'incidents, updates'],
    ['provider=a%20b', 'provider', 'a b', 'an id such as aws or aws:us-east-1'],
    ['at=yesterday', 'at', 'yesterday', 'a time such as 2025-10-20T09:30Z'],
    ['from=2025-02-31', 'from', '2025-02-31', 'a time such as 2025-10-20T09:30Z'],
    ['limit=0', 'limit', '0', '1 to 200'],
    ['limit=201', 'limit', '201', '1 to 200'],
    ['limit=1.5', 'limit', '1.5', '1 to 200'],
    ['limit=x', 'limit', 'x', '1 to 200'],
  ])('names what is wrong with %s and cuts nothing by it', (query, parameter, value, expected) => {
    expect(parse(query)).toEqual({ cut: {}, problems: [{ parameter, value, expected }] });
  });

  it('takes the limits themselves, bounds lists and texts', () => {
    expect([parse('limit=1').cut.limit, parse('limit=200').cut.limit]).toEqual([1, 200]);
    const many = Array.from({ length: 150 }, (_, index) => `p${index}`).join(',');
    expect(parse(`provider=${many}`).cut.providers).toHaveLength(100);
    expect(parse(`q=${'x'.repeat(500)}&before=${'y'.repeat(500)}`).cut).toEqual({
      text: 'x'.repeat(200),
      before: 'y'.repeat(200),
    });
    expect(parse(`provider=${'a'.repeat(80)}`).cut.providers).toHaveLength(1);
    expect(parse(`provider=${'a'.repeat(81)}`).problems).toHaveLength(1);
  });
});

describe('cutToSearch', () => {
  it('writes what parseCut reads, in one order, readable', () => {
    const query =
      '?provider=aws,azure&category=cloud&region=aws:us-east-1&service=aws:ec2&country=CH&kind=incident&impact=major&status=resolved&q=dns&from=2025-10-20T00:00:00.000Z&to=2025-10-21T00:00:00.000Z&at=2025-10-20T04:30:15.000Z&items=updates&before=abc&limit=25&use=github';
    expect(cutToSearch(parse(query).cut)).toBe(query);
    const shuffled = `?${query.slice(1).split('&').toReversed().join('&')}`;
    expect(cutToSearch(parse(shuffled).cut)).toBe(query);
    expect(cutToSearch({})).toBe('');
    const lists =
      '?provider=aws,azure&category=cloud,edge&region=aws:us-east-1,global&service=aws:ec2,aws:sqs&country=CH,DE&kind=incident,notice&status=resolved,unknown&use=github,slack';
    expect(cutToSearch(parse(lists).cut)).toBe(lists);
    expect(new Set(CUT_PARAMETERS).size).toBe(CUT_PARAMETERS.length);
  });
});

describe('readTime', () => {
  it.each([
    ['2025-10-20', '2025-10-20T00:00:00.000Z'],
    ['2025-10-20T09:30', '2025-10-20T09:30:00.000Z'],
    ['2025-10-20T09:30Z', '2025-10-20T09:30:00.000Z'],
    ['2025-10-20T09:30:15.5+02:00', '2025-10-20T07:30:15.500Z'],
    ['2025-10-20T09:30:15-07:00', '2025-10-20T16:30:15.000Z'],
    ['2025-10-20T09:30:15.25', '2025-10-20T09:30:15.250Z'],
    ['2025-10-20T00:30+02:00', '2025-10-19T22:30:00.000Z'],
    ['2025-02-31', null],
    ['2025-02-31T09:30', null],
    ['2025-06-31T09:30Z', null],
    ['2025-02-29T09:30+02:00', null],
    ['2025-10-20T25:00', null],
    ['2025-13-01', null],
    ['x2025-10-20', null],
    ['2025-10-20x', null],
    ['20 Oct 2025', null],
    ['', null],
  ])('reads %j as %s', (text, iso) => {
    expect(readTime(text)).toBe(iso);
  });
});
