import { describe, expect, it } from 'vitest';
import { readAwsPosts } from '../../src/adapters/aws-posts.ts';

const post = (time: string, text = 'Text.') =>
  `<div><span class="yellowfg">${time}</span>&nbsp;${text}</div>`;
const times = (start: string | null, ...stamps: string[]) =>
  readAwsPosts(stamps.map((stamp) => post(stamp)).join(''), start).map(({ at }) => at);

/** 11:50 PM of 30 June in Seattle. */
const START = '2022-07-01T06:50:00.000Z';

describe('readAwsPosts', () => {
  it('reads stamps and the texts behind them', () => {
    const html = `Before. ${post('11:50 PM PDT', 'We are <b>investigating</b>.')}
      <div><span id="x" class="yellowfg" style="y"> Jul 1,&nbsp;1:05&nbsp;AM PDT</span>&nbsp;It is resolved.</div>`;
    expect(readAwsPosts(html, START)).toEqual([
      { id: START, at: START, status: 'investigating', body: 'We are investigating.' },
      {
        id: '2022-07-01T08:05:00.000Z',
        at: '2022-07-01T08:05:00.000Z',
        status: 'resolved',
        body: 'It is resolved.',
      },
    ]);
  });

  it.each([
    ['We are investigating.', 'investigating'],
    ['We have identified the cause.', 'identified'],
    ['We continue to monitor.', 'monitoring'],
    ['The issue is resolved.', 'resolved'],
    ['Post-incident review', 'investigating'],
    ['Scheduled maintenance is planned.', 'investigating'],
    ['', 'investigating'],
  ])('reads the state of %j as %s', (text, status) => {
    expect(readAwsPosts(post('11:50 PM PDT', text), START)[0]?.status).toBe(status);
  });

  it('passes midnight with the posts, and takes an hour back for a correction', () => {
    expect(times(START, '11:50 PM PDT', '12:20 AM PDT', '12:05 AM PDT', '11:05 PM PDT')).toEqual([
      START,
      '2022-07-01T07:20:00.000Z',
      '2022-07-01T07:05:00.000Z',
      '2022-07-01T06:05:00.000Z',
    ]);
    expect(times(START, '11:50 PM PDT', '10:49 PM PDT')).toEqual([
      START,
      '2022-07-02T05:49:00.000Z',
    ]);
  });

  it.each([
    ['before the start', '11:20 PM PDT', '2022-07-01T06:20:00.000Z'],
    ['after it', '12:40 AM PDT', '2022-07-01T07:40:00.000Z'],
    ['the day before', '1:00 PM PDT', '2022-06-30T20:00:00.000Z'],
    ['the day after', '11:00 AM PDT', '2022-07-01T18:00:00.000Z'],
  ])('places the first one nearest to the start: %s', (_name, stamp, at) => {
    expect(times(START, stamp)).toEqual([at]);
  });

  it('leaves the first one without a time where it cannot be read', () => {
    expect(times(START, 'soon', '11:50 PM PDT')).toEqual([null, START]);
  });

  it('finds the year of a day, up to ten months ahead', () => {
    const start = '2021-12-31T20:00:00.000Z';
    expect(times(start, 'Dec 31, 12:10 PM PST', 'Jan 1, 1:00 AM PST')).toEqual([
      '2021-12-31T20:10:00.000Z',
      '2022-01-01T09:00:00.000Z',
    ]);
    expect(times(start, 'Oct 27, 10:00 AM PDT', 'Oct 29, 10:00 AM PDT')).toEqual([
      '2022-10-27T17:00:00.000Z',
      '2022-10-29T17:00:00.000Z',
    ]);
    expect(times(start, 'Nov 5, 10:00 AM PDT')).toEqual(['2021-11-05T17:00:00.000Z']);
  });

  it('goes on from the last stamp it could read', () => {
    const posts = readAwsPosts(
      post('11:50 PM PDT') + post('soon') + post('soon') + post('12:20 AM PDT'),
      START,
    );
    expect(posts.map(({ id, at }) => [id, at])).toEqual([
      [START, START],
      ['1', null],
      ['2', null],
      ['2022-07-01T07:20:00.000Z', '2022-07-01T07:20:00.000Z'],
    ]);
  });

  it('gives two posts of one minute ids of their own', () => {
    const posts = readAwsPosts(post('11:50 PM PDT') + post('11:50 PM PDT'), START);
    expect(posts.map(({ id }) => id)).toEqual([START, `${START}-2`]);
  });

  it('places nothing without a start, and finds nothing without stamps', () => {
    expect(times(null, '11:50 PM PDT', 'Jul 1, 1:00 AM PDT')).toEqual([null, null]);
    expect(readAwsPosts('<div>We are investigating.</div>', START)).toEqual([]);
    expect(readAwsPosts('<span class="redfg">11:50 PM PDT</span>', START)).toEqual([]);
  });
});
