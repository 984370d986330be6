import { describe, expect, it } from 'vitest';
import { adapterFor } from '../../../src/adapters/registry.ts';
import { FeedError } from '../../../src/model/feed-error.ts';
import { CONTEXT, documentOf, fixtureText } from './hosted-fixture.ts';

/** [format, the documents of one feed]. */
const FEEDS: readonly [string, readonly string[]][] = [
  ['cachet', ['v1-incidents.json', 'v1-components.json', 'v1-groups.json', 'v1-schedules.json']],
  ['checkly', ['unresolved-incidents.json', 'uptime.json', 'maintenance-windows.json']],
  ['flashduty', ['active.json', 'change-list.json']],
  ['instatus', ['open-incident.json', 'components-nested.json']],
  ['sorry', ['notices.json', 'components.json', 'status.json']],
  ['uptime-com', ['history.json', 'ajax.json']],
  ['uptime-kuma', ['page.json', 'heartbeat.json']],
];
/** How a document breaks: a web page with status 200, half a file, another shape under its own keys. */
const BREAKS: readonly [string, (text: string) => string][] = [
  ['a web page', () => '<!doctype html><html><body>Sign in</body></html>'],
  ['half a file', (text) => text.slice(0, text.length / 2)],
  ['nothing', () => ' '],
];

const parse = (format: string, texts: readonly string[]) =>
  adapterFor(format)!.parse(
    texts.map((text, index) => documentOf(text, `https://status.example/${index}`)),
    CONTEXT,
  );

describe.each(FEEDS)('%s', (format, names) => {
  const texts = names.map((name) => fixtureText(format, name));

  it('needs no warning while every document is whole', () => {
    expect(parse(format, texts).warnings.filter((line) => /^https?:/.test(line))).toEqual([]);
  });

  describe.each(BREAKS)('with %s for one document', (_, broken) => {
    it.each(names.map((name, index) => [name, index] as const))(
      'reads the rest: %s',
      (_name, index) => {
        const snapshot = parse(
          format,
          texts.map((text, at) => (at === index ? broken(text) : text)),
        );
        expect(snapshot.warnings.join('\n')).toContain(`https://status.example/${index}: `);
        const rest = parse(
          format,
          texts.filter((_text, at) => at !== index),
        );
        expect(['active-only', 'part']).toContain(snapshot.coverage);
        expect(snapshot.components).toEqual(rest.components);
        expect(snapshot.provesNothingReported).toBe(rest.provesNothingReported);
      },
    );

    it('fails with the error of the first where none can be read', () => {
      expect(() => parse(format, texts.map(broken))).toThrow(FeedError);
    });
  });
});

describe('a list that did not arrive', () => {
  const read = (format: string, texts: Readonly<Record<string, string>>) =>
    adapterFor(format)!.parse(
      Object.entries(texts).map(([url, text]) => documentOf(text, `https://status.example${url}`)),
      CONTEXT,
    );

  it('ends nothing: the future notices of Sorry alone are no proof', () => {
    const notices = fixtureText('sorry', 'notices.json');
    const present = '/api/v1/notices?filter[timeline_state_eq]=present';
    const future = '/api/v1/notices?filter[timeline_state_eq]=future';
    const shapes = [
      { [future]: notices },
      { [present]: notices },
      { [present]: notices, [future]: notices },
    ];
    expect(
      shapes.map((texts) => {
        const { coverage, provesNothingReported } = read('sorry', texts);
        return [coverage, provesNothingReported];
      }),
    ).toEqual([
      ['part', false],
      ['part', true],
      ['active-only', true],
    ]);
  });

  it('ends nothing: the state of an Uptime.com page without its open incidents is no proof', () => {
    const text = JSON.stringify({ data: { global_is_operational: false, components: [] } });
    expect(read('uptime-com', { '/ajax': text })).toMatchObject({
      coverage: 'window',
      provesNothingReported: false,
    });
  });

  it('ends nothing: an Uptime Kuma page whose pinned incident cannot be read is no proof', () => {
    const page = JSON.parse(fixtureText('uptime-kuma', 'page.json')) as Record<string, unknown>;
    for (const incident of [7, 'x', { title: 'No id' }, undefined]) {
      const text = JSON.stringify({ ...page, incident });
      expect(read('uptime-kuma', { '/page': text })).toMatchObject({
        coverage: 'part',
        provesNothingReported: false,
      });
    }
  });

  it('ends nothing: a Cachet item without an id is no proof', () => {
    const list = JSON.parse(fixtureText('cachet', 'v1-incidents.json')) as { data: object[] };
    const text = JSON.stringify({ ...list, data: [...list.data, { name: 'No id', status: 1 }] });
    const snapshot = read('cachet', { '/api/v1/incidents': text });
    expect(snapshot.provesNothingReported).toBe(false);
    expect(snapshot.warnings.join()).toContain('without an id');
  });

  it.each([
    ['firehydrant', 'open-incident.json', 'incidents'],
    ['datadog-pages', 'open-incident.json', 'incidents'],
    ['statuspal', 'open-and-planned.json', 'incidents'],
    ['betterstack', 'reports.json', 'included'],
  ])('fails: %s without its list', (format, name, key) => {
    const { [key]: _, ...rest } = JSON.parse(fixtureText(format, name)) as Record<string, unknown>;
    expect(() => read(format, { '/x': JSON.stringify(rest) })).toThrow(FeedError);
  });

  it('leaves other components unknown where an open incident names one that is not listed', () => {
    const page = fixtureText('firehydrant', 'open-incident.json');
    const renamed = parse('firehydrant', [page.replace('"id": "b"', '"id": "yy"')]);
    expect(renamed.components.length).toBeGreaterThan(0);
    expect(renamed.components.map(({ status }) => status)).not.toContain('operational');
  });
});
