import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { sitePaths } from '../../src/views/site-paths.ts';

describe('sitePaths', () => {
  it('holds every event with its day, month and year, every provider, and nothing twice', async () => {
    const knowledge = await loadKnowledge();
    const paths = sitePaths([{ id: 'aws' }], knowledge);
    expect(paths).toEqual(
      expect.arrayContaining([
        '/',
        '/about',
        '/providers/aws',
        '/history/2025',
        '/history/2025-10',
        '/history/2025-10-20',
        ...knowledge.events.map(({ id }) => `/events/${id}`),
      ]),
    );
    expect(new Set(paths).size).toBe(paths.length);
  });
});
