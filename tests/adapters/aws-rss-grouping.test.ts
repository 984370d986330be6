import { describe, expect, it } from 'vitest';
import { awsRss } from '../../src/adapters/aws-rss.ts';
import { AWS_HEAD, AWS_YOUNG, type AwsTold, awsItem, readAwsTold } from './aws-told.ts';
import { readFeed, rssDocument } from './read-feed.ts';

describe('posts of one service and region', () => {
  const count = (...posts: AwsTold[]) => readAwsTold(...posts).incidents.length;
  const over = 'Service is operating normally: [RESOLVED] Errors';

  it.each([
    ['months later under the same title', { at: '01 10:00' }, { at: '20 10:00' }, 1],
    ['the same, in capitals', { at: '01 10:00' }, { at: '20 10:00', title: 'ERRORS' }, 1],
    ['a day later under another title', { at: '19 10:00' }, { at: '20 10:00', title: 'X' }, 1],
    ['later under another title', { at: '19 10:00' }, { at: '20 10:01', title: 'X' }, 2],
    ['a day after its end', { at: '19 10:00', title: over }, { at: '20 10:00' }, 1],
    ['longer after its end', { at: '19 10:00', title: over }, { at: '20 10:01' }, 2],
    [
      'after its end under another title',
      { at: '20 10:00', title: over },
      { at: '20 10:01', title: 'X' },
      2,
    ],
    ['at no known time', { at: '20 10:00', title: over }, {}, 1],
    ['at no known time under another title', { at: '20 10:00' }, { title: 'X' }, 2],
  ])('are one incident or two: %s', (_name, before, after, incidents) => {
    expect(count(after, before)).toBe(incidents);
  });

  it('are one under the same title where nobody knows how long after its end', () => {
    expect(count({ at: '20 10:00', title: over }, {})).toBe(1);
    expect(count({ title: over }, { at: '20 10:00' })).toBe(1);
  });

  it('are one whatever the case of their guids', () => {
    const upper = 'https://status.example/#EC2-US-EAST-1_1760979601';
    expect(count({ at: '20 10:00' }, { at: '20 11:00', title: 'X', guid: upper })).toBe(1);
  });

  it('go on in the newest of two incidents', () => {
    const posts = [{ at: '01 10:00', title: over }, { at: '19 10:00' }, { at: '20 10:00' }];
    expect(readAwsTold(...posts).incidents.map(({ updates }) => updates.length)).toEqual([1, 2]);
  });

  it('are other incidents than those of others, and without a guid go by their title', () => {
    expect(count({ at: '20 10:00' }, { at: '20 10:00', guid: '#ec2-us-west-2_1760979600' })).toBe(
      2,
    );
    expect(
      count({ at: '20 10:00', guid: 'a' }, { at: '20 11:00', guid: 'b', title: 'ERRORS' }),
    ).toBe(1);
    expect(count({ at: '20 10:00', guid: 'a' }, { at: '20 10:00', guid: 'b', title: 'X' })).toBe(2);
  });
});

describe('proof that nothing else is reported', () => {
  const proves = (posts: AwsTold[], head: string, expectTitle?: string) =>
    readFeed(
      awsRss,
      rssDocument(posts.map(awsItem).join(''), head),
      expectTitle === undefined ? {} : { expectTitle },
    ).provesNothingReported;
  const built = (date: string) => `<lastBuildDate>${date}</lastBuildDate>`;

  it.each([
    ['an empty channel of today', [], AWS_HEAD + AWS_YOUNG, undefined, true],
    ['one of a day ago', [], AWS_HEAD + built('20 Oct 2025 12:00 UTC'), undefined, true],
    ['an older one', [], AWS_HEAD + built('20 Oct 2025 11:59 UTC'), undefined, false],
    ['one nobody knows the age of', [], AWS_HEAD, undefined, false],
    ['another channel', [], `<title>Other</title>${AWS_YOUNG}`, undefined, false],
    ['the expected one', [], AWS_HEAD + AWS_YOUNG, 'Cloud Service Status', true],
    ['the expected one of another name', [], `<title>Other</title>${AWS_YOUNG}`, 'Other', true],
    ['not the expected one', [], AWS_HEAD + AWS_YOUNG, 'Another', false],
    ['a list, of whatever age', [{}], AWS_HEAD, undefined, true],
    ['an old list', [{}], AWS_HEAD + built('20 Oct 2025 11:59 UTC'), undefined, false],
    ['a list of another channel', [{}], '<title>Other</title>', undefined, false],
  ])('is %s', (_name, posts, head, expectTitle, isProof) => {
    expect(proves(posts, head, expectTitle)).toBe(isProof);
  });
});
