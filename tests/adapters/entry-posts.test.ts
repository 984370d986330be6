import { describe, expect, it } from 'vitest';
import { entryTimes, postsOfEntry, postTimeOptions } from '../../src/adapters/entry-posts.ts';
import { stableHash } from '../../src/model/incident-id.ts';
import { FEED_CONTEXT, feedItem } from './read-feed.ts';

const NINE = '2025-10-20T09:00:00.000Z';
const TEN = '2025-10-20T10:00:00.000Z';
const IN_BERLIN = { ...FEED_CONTEXT, timeZone: 'Europe/Berlin' };

describe('entryTimes', () => {
  it('reads both dates, null where there is none', () => {
    const item = feedItem({ published: 'Mon, 20 Oct 2025 09:00:00 GMT', updated: TEN });
    expect(entryTimes(item, FEED_CONTEXT)).toEqual({ published: NINE, updated: TEN });
    expect(entryTimes(feedItem(), FEED_CONTEXT)).toEqual({ published: null, updated: null });
  });

  it('reads them in the zone of the feed and near the reading', () => {
    const published = (date: string, context = FEED_CONTEXT) =>
      entryTimes(feedItem({ published: date }), context).published;
    expect(published('2025-10-20 11:00', IN_BERLIN)).toBe(NINE);
    expect(published('2025-10-20 09:00')).toBe(NINE);
    expect(published('Oct 20, 09:00 UTC')).toBe(NINE);
  });

  it('reads them as its options say', () => {
    const item = feedItem({ published: '09/10/2025 08:00' });
    expect(entryTimes(item, FEED_CONTEXT).published).toBe('2025-09-10T08:00:00.000Z');
    expect(entryTimes(item, FEED_CONTEXT, { dayFirst: true }).published).toBe(
      '2025-10-09T08:00:00.000Z',
    );
  });
});

describe('postTimeOptions', () => {
  it('places posts before the later date of their entry', () => {
    expect(postTimeOptions(feedItem({ published: NINE, updated: TEN }), FEED_CONTEXT)).toEqual({
      reference: TEN,
    });
    expect(postTimeOptions(feedItem({ published: TEN, updated: NINE }), FEED_CONTEXT)).toEqual({
      reference: TEN,
    });
    expect(postTimeOptions(feedItem({ updated: NINE }), IN_BERLIN)).toEqual({
      reference: NINE,
      timeZone: 'Europe/Berlin',
    });
  });

  it('and never after the reading', () => {
    const { fetchedAt } = FEED_CONTEXT;
    expect(postTimeOptions(feedItem(), FEED_CONTEXT)).toEqual({ reference: fetchedAt });
    const planned = feedItem({ published: '2025-12-01T00:00:00.000Z' });
    expect(postTimeOptions(planned, FEED_CONTEXT)).toEqual({ reference: fetchedAt });
  });
});

describe('postsOfEntry', () => {
  const read = (fields: Parameters<typeof feedItem>[0], context = FEED_CONTEXT) =>
    postsOfEntry(feedItem(fields), context);
  const hash = (text: string) => stableHash(text).slice(0, 14);

  it('is the whole entry where it lists none, its id that of its words', () => {
    const entry = { title: 'API <b>down</b>', html: '<p>We are investigating.</p>' };
    const whole = {
      id: hash('investigating API down We are investigating.'),
      status: 'investigating',
      body: 'We are investigating.',
    };
    expect(read({ ...entry, published: NINE, updated: TEN })).toEqual([{ ...whole, at: TEN }]);
    expect(read({ ...entry, published: NINE })).toEqual([{ ...whole, at: NINE }]);
    expect(read(entry)).toEqual([{ ...whole, at: null }]);
  });

  it('is a log where its text is kept as one, near its publication or else its update', () => {
    const html = '<p>Looms are slow.</p><p>EDIT 09:12 UTC: Fixed.</p>';
    const later = '2025-10-21T10:00:00.000Z';
    const posts = [
      { at: NINE, status: null, body: 'Looms are slow.' },
      { at: '2025-10-20T09:12:00.000Z', status: 'resolved', body: 'Fixed.' },
    ];
    expect(read({ html, published: NINE, updated: later })).toEqual(posts);
    expect(read({ html, published: NINE })).toEqual(posts);
    expect(read({ html, updated: NINE })).toEqual(posts);
  });

  it('is its title where it has no text', () => {
    expect(read({ title: 'API' })).toEqual([
      { id: hash(' API '), at: null, status: null, body: 'API' },
    ]);
  });

  it('lists posts that say when they were written', () => {
    const html =
      '<small>Oct 20, 11:00</small><strong>Resolved</strong> - B.<small>Soon</small> A.<small>Oct 20, 10:00</small> C.';
    expect(read({ html, published: NINE }, IN_BERLIN).map(({ at, body }) => [at, body])).toEqual([
      ['2025-10-20T08:00:00.000Z', 'C.'],
      [null, 'A.'],
      [NINE, 'B.'],
    ]);
  });

  it('reads their times as its options say', () => {
    const item = feedItem({ html: '<small>09/10/2025 08:00</small> A.' });
    const [post] = postsOfEntry(item, FEED_CONTEXT, { dayFirst: true });
    expect(post?.at).toBe('2025-10-09T08:00:00.000Z');
  });

  it('dates posts that do not say it: the oldest as the entry, the newest as its update', () => {
    const line = (state: string) => `<p><b>${state}</b> - Text.</p>`;
    const three = line('Resolved') + line('Update') + line('Investigating');
    const times = (fields: Parameters<typeof feedItem>[0]) => read(fields).map(({ at }) => at);
    expect(times({ html: three, published: NINE, updated: TEN })).toEqual([NINE, null, TEN]);
    expect(times({ html: three, published: NINE })).toEqual([NINE, null, NINE]);
    expect(times({ html: three, updated: TEN })).toEqual([TEN, null, TEN]);
    expect(times({ html: three })).toEqual([null, null, null]);
    expect(times({ html: line('Resolved'), published: NINE, updated: TEN })).toEqual([NINE]);
    expect(read({ html: three, published: NINE, updated: TEN })[0]).toEqual({
      at: NINE,
      status: 'investigating',
      body: 'Text.',
    });
  });
});
