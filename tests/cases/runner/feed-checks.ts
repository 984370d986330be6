import Parser from 'rss-parser';
import { z } from 'zod';
import { toAtom } from '../../../src/syndication/atom.ts';
import type { FeedHead } from '../../../src/syndication/entry.ts';
import { incidentEntries } from '../../../src/syndication/incident-entries.ts';
import { toJsonFeed } from '../../../src/syndication/json-feed.ts';
import { toRss } from '../../../src/syndication/rss.ts';
import { entryWords } from '../../../src/views/entry-words.ts';
import { sameSecond } from './check-incident.ts';
import type { OutputCheck } from './output-check.ts';
import { type OutputFile, toIncident } from './output-file.ts';

const HEAD: FeedHead = {
  title: 'Downstream',
  description: 'All incidents',
  id: 'https://downstream.example/feed.xml',
  siteLink: 'https://downstream.example/',
  selfLink: 'https://downstream.example/feed.xml',
  nextLink: null,
  language: 'en',
};

interface Build {
  rss: string;
  atom: string;
  json: string;
}

/** The three formats of each build of a case. */
function builds(file: OutputFile): Build[] {
  return (file.builds ?? [{ now: file.now ?? '' }]).map((build) => {
    const written = build.incidents ?? file.incidents ?? [];
    const entries = written.flatMap((one) =>
      incidentEntries(
        toIncident(one),
        entryWords('en', []),
        ({ id }) => `https://downstream.example/incidents/${id}`,
      ),
    );
    return {
      rss: toRss(HEAD, entries),
      atom: toAtom(HEAD, entries),
      json: toJsonFeed(HEAD, entries),
    };
  });
}

const items = (rss: string) => rss.match(/<item>[\s\S]*?<\/item>/g) ?? [];
const tag = (xml: string, name: string) =>
  new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(xml)?.[1]?.trim() ?? '';
const jsonItems = z.object({
  items: z.array(
    z.object({ id: z.string(), date_published: z.string(), content_html: z.string().optional() }),
  ),
});
const entriesOf = (atom: string) => atom.match(/<entry>[\s\S]*?<\/entry>/g) ?? [];

function idsOf({ rss, atom, json }: Build): string[][] {
  return [
    items(rss).map((item) => tag(item, 'guid')),
    entriesOf(atom).map((entry) => tag(entry, 'id')),
    jsonItems.parse(JSON.parse(json)).items.map(({ id }) => id),
  ];
}

/** The opening item comes last: its end is newer. */
const openingItem = (build: Build | undefined) => items(build?.rss ?? '').at(-1) ?? '';

export const feedChecks = {
  'same-ids-across-builds': (file) => {
    const all = builds(file).map((build) => JSON.stringify(idsOf(build)));
    return new Set(all).size === 1 ? [] : [`ids differ: ${all.join(' / ')}`];
  },
  'ids-unique': (file) =>
    builds(file)
      .flatMap(idsOf)
      .filter((ids) => ids.length === 0 || ids.includes('') || new Set(ids).size !== ids.length)
      .map((ids) => `ids ${ids.join(', ')}`),
  'guid-isPermaLink-consistent': (file) =>
    builds(file)
      .flatMap(({ rss }) => items(rss))
      .filter((item) => {
        const isUrl = /^https?:/.test(tag(item, 'guid'));
        return !isUrl && !/<guid[^>]*isPermaLink="false"/.test(item);
      })
      .map((item) => `a guid that is no address: ${tag(item, 'guid')}`),
  'item-bytes-identical': (file, check) => {
    const { builds: wanted } = z.object({ builds: z.array(z.number()) }).parse(check);
    const all = builds(file);
    const bytes = wanted.map((number) => openingItem(all[number - 1]));
    return new Set(bytes).size === 1 && bytes[0] !== '' ? [] : [`differ: ${bytes.join('\n')}`];
  },
  'items-for-incident': (file, check) => {
    const { build, count } = z.object({ build: z.number(), count: z.number() }).parse(check);
    const found = items(builds(file)[build - 1]?.rss ?? '').length;
    return found === count ? [] : [`${found} items in build ${build}, expected ${count}`];
  },
  'closing-guid-differs': (file) => {
    const guids = items(builds(file).at(-1)?.rss ?? '').map((item) => tag(item, 'guid'));
    return guids.length === 2 && guids[0] !== guids[1] ? [] : [`guids ${guids.join(', ')}`];
  },
  'rss-pubDate': async (file, check) => {
    const { value } = z.object({ value: z.string() }).parse(check);
    const feed = await new Parser().parseString(builds(file)[0]?.rss ?? '');
    const date = feed.items.at(-1)?.isoDate ?? null;
    return sameSecond(date, value) ? [] : [`pubDate ${date}, expected ${value}`];
  },
  'jsonfeed-date_published': (file, check) => {
    const { value } = z.object({ value: z.string() }).parse(check);
    const dates = jsonItems
      .parse(JSON.parse(builds(file)[0]?.json ?? ''))
      .items.map((item) => item.date_published);
    return dates.every((date) => sameSecond(date, value)) ? [] : [`published ${dates.join(', ')}`];
  },
  'contains-start': (file, check) => {
    const { value } = z.object({ value: z.string() }).parse(check);
    return builds(file).flatMap(({ rss, atom, json }) =>
      Object.entries({ rss, atom, json })
        .filter(([, text]) => !text.includes(value))
        .map(([format]) => `${format} does not tell the start`),
    );
  },
  'atom-updated-gte-published': (file) =>
    builds(file)
      .flatMap(({ atom }) => entriesOf(atom))
      .filter((entry) => Date.parse(tag(entry, 'updated')) < Date.parse(tag(entry, 'published')))
      .map((entry) => `updated ${tag(entry, 'updated')}`),
} satisfies Record<string, OutputCheck>;
