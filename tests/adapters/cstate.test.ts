import { describe, expect, it } from 'vitest';
import { cstate } from '../../src/adapters/cstate.ts';
import { CONTEXT, fixture, json, parse } from './read-json-fixture.ts';

const page = (summaryStatus: string, ...systems: object[]) => json({ summaryStatus, systems });
const system = (...unresolvedIssues: object[]) => ({
  name: 'Shop',
  status: 'ok',
  unresolvedIssues,
});

function read(issue: object, timeZone?: string) {
  const context = timeZone === undefined ? CONTEXT : { ...CONTEXT, timeZone };
  const whole = { title: 'Late', severity: 'down', affected: [], ...issue };
  const snapshot = cstate.parse([page('down', system(whole))], context);
  return { ...snapshot.incidents[0]!, warnings: snapshot.warnings, words: snapshot.unknownWords };
}

describe('cstate', () => {
  it('reads systems and each issue once, whatever number of systems it stands under', () => {
    expect(parse(cstate, fixture('cstate/disrupted.json'))).toEqual({
      coverage: 'active-only',
      status: 'partial_outage',
      components: [
        { id: 'Gateway', name: 'Gateway', status: 'partial_outage', group: 'Net' },
        { id: 'Portal', name: 'Portal', status: 'partial_outage', group: 'Net' },
        { id: 'Shop', name: 'Shop', status: 'operational' },
      ],
      incidents: [
        {
          upstreamId: 'loss.md',
          kind: 'incident',
          title: 'Packet loss',
          status: 'investigating',
          impact: 'major',
          startedAt: '2026-02-03T08:00:00.000Z',
          resolvedAt: null,
          updatedAt: '2026-02-03T08:20:00.000Z',
          updates: [],
          components: [
            { id: 'Gateway', name: 'Gateway' },
            { id: 'Portal', name: 'Portal' },
          ],
          regions: [],
          services: [],
          url: 'https://alder.example/issues/loss/',
          marks: [],
        },
      ],
      provesNothingReported: true,
      unknownWords: [],
      warnings: [],
    });
  });

  it.each([
    ['ok', 'operational'],
    ['notice', 'operational'],
    ['disrupted', 'partial_outage'],
    ['down', 'major_outage'],
    ['wobbly', 'unknown'],
  ])('reads %s as %s', (word, status) => {
    const {
      status: whole,
      components,
      unknownWords,
    } = parse(cstate, page(word, { ...system(), status: word }));
    expect([whole, components[0]?.status]).toEqual([status, status]);
    expect(unknownWords.map(({ field }) => field)).toEqual(
      status === 'unknown' ? ['summaryStatus', 'system.status'] : [],
    );
  });

  it.each([
    ['notice', 'notice', 'none'],
    ['disrupted', 'incident', 'major'],
    ['down', 'incident', 'critical'],
    ['odd', 'incident', 'unknown'],
  ])('reads an issue of severity %s as %s with impact %s', (severity, kind, impact) => {
    const { words, ...issue } = read({ severity });
    expect(issue).toMatchObject({ kind, impact });
    expect(words).toEqual(impact === 'unknown' ? [{ field: 'issue.severity', word: 'odd' }] : []);
  });

  it('takes what calls itself informational for a notice', () => {
    expect(read({ informational: true }).kind).toBe('notice');
    expect(read({ informational: 'true' }).kind).toBe('incident');
  });

  it('ends an issue that is listed although it is resolved', () => {
    const resolvedAt = '2026-02-03 10:00:00 +0100 CET';
    expect(read({ resolved: true, resolvedAt })).toMatchObject({
      status: 'resolved',
      resolvedAt: '2026-02-03T09:00:00.000Z',
    });
    expect(read({ resolved: 'yes', resolvedAt })).toMatchObject({
      status: 'investigating',
      resolvedAt: null,
    });
  });

  it('leaves dates alone in which a year stands like an offset', () => {
    const resolvedAt = '03-02-2026 09:00';
    expect(read({ resolved: true, resolvedAt }, 'UTC').resolvedAt).toBe('2026-02-03T09:00:00.000Z');
  });

  it.each([
    ['2026-02-03 09:00:00 +0100 CET', '2026-02-03T08:00:00.000Z'],
    ['2026-02-03 09:00:00 +0000 UTC', '2026-02-03T09:00:00.000Z'],
    ['2026-02-03 09:00:00 -0300 -03', '2026-02-03T12:00:00.000Z'],
    ['2026-02-03T09:00:00+01:00', '2026-02-03T08:00:00.000Z'],
    ['<nil>', null],
    [1_770_109_200, '2026-02-03T09:00:00.000Z'],
  ])('reads the time %s as %s', (createdAt, startedAt) => {
    expect(read({ createdAt })).toMatchObject({ startedAt, warnings: [] });
  });

  it('reads times without a zone in that of the feed, else as UTC with a warning', () => {
    const createdAt = '2026-02-03 09:00:00';
    expect(read({ createdAt }, 'Europe/Zurich')).toMatchObject({
      startedAt: '2026-02-03T08:00:00.000Z',
      warnings: [],
    });
    expect(read({ createdAt })).toMatchObject({
      startedAt: '2026-02-03T09:00:00.000Z',
      warnings: [expect.stringContaining('read as UTC')],
    });
  });

  it.each([
    [{ filename: 'a.md', permalink: '/issues/a' }, 'a.md', `${CONTEXT.statusPage}/issues/a`],
    [
      { permalink: '/issues/a' },
      `${CONTEXT.statusPage}/issues/a`,
      `${CONTEXT.statusPage}/issues/a`,
    ],
    [{ createdAt: '2026-02-03T09:00:00Z' }, 'Late 2026-02-03T09:00:00.000Z', ''],
    [{ title: null, createdAt: '2026-02-03T09:00:00Z' }, '2026-02-03T09:00:00.000Z', ''],
    [{}, 'Late', ''],
  ])(
    'knows an issue again by its file, address or title and time: %j',
    (issue, upstreamId, url) => {
      expect(read(issue)).toMatchObject({ upstreamId, url });
    },
  );

  it.each([
    ['ok', [], true],
    ['disrupted', [], false],
    ['disrupted', [{ title: 'Late', severity: 'down' }], true],
  ])('%s with the issues %j proves that no more is open: %s', (word, issues, proves) => {
    expect(parse(cstate, page(word, system(...issues))).provesNothingReported).toBe(proves);
  });

  it('refuses a system without its list of issues, which would look well', () => {
    expect(() => parse(cstate, page('ok', { name: 'Shop', status: 'ok' }))).toThrow(
      expect.objectContaining({
        kind: 'parse',
        message:
          'cstate: unexpected shape: systems.0.unresolvedIssues: Invalid input: expected array, received undefined',
      }),
    );
    const empty = { name: 'Shop', status: 'ok', unresolvedIssues: null };
    expect(parse(cstate, page('ok', empty)).incidents).toEqual([]);
  });

  it('is recognised by its two keys', () => {
    expect(cstate.recognises(page('ok'))).toBe(true);
    expect(cstate.recognises(json({ summaryStatus: 'ok' }))).toBe(false);
    expect(cstate.recognises(json({ systems: [] }))).toBe(false);
  });

  it.each([
    'https://alder.example',
    'https://alder.example//',
    'https://alder.example/index.json',
    'https://alder.example/index.json/',
  ])('asks for the index of the page, given %s', (url) => {
    expect(cstate.documents(url)).toEqual(['https://alder.example/index.json']);
  });
});
