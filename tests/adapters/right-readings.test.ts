import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { AdapterContext, FeedDocument } from '../../src/adapters/adapter.ts';
import { decodeBody } from '../../src/fetcher/decode-body.ts';
import { readAs, xmlDocument } from './read-xml-fixture.ts';

/** What people complain about most, one end-to-end reading each. */
const rss = (items: string, title = 'Elm Status') =>
  `<rss version="2.0"><channel><title>${title}</title><link>https://status.example/</link>${items}</channel></rss>`;
const item = (parts: Readonly<Record<string, string>>) =>
  `<item>${Object.entries(parts)
    .map(([name, text]) => `<${name}>${text}</${name}>`)
    .join('')}</item>`;
const only = (text: string, context: Partial<AdapterContext> = {}, format = 'rss') => {
  const [incident] = readAs(format, xmlDocument(text), context).incidents;
  return incident!;
};
const bytes = (body: Uint8Array, type = ''): FeedDocument => ({
  url: 'https://status.example/feed.xml',
  body: new Uint8Array(body),
  headers: type === '' ? {} : { 'content-type': type },
});

describe('times', () => {
  it.each([
    ['Mon, 20 Oct 2025 00:11:00 PDT', '2025-10-20T07:11:00.000Z'],
    ['Mon, 20 Oct 2025 0:11 -0700', '2025-10-20T07:11:00.000Z'],
    ['20 Oct 25 07:11 UT', '2025-10-20T07:11:00.000Z'],
    ['2025-10-20 07:11:00+00:00', '2025-10-20T07:11:00.000Z'],
    ['1760944260', '2025-10-20T07:11:00.000Z'],
    ['1760944260000', '2025-10-20T07:11:00.000Z'],
    ['10/20/25 12:11 AM PDT', '2025-10-20T07:11:00.000Z'],
    ['Oct 20, 7:11 AM UTC', '2025-10-20T07:11:00.000Z'],
    ['20. Oktober 2025, 09:11 Uhr MESZ', '2025-10-20T07:11:00.000Z'],
    ['20 octobre 2025 à 09:11 CEST', '2025-10-20T07:11:00.000Z'],
  ])('reads the date %s of an entry', (pubDate, at) => {
    expect(only(rss(item({ title: 'Errors', guid: 'a', pubDate }))).startedAt).toBe(at);
  });

  it.each([
    ['Januar', '01'],
    ['Jänner', '01'],
    ['Februar', '02'],
    ['März', '03'],
    ['April', '04'],
    ['Mai', '05'],
    ['Juni', '06'],
    ['Juli', '07'],
    ['August', '08'],
    ['September', '09'],
    ['Oktober', '10'],
    ['November', '11'],
    ['Dezember', '12'],
  ])('knows the German month %s', (month, number) => {
    const pubDate = `Mo., 3. ${month} 2025 12:00 UTC`;
    const { startedAt } = only(rss(item({ title: 'Störung', guid: 'a', pubDate })));
    expect(startedAt).toBe(`2025-${number}-03T12:00:00.000Z`);
  });

  it('reads an abbreviation by the season and a missing zone in that of the feed', () => {
    const at = (pubDate: string) =>
      only(rss(item({ title: 'Errors', guid: 'a', pubDate })), { timeZone: 'Europe/Berlin' })
        .startedAt;
    expect(at('20 Jan 2025 12:00 PT')).toBe('2025-01-20T20:00:00.000Z');
    expect(at('20 Jul 2025 12:00 PT')).toBe('2025-07-20T19:00:00.000Z');
    expect(at('20 Jan 2025 12:00')).toBe('2025-01-20T11:00:00.000Z');
    expect(at('20 Jul 2025 12:00')).toBe('2025-07-20T10:00:00.000Z');
    expect(at('20 Jul 2025 12:00 IST')).toBe('2025-07-20T10:00:00.000Z');
  });

  it.each(['', '31 Feb 2025 12:00 UTC', '0001-01-01T00:00:00', 'soon', '20 Jul 2025 25:00 UTC'])(
    'has no start where the date is %j',
    (pubDate) => {
      expect(only(rss(item({ title: 'Errors', guid: 'a', pubDate }))).startedAt).toBeNull();
    },
  );

  it('takes start and end from a range in the text, marked as stated', () => {
    const description =
      'Between 11:49 PM PDT on October 19 and 2:24 AM PDT on October 20, we saw errors. Resolved.';
    const pubDate = 'Mon, 20 Oct 2025 12:00:00 GMT';
    const incident = only(rss(item({ title: 'Errors', guid: 'a', pubDate, description })));
    expect(incident).toMatchObject({
      status: 'resolved',
      startedAt: '2025-10-20T06:49:00.000Z',
      resolvedAt: '2025-10-20T09:24:00.000Z',
    });
    expect(incident.marks).toEqual(expect.arrayContaining(['start-stated', 'end-stated']));
  });

  it('takes them from German and French text as well', () => {
    const pubDate = 'Mon, 20 Oct 2025 12:00:00 GMT';
    for (const description of [
      'Behoben: von 08:00 Uhr bis 09:30 Uhr gab es am 20. Oktober Fehler.',
      'Résolu : de 08:00 à 09:30 le 20 octobre, des erreurs.',
    ]) {
      const incident = only(rss(item({ title: 'API', guid: 'a', pubDate, description })), {
        timeZone: 'Europe/Zurich',
      });
      expect([incident.status, incident.startedAt, incident.resolvedAt]).toEqual([
        'resolved',
        '2025-10-20T06:00:00.000Z',
        '2025-10-20T07:30:00.000Z',
      ]);
    }
  });

  it('does not believe a range that lies nowhere near its post', () => {
    const description =
      'Resolved. Between 1:00 and 2:00 UTC on March 3, 2019 something else happened.';
    const pubDate = 'Mon, 20 Oct 2025 12:00:00 GMT';
    const incident = only(rss(item({ title: 'Errors', guid: 'a', pubDate, description })));
    expect(incident.startedAt).toBe('2025-10-20T12:00:00.000Z');
    expect(incident.marks).not.toContain('start-stated');
  });
});

