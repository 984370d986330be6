import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FeedDocument } from '../../src/adapters/adapter.ts';
import { adapterFor } from '../../src/adapters/registry.ts';
import { isOpen } from '../../src/model/incident.ts';
import { expectSoundSnapshot } from './expect-sound-snapshot.ts';
import { XML_RECORDINGS } from './xml-recordings.expected.ts';

const RECORDINGS = path.resolve(import.meta.dirname, '../../../shared/recordings');

const documentOf = (file: string): FeedDocument => ({
  url: 'https://status.example/feed.xml',
  body: new Uint8Array(readFileSync(path.join(RECORDINGS, file))),
  headers: {},
});

describe.skipIf(!existsSync(RECORDINGS))('recorded XML feeds (needs ../shared/recordings)', () => {
  it.each(XML_RECORDINGS.map((recording) => [recording.file, recording] as const))(
    '%s',
    (file, recording) => {
      const adapter = adapterFor(recording.format);
      const document = documentOf(file);
      const snapshot = adapter!.parse([document], {
        providerId: recording.providerId ?? 'example',
        statusPage: 'https://status.example',
        fetchedAt: recording.fetchedAt,
        ...(recording.format === 'azure-rss' && { expectTitle: 'Azure Status' }),
      });
      expectSoundSnapshot(snapshot);
      expect(adapter?.recognises(document)).toBe(true);
      expect(snapshot.unknownWords).toEqual([]);
      const { incidents } = snapshot;
      const open = incidents.filter((incident) => isOpen({ ...incident, withdrawnAt: null }));
      expect({
        incidents: incidents.length,
        open: open.length,
        maintenances: incidents.filter(({ kind }) => kind === 'maintenance').length,
        proves: snapshot.provesNothingReported,
      }).toEqual(recording.counts);
      const first = incidents[0];
      expect(
        first && [
          first.upstreamId,
          [...first.title].slice(0, 24).join(''),
          first.status,
          first.startedAt,
          first.resolvedAt,
          first.updates.length,
        ],
      ).toEqual(recording.first);
    },
  );
});
