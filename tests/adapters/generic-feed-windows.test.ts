import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../src/adapters/read/parse-feed-xml.ts';
import { at, only, read } from './generic-entries.ts';

describe('the window of a maintenance', () => {
  const window = (item: Partial<FeedItem>) => {
    const { scheduledFor, scheduledUntil, startedAt } = only({
      title: 'Maintenance of disks',
      ...item,
    });
    return [scheduledFor, scheduledUntil, startedAt];
  };
  const html = 'From October 22, 2025 02:00 UTC to October 22, 2025 04:00 UTC.';
  const [two, four] = ['2025-10-22T02:00:00.000Z', '2025-10-22T04:00:00.000Z'];

  it('is told in the text, ahead of its announcement', () => {
    expect(window({ html })).toEqual([two, four, two]);
    expect(window({ html, published: two })).toEqual([two, four, two]);
    expect(window({ html, published: '' })).toEqual([two, four, two]);
    const later = '2025-10-22T03:00:00.000Z';
    expect(window({ html, published: later })).toEqual([undefined, undefined, later]);
    expect(window({ html: 'Soon.' })).toEqual([undefined, undefined, at('09:00')]);
  });

  it.each([
    ['Work on the network', 'Planned maintenance on 22 October 2025, 22:00 - 23:00 UTC.'],
    ['Network maintenance on 22 October 2025, 22:00 - 23:00 UTC', 'We swap a router.'],
    ['Network maintenance', 'We swap a router on October 22nd between 22:00 and 23:00 UTC.'],
    ['Network maintenance', 'Status: Maintenance scheduled<br>Oct 22, 22:00 - Oct 22, 23:00 UTC'],
    ['[Scheduled] Move', 'From October 22, 22:00 UTC to October 22, 23:00 UTC.'],
  ])('is told in title or text, with or without a year: %s, %s', (title, html) => {
    expect(only({ title, html })).toMatchObject({
      kind: 'maintenance',
      status: 'scheduled',
      scheduledFor: '2025-10-22T22:00:00.000Z',
      scheduledUntil: '2025-10-22T23:00:00.000Z',
    });
  });

  it('told in the title without a day lies near the first post', () => {
    const title = 'Maintenance between 22:00 UTC and 23:00 UTC';
    const [planned] = read([
      { id: 'a', title, published: at('09:00'), html: 'We swap a router.' },
      { id: 'a', title, published: '2025-10-21T08:00:00.000Z', html: 'Thank you.' },
    ]);
    expect([planned?.scheduledFor, planned?.scheduledUntil]).toEqual([at('22:00'), at('23:00')]);
  });

  it('is not ahead where a post tells that it is over', () => {
    const over = 'Completed: we changed disks between 02:00 UTC and 04:00 UTC.';
    expect(window({ html: over })).toEqual([undefined, undefined, at('09:00')]);
  });

  it('is over after a week without news where nobody told when it was', () => {
    const published = '2025-10-10T09:00:00.000Z';
    expect(
      only({ title: 'Network maintenance', html: 'We swap a router.', published }),
    ).toMatchObject({
      status: 'completed',
      marks: ['end-inferred'],
    });
  });

  it('is none where only its end can be read', () => {
    const wrong = 'From September 31, 2025 02:00 UTC to October 20, 2025 04:00 UTC.';
    expect(window({ html: wrong, published: '' })).toEqual([undefined, undefined, null]);
  });

  it('is told by a field, before the text', () => {
    const extra = { maintenanceEndDate: '2025-10-23T06:00:00Z' };
    expect(window({ html, extra })).toEqual([at('09:00'), '2025-10-23T06:00:00.000Z', at('09:00')]);
    expect(window({ html, extra: { maintenanceEndDate: 'soon' } })).toEqual([two, four, two]);
  });

  it('is none of an incident', () => {
    expect(only({ title: 'Disks fail', html })).not.toHaveProperty('scheduledFor');
  });
});