describe('encodings', () => {
  const text = `<?xml version="1.0" encoding="ENC"?>${rss(item({ title: 'Störung – Сервис', guid: 'a' }))}`;
  const titleOf = (document: FeedDocument) => readAs('rss', document).incidents[0]?.title;

  it.each([
    ['UTF-8 with a byte order mark', 'utf-8', true],
    ['UTF-16 LE with one', 'utf-16le', true],
    ['UTF-16 BE with one', 'utf-16be', true],
    ['UTF-16 LE without', 'utf-16le', false],
    ['UTF-16 BE without', 'utf-16be', false],
  ])('reads %s', (_, encoding, addBOM) => {
    const body = iconv.encode(text.replace('ENC', encoding), encoding, { addBOM });
    expect(titleOf(bytes(body, 'application/xml; charset=iso-8859-1'))).toBe('Störung – Сервис');
  });

  it('reads Windows-1251 by its declaration and Latin-1 by the header', () => {
    const cyrillic = text.replace('ENC', 'windows-1251').replace('Störung', 'Сбой');
    expect(titleOf(bytes(iconv.encode(cyrillic, 'windows-1251')))).toBe('Сбой – Сервис');
    const latin = text.replace(' encoding="ENC"', '').replace('Сервис', 'für');
    expect(
      titleOf(bytes(iconv.encode(latin, 'windows-1252'), 'text/xml; charset=ISO-8859-1')),
    ).toBe('Störung – für');
  });

  it('survives control characters, bare ampersands, CDATA, double escaping', () => {
    const titles = [
      'R&D down',
      'R&amp;D down',
      'R&amp;amp;D down',
      '<![CDATA[R&D down]]>',
      '<![CDATA[R&amp;D down]]>',
      'R\u0000&amp;\u0008D down',
    ];
    for (const title of titles) {
      expect(only(rss(item({ title, guid: 'a' }))).title).toBe('R&D down');
    }
  });

  it('reads XHTML in Atom and links below xml:base', () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://elm.example/status/">
      <title>Elm</title><id>f</id><updated>2025-10-20T10:00:00Z</updated>
      <entry><id>e1</id><title>API</title><link href="incidents/7"/><updated>2025-10-20T10:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p><strong>Investigating</strong> - slow &amp; late</p></div></content>
      </entry></feed>`;
    const incident = only(atom, {}, 'atom');
    expect(incident).toMatchObject({
      url: 'https://elm.example/status/incidents/7',
      status: 'investigating',
    });
    expect(incident.updates[0]?.body).toContain('slow & late');
  });

  it.each([
    ['gzip', gzipSync, 'gzip'],
    ['brotli', brotliCompressSync, 'br'],
    ['zstd', zstdCompressSync, 'zstd'],
  ])('undoes %s sent unasked', async (_, compress, name) => {
    const body = await decodeBody(compress(rss(item({ title: 'Errors', guid: 'a' }))), name, 1e6);
    expect(titleOf(bytes(body))).toBe('Errors');
  });
});

describe('states', () => {
  const statusOf = (title: string, description = '') =>
    only(rss(item({ title, guid: 'a', pubDate: 'Mon, 20 Oct 2025 12:00:00 GMT', description })))
      .status;

  it.each([
    ['[RESOLVED] Mail delayed', 'resolved'],
    ['Mail delayed - Identified', 'identified'],
    ['Behoben: Mail verzögert', 'resolved'],
    ['Mail verzögert (wird untersucht)', 'investigating'],
    ['Résolu : retards de courrier', 'resolved'],
    ['Mail delayed', 'unknown'],
  ])('reads %j as %s', (title, status) => {
    expect(statusOf(title)).toBe(status);
  });

  it.each([
    ['The service is operating normally.', 'resolved'],
    ['The issue is not yet resolved.', 'unknown'],
    ['Das Problem ist noch nicht behoben.', 'unknown'],
    ["Le problème n'est pas encore résolu.", 'unknown'],
  ])('reads the text %j as %s', (description, status) => {
    expect(statusOf('Mail delayed', description)).toBe(status);
  });

  const posts = (...lines: [string, string][]) =>
    only(
      rss(
        item({
          title: 'Mail',
          guid: 'a',
          pubDate: 'Mon, 20 Oct 2025 12:00:00 GMT',
          description: `<![CDATA[${lines
            .map(
              ([time, word]) => `<p><small>${time}</small><br><strong>${word}</strong> - Text.</p>`,
            )
            .join('')}]]>`,
        }),
      ),
    );

  it('lets the newest statement win, whichever way the posts are listed', () => {
    const lines: [string, string][] = [
      ['Oct 20, 10:00 UTC', 'Investigating'],
      ['Oct 20, 11:00 UTC', 'Identified'],
      ['Oct 20, 12:00 UTC', 'Resolved'],
    ];
    for (const listed of [lines, lines.toReversed()]) {
      expect(posts(...listed)).toMatchObject({
        status: 'resolved',
        startedAt: '2025-10-20T10:00:00.000Z',
        resolvedAt: '2025-10-20T12:00:00.000Z',
      });
    }
  });

  it('reopens, and takes a post-mortem for resolved without moving the end', () => {
    expect(
      posts(['Oct 20, 10:00 UTC', 'Resolved'], ['Oct 20, 11:00 UTC', 'Investigating']),
    ).toMatchObject({ status: 'investigating', resolvedAt: null });
    expect(
      posts(['Oct 20, 10:00 UTC', 'Resolved'], ['Oct 21, 11:00 UTC', 'Postmortem']),
    ).toMatchObject({ status: 'postmortem', resolvedAt: '2025-10-20T10:00:00.000Z' });
  });
});

describe('impact', () => {
  it('is derived and marked where the source gives none, and unknown where nothing tells', () => {
    const impactOf = (title: string) => {
      const { impact, marks } = only(rss(item({ title, guid: 'a' })));
      return [impact, marks.includes('impact-derived')];
    };
    expect(impactOf('Complete outage of mail')).toEqual(['critical', true]);
    expect(impactOf('Mail is unavailable')).toEqual(['major', true]);
    expect(impactOf('Mail ist langsam')).toEqual(['minor', true]);
    expect(impactOf('Mail')).toEqual(['unknown', false]);
  });

  it('comes from the source where it gives one, unmarked', () => {
    const page = {
      page: { id: 'abc', name: 'Elm', url: 'https://status.example' },
      status: { indicator: 'minor' },
      incidents: [{ id: 'i', name: 'Complete outage', status: 'investigating', impact: 'minor' }],
    };
    const document = bytes(new TextEncoder().encode(JSON.stringify(page)));
    const [incident] = readAs('statuspage', document).incidents;
    expect([incident?.impact, incident?.marks]).toEqual(['minor', []]);
  });
});

describe('absence', () => {
  it.each([
    [
      'a page',
      '<!doctype html><html><head><title>Status</title></head><body><h1>Hi</h1></body></html>',
    ],
    [
      'an app shell',
      '<!DOCTYPE html><html><body><div id="root"></div><script src="/a.js"></script></body></html>',
    ],
    [
      'a login page',
      '<html><body><form action="/login"><input type="password"></form></body></html>',
    ],
    ['a challenge', '<html><head><title>Just a moment...</title></head><body></body></html>'],
  ])('calls %s with status 200 no feed', (_, html) => {
    for (const format of ['rss', 'atom', 'azure-rss', 'statuspage', 'instatus', 'hund']) {
      expect(() => readAs(format, xmlDocument(html))).toThrow(
        expect.objectContaining({ kind: 'not-a-feed' }),
      );
    }
  });

  it('tells an empty list that is proof from one that is not', () => {
    const empty = (title: string, builtAt: string) =>
      `<rss version="2.0"><channel><title>${title}</title><link>https://azure.status.microsoft/status</link><lastBuildDate>${builtAt}</lastBuildDate></channel></rss>`;
    const proves = (text: string) =>
      readAs('azure-rss', xmlDocument(text), { expectTitle: 'Azure Status' }).provesNothingReported;
    expect(proves(empty('Azure Status', 'Tue, 21 Oct 2025 11:30:00 Z'))).toBe(true);
    expect(proves(empty('Azure Status', 'Mon, 20 Oct 2025 11:30:00 Z'))).toBe(false);
    expect(proves(empty('Azure DevOps Status', 'Tue, 21 Oct 2025 11:30:00 Z'))).toBe(false);
    expect(proves(empty('Azure Status', ''))).toBe(false);
    expect(readAs('rss', xmlDocument(rss(''))).provesNothingReported).toBe(false);
  });
});

