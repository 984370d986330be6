import { describe, expect, it } from 'vitest';
import { adapterFor } from '../../src/adapters/registry.ts';
import { readAs, xmlFixture } from './read-xml-fixture.ts';

const EXPECTED = { expectTitle: 'Azure Status' };

describe('azure-rss', () => {
  const snapshot = readAs('azure-rss', xmlFixture('azure-rss/active.xml'), EXPECTED);
  const [frontDoor, advisory, search] = snapshot.incidents;

  it('lists what is open and nothing else', () => {
    expect(snapshot).toMatchObject({ coverage: 'active-only', provesNothingReported: true });
    expect(snapshot.incidents).toHaveLength(3);
  });

  it('reads id, state, start and components where Azure hides them', () => {
    expect(frontDoor).toMatchObject({
      upstreamId: 'ABCD-1X2',
      title: 'Front Door - Global',
      status: 'identified',
      startedAt: '2025-10-21T09:45:00.000Z',
      marks: ['start-stated', 'impact-derived'],
      components: [{ name: 'Azure Front Door' }, { name: 'Global' }],
      url: 'https://status.example/',
    });
  });

  it('takes an advisory for a notice without impact', () => {
    expect(advisory).toMatchObject({
      upstreamId: 'OLD-IMG',
      kind: 'notice',
      impact: 'none',
      title: 'Old images',
    });
  });

  it('keeps raw HTML readable and the id apart from the state in the title', () => {
    expect(search).toMatchObject({ title: 'Search', status: 'investigating', startedAt: null });
    expect(search?.updates[0]?.body).toBe('Queries fail.');
  });

  it.each([
    ['the expected channel, young', EXPECTED, true],
    ['no expected title', {}, false],
    ['another title', { expectTitle: 'Azure China Status' }, false],
    ['an old copy', { ...EXPECTED, fetchedAt: '2025-10-22T12:00:00.000Z' }, false],
  ])('empty: %s', (_name, context, proves) => {
    const empty = readAs('azure-rss', xmlFixture('azure-rss/empty.xml'), context);
    expect([empty.incidents, empty.provesNothingReported]).toEqual([[], proves]);
  });

  it('asks for the title to expect', () => {
    expect(adapterFor('azure-rss')?.requires).toEqual(['expectTitle']);
  });
});
