import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { adapterFor } from '../../../src/adapters/registry.ts';

const CASES = path.resolve(import.meta.dirname, '../../cases');

function read(format: string, file: string, fetchedAt: string) {
  const document = {
    url: `https://status.example/${file}`,
    body: new Uint8Array(readFileSync(path.join(CASES, file))),
    headers: {},
  };
  const context = { providerId: 'example', statusPage: 'https://status.example', fetchedAt };
  return adapterFor(format)!.parse([document], context);
}

describe('field cases of single vendors', () => {
  it('d56: "completed" of Apple ends a maintenance, JSONP or not', () => {
    const snapshot = read('apple', 'd56-apple-completed-state.js', '2024-06-20T11:00:00.000Z');
    expect(snapshot.incidents).toMatchObject([
      {
        kind: 'maintenance',
        status: 'completed',
        components: [{ name: 'Example Connect' }],
        startedAt: '2024-06-18T12:00:00.000Z',
        resolvedAt: '2024-06-18T13:00:00.000Z',
      },
      {
        kind: 'incident',
        status: 'investigating',
        impact: 'major',
        components: [{ name: 'Example Push' }],
        startedAt: '2024-06-20T09:15:00.000Z',
        resolvedAt: null,
      },
    ]);
  });

  it('d58: upcoming work of Heroku is not open, colours tell the impact', () => {
    const file = 'd58-heroku-upcoming-and-colours.json';
    const snapshot = read('heroku', file, '2024-06-20T10:00:00.000Z');
    expect(snapshot.incidents).toMatchObject([
      {
        title: 'Dropped connections',
        status: 'investigating',
        impact: 'minor',
        startedAt: '2024-06-20T08:41:12.000Z',
        resolvedAt: null,
        updates: [{ id: '1' }, { id: '2' }],
      },
      { title: 'Planned router upgrade', kind: 'maintenance', status: 'scheduled' },
    ]);
    expect(snapshot.components.map(({ status }) => status)).toEqual([
      'degraded_performance',
      'degraded_performance',
    ]);
  });
});