describe('identity', () => {
  const aws = (guid: string, title: string, at: string) =>
    item({
      title,
      guid: `https://status.aws.amazon.com/#${guid}`,
      pubDate: at,
      description: 'Text.',
    });

  it('makes one incident of AWS posts with a guid each, with the others as aliases', () => {
    const text = rss(
      aws(
        'ec2-us-east-1_1760943600',
        'Service impact: Increased errors',
        'Mon, 20 Oct 2025 00:11:00 PDT',
      ) +
        aws(
          'ec2-us-east-1_1760947200',
          'Service impact: Increased errors',
          'Mon, 20 Oct 2025 01:00:00 PDT',
        ),
      'AWS Service Status',
    );
    const { incidents } = readAs('aws-rss', xmlDocument(text), { providerId: 'aws' });
    expect(incidents).toHaveLength(1);
    expect(incidents[0]).toMatchObject({
      upstreamId: 'ec2-us-east-1_1760943600',
      aliases: ['ec2-us-east-1_1760947200'],
      regions: ['aws:us-east-1'],
      services: ['aws:ec2'],
    });
  });

  it('keeps the id when the title changes', () => {
    const id = (title: string) => only(rss(item({ title, guid: 'g-1' }))).upstreamId;
    expect(id('[Resolved] Mail')).toBe(id('Mail is slow'));
  });

  it('gives the same id for one incident of a page in JSON, RSS and Atom', () => {
    const link = 'https://status.example/incidents/abc123';
    const html =
      '&lt;p&gt;&lt;small&gt;Oct &lt;var data-var="date"&gt;20&lt;/var&gt;, 10:00 UTC&lt;/small&gt;&lt;br&gt;&lt;strong&gt;Investigating&lt;/strong&gt; - T.&lt;/p&gt;';
    const pubDate = 'Mon, 20 Oct 2025 10:00:00 +0000';
    const feed = rss(item({ title: 'Mail', guid: link, link, pubDate, description: html }));
    expect(only(feed, {}, 'statuspage-feed').upstreamId).toBe('abc123');
    expect(only(feed).upstreamId).toBe('abc123');
  });
});

