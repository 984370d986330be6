import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Adapter, FeedDocument, Snapshot } from '../../src/adapters/adapter.ts';
import { ADAPTERS } from '../../src/adapters/registry.ts';
import { readFeed } from '../../src/poller/read-feed.ts';
import { createWorld, PROVIDER } from '../support/merge-world.ts';

const folder = path.resolve(import.meta.dirname, '../../../shared/recordings');
const MAX_BYTES = 150_000;
const AT = '2026-06-01T00:00:00.000Z';
const LATER = '2026-06-01T00:05:00.000Z';

function recordings(): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file).isFile() && statSync(file).size <= MAX_BYTES);
}

function snapshotOf(adapter: Adapter, document: FeedDocument): Snapshot | null {
  try {
    if (!adapter.recognises(document)) return null;
    const context = { providerId: PROVIDER, statusPage: 'https://s.example/', fetchedAt: AT };
    return readFeed(adapter, [document], context, null);
  } catch {
    // Whether a recording can be read is the adapters' test.
    return null;
  }
}

describe.skipIf(!existsSync(folder))('merging recorded answers', () => {
  it('changes nothing visible when the same answer comes again', () => {
    let reads = 0;
    const problems: string[] = [];
    for (const file of recordings()) {
      const document = { url: 'https://s.example/feed', body: readFileSync(file), headers: {} };
      for (const adapter of ADAPTERS) {
        const read = snapshotOf(adapter, document);
        if (read === null) continue;
        reads++;
        const world = createWorld(`${PROVIDER}:${adapter.format}:1`);
        world.read(AT, read);
        const again = world.read(LATER, read).filter(({ isVisible }) => isVisible);
        if (again.length > 0 || world.known.size !== read.incidents.length) {
          problems.push(`${adapter.format} ${path.basename(file)}: ${again.length} moved`);
        }
      }
    }
    expect(problems).toEqual([]);
    expect(reads).toBeGreaterThan(50);
  }, 120_000);
});
