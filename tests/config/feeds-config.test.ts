import { describe, expect, it } from 'vitest';
import feeds from '../../feeds.config.ts';
import { ADAPTERS } from '../../src/adapters/registry.ts';
import { checkFeeds } from '../../src/config/check-feeds.ts';
import { isLoopback } from '../../src/config/feeds-schema.ts';
import type { Provider } from '../../src/model/provider.ts';
import { CATEGORIES } from '../../src/model/provider.ts';

/** EU, EEA, Switzerland and the United Kingdom. */
const EUROPE = new Set(
  'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
    ' ',
  ),
);
const hasBelievedFeed = ({ feeds: list }: Provider) =>
  list.some(({ evidence }) => evidence !== 'unconfirmed');
const names = new Set(feeds.flatMap(({ id, aliases = [] }) => [id, ...aliases]));

describe('feeds.config.ts', () => {
  it('is valid', () => {
    expect(checkFeeds(feeds)).toEqual([]);
  });

  it('names only formats that have an adapter', () => {
    const known = new Set(ADAPTERS.map(({ format }) => format));
    const named = new Set(feeds.flatMap(({ feeds: list }) => list.map(({ format }) => format)));
    expect([...named].filter((format) => !known.has(format))).toEqual([]);
  });

  it('gives every option its adapter needs', () => {
    expect(checkFeeds(feeds, ADAPTERS).filter(({ path }) => !path.endsWith('.format'))).toEqual([]);
  });

  it('covers 400 providers, 350 of them with a feed believed to be real', () => {
    expect(feeds.length).toBeGreaterThanOrEqual(400);
    expect(feeds.filter(hasBelievedFeed).length).toBeGreaterThanOrEqual(350);
  });

  it.each(CATEGORIES)('covers %s', (category) => {
    const inCategory = feeds.filter((provider) => provider.category === category);
    expect(inCategory.filter(hasBelievedFeed).length).toBeGreaterThanOrEqual(5);
  });

  it('covers Europe', () => {
    const european = feeds.filter(({ country }) => EUROPE.has(country));
    expect(european.filter(hasBelievedFeed).length).toBeGreaterThanOrEqual(80);
    expect(feeds.filter(({ country }) => country === 'CH').length).toBeGreaterThanOrEqual(20);
    expect(feeds.filter(({ country }) => country === 'DE').length).toBeGreaterThanOrEqual(25);
  });

  it('keeps the providers of a category together', () => {
    const runs = feeds
      .map(({ category }) => category)
      .filter((category, n, all) => category !== all[n - 1]);
    expect(runs).toEqual(CATEGORIES.filter((category) => runs.includes(category)));
  });

  it.each([
    ['the story', 'aws azure microsoft-365 snapchat openai twitch duolingo hetzner nextcloud'],
    [
      'big clouds',
      'google-cloud google-workspace oracle-cloud ibm-cloud alibaba-cloud tencent-cloud',
    ],
    ['content delivery', 'cloudflare fastly akamai vercel netlify bunny gcore'],
    ['hosts', 'digitalocean linode vultr heroku render flyio railway'],
    [
      'European hosts',
      'ovhcloud scaleway infomaniak exoscale ionos stackit upcloud open-telekom-cloud clever-cloud gandi aiven civo leaseweb netcup contabo hostinger',
    ],
    [
      'Swiss services',
      'swisscom init7 hostpoint cyon green-ch bexio abacus twint proton threema tresorit pcloud',
    ],
    [
      'European services',
      'mailbox-org tuta wire element deepl mistral codeberg jottacloud adyen mollie klarna wise revolut n26 qonto spotify deezer doctolib',
    ],
    [
      'those hit in 2025',
      'venmo coinbase robinhood roblox epic-games fortnite reddit signal canva perplexity disney-plus amazon-prime-video ring alexa hmrc lloyds xbox minecraft starbucks costco alaska-airlines heathrow atlassian docker slack zoom',
    ],
  ])('names %s', (_, ids) => {
    expect(ids.split(' ').filter((id) => !names.has(id))).toEqual([]);
  });

  it('asks nobody over plain http', () => {
    const addresses = feeds.flatMap(({ homepage, statusPage, feeds: list }) => [
      homepage,
      statusPage,
      ...list.map(({ url }) => url),
    ]);
    const plain = addresses
      .map((address) => new URL(address))
      .filter(({ protocol }) => protocol !== 'https:');
    expect(plain.filter(({ hostname }) => !isLoopback(hostname))).toEqual([]);
  });

  it('gives each missing feed its reason in two different languages', () => {
    const without = feeds.filter(({ feeds: list }) => list.length === 0);
    expect(without.length).toBeGreaterThan(0);
    for (const { id, noFeedReason } of without) {
      expect(noFeedReason?.en, id).toMatch(/\.$/);
      expect(noFeedReason?.de, id).toMatch(/\.$/);
      expect(noFeedReason?.de, id).not.toBe(noFeedReason?.en);
    }
  });

  it('has two witnesses where there are two', () => {
    const feedCount = (id: string) => feeds.find((provider) => provider.id === id)?.feeds.length;
    expect(
      ['aws', 'azure', 'google-cloud', 'oracle-cloud', 'slack', 'github'].map(feedCount),
    ).toEqual(Array.from({ length: 6 }, () => 2));
  });
});