describe('maintenance', () => {
  const planned = (description: string, fetchedAt: string, title = 'Scheduled maintenance') =>
    only(rss(item({ title, guid: 'm', pubDate: 'Mon, 20 Oct 2025 08:00:00 GMT', description })), {
      fetchedAt,
    });
  const WINDOW = 'From 2025-10-22 01:00 UTC to 2025-10-22 03:00 UTC.';

  it('is scheduled, in progress and completed by its window where no state is told', () => {
    const at = (fetchedAt: string) => planned(WINDOW, fetchedAt).status;
    expect(at('2025-10-21T12:00:00.000Z')).toBe('scheduled');
    expect(at('2025-10-22T02:00:00.000Z')).toBe('in_progress');
    expect(at('2025-10-22T04:00:00.000Z')).toBe('completed');
  });

  it('is never an outage, and has no impact', () => {
    const { kind, impact } = planned(
      `Services will be unavailable. ${WINDOW}`,
      '2025-10-21T12:00:00.000Z',
    );
    expect([kind, impact]).toEqual(['maintenance', 'none']);
  });

  it('is overdue, not over, where its source says it goes on after its window', () => {
    const page = {
      page: { id: 'abc', name: 'Elm', url: 'https://status.example' },
      scheduled_maintenances: [
        {
          id: 'm',
          name: 'Upgrade',
          status: 'in_progress',
          impact: 'maintenance',
          scheduled_for: '2025-10-20T01:00:00Z',
          scheduled_until: '2025-10-20T03:00:00Z',
        },
      ],
    };
    const document = bytes(new TextEncoder().encode(JSON.stringify(page)));
    expect(readAs('statuspage', document).incidents[0]).toMatchObject({
      status: 'in_progress',
      resolvedAt: null,
      scheduledUntil: '2025-10-20T03:00:00.000Z',
    });
  });

  it('that went wrong is what its source says', () => {
    const { kind, impact } = only(
      rss(
        item({
          title: 'Errors after maintenance',
          guid: 'x',
          description: 'Investigating - slow.',
        }),
      ),
    );
    expect([kind, impact]).toEqual(['incident', 'minor']);
  });
});
