import { describe, expect, it } from 'vitest';
import type { KnownFormat } from '../../src/config/check-feeds.ts';
import { checkFeeds } from '../../src/config/check-feeds.ts';
import { ConfigError } from '../../src/config/config-error.ts';

const FORMATS: KnownFormat[] = [
  { format: 'statuspage' },
  { format: 'instatus' },
  { format: 'azure-rss', requires: ['expectTitle'] },
];

const GOOD = {
  id: 'northwind',
  name: 'Northwind',
  homepage: 'https://northwind.example',
  statusPage: 'https://status.northwind.example',
  category: 'cloud',
  country: 'CH',
  feeds: [{ format: 'statuspage', url: 'https://status.northwind.example', evidence: 'listed' }],
};
const withFeed = (feed: Record<string, unknown>) => ({
  ...GOOD,
  feeds: [{ ...GOOD.feeds[0], ...feed }],
});
const issuesOf = (...providers: unknown[]) => checkFeeds(providers, FORMATS);

describe('checkFeeds', () => {
  it('accepts a good provider, with and without options', () => {
    expect(issuesOf(GOOD)).toEqual([]);
    expect(
      issuesOf({
        ...GOOD,
        aliases: ['north', 'wind-2'],
        feeds: [
          {
            format: 'azure-rss',
            url: 'http://127.0.0.1:8080/feed',
            evidence: 'recorded',
            timeZone: 'Europe/Zurich',
            scopeComponents: ['API'],
            expectTitle: 'Northwind Status',
            intervalSeconds: 30,
          },
        ],
      }),
    ).toEqual([]);
  });

  it('accepts no feed with a reason in both languages', () => {
    const noFeedReason = { en: 'It has none.', de: 'Es gibt keinen.' };
    expect(issuesOf({ ...GOOD, feeds: [], noFeedReason })).toEqual([]);
  });

  it('reports all mistakes of all providers at once, with path and remedy', () => {
    const issues = issuesOf(
      GOOD,
      {
        ...GOOD,
        id: 'North_Wind',
        aliases: ['northwind'],
        homepage: 'http://northwind.example',
        category: 'clowd',
        country: 'UK',
        colour: 'red',
        feeds: [
          {
            format: 'statupage',
            url: 'status',
            evidence: 'sure',
            timeZone: 'CEST',
            intervalSeconds: 10,
          },
          { format: 'azure-rss', url: 'https://azure.example/feed', evidence: 'listed' },
        ],
      },
      {
        id: 'empty',
        name: ' ',
        statusPage: 'https://empty.example',
        category: 'edge',
        country: 'CH',
        feeds: [],
      },
      withFeed({}),
      'github',
    );
    expect(new ConfigError('feeds.config.ts', issues).message).toMatchSnapshot();
  });

  it.each([
    ['feeds[0].url', withFeed({ url: 'ftp://files.example' })],
    ['feeds[0].url', withFeed({ url: 'http://status.northwind.example' })],
    ['feeds[0].url', withFeed({ url: '' })],
    ['feeds[0].timeZone', withFeed({ timeZone: '+02:00' })],
    ['feeds[0].intervalSeconds', withFeed({ intervalSeconds: 29 })],
    ['feeds[0].intervalSeconds', withFeed({ intervalSeconds: 60.5 })],
    ['feeds[0].scopeComponents', withFeed({ scopeComponents: [] })],
    ['feeds[0].format', withFeed({ format: 'rss' })],
    ['feeds[0].evidence', withFeed({ evidence: undefined })],
    ['id', { ...GOOD, id: 'north--wind' }],
    ['country', { ...GOOD, country: 'ch' }],
    ['country', { ...GOOD, country: 'EU' }],
    ['feeds', { ...GOOD, feeds: 'https://northwind.example' }],
    ['noFeedReason', { ...GOOD, feeds: [] }],
    ['noFeedReason.de', { ...GOOD, feeds: [], noFeedReason: { en: 'None.', de: '' } }],
  ])('names %s', (path, provider) => {
    const name = typeof provider.id === 'string' ? provider.id : '';
    expect(issuesOf(provider).map((issue) => issue.path)).toEqual([
      `providers[0] (${name}).${path}`,
    ]);
  });

  it('never repeats an address with a password', () => {
    const [issue] = issuesOf(withFeed({ url: 'https://me:secret@status.example' }));
    expect(issue?.problem).toBe('carries credentials.');
  });

  it('finds the same feed twice, unless each provider takes its own components', () => {
    const other = { ...GOOD, id: 'southwind' };
    expect(issuesOf(GOOD, other)).toHaveLength(1);
    const scoped = (id: string, component: string) => ({
      ...withFeed({ scopeComponents: [component] }),
      id,
    });
    expect(issuesOf(scoped('a', 'API'), scoped('b', 'Web'))).toEqual([]);
    const twice = { ...GOOD, feeds: [...scoped('a', 'API').feeds, ...scoped('b', 'Web').feeds] };
    expect(issuesOf(twice)).toHaveLength(1);
  });

  it('finds an alias that is another provider’s id', () => {
    expect(
      issuesOf(GOOD, {
        ...withFeed({ url: 'https://b.example' }),
        id: 'b',
        aliases: ['northwind'],
      }),
    ).toEqual([
      {
        path: 'providers[1] (b).aliases[0]',
        problem: '"northwind" is already used by providers[0] (northwind).id.',
        remedy: 'Give each provider its own id and aliases.',
      },
    ]);
  });

  it('leaves formats alone where none are passed', () => {
    expect(checkFeeds([withFeed({ format: 'future' })])).toEqual([]);
  });

  it.each([undefined, null, {}, 'text'])('says that %j is not a list', (value) => {
    expect(checkFeeds(value)[0]?.problem).toBe('is not a list of providers.');
  });
});
