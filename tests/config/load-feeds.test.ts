import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../src/config/config-error.ts';
import { loadFeeds } from '../../src/config/load-feeds.ts';

const FORMATS = [{ format: 'statuspage' }];
const fixture = (name: string) => new URL(`./fixtures/${name}`, import.meta.url);

async function failure(path: string | URL, formats = FORMATS): Promise<ConfigError> {
  const error: unknown = await loadFeeds(path, formats).catch((reason: unknown) => reason);
  if (!(error instanceof ConfigError)) throw new Error('expected a ConfigError');
  return error;
}
/** The path of the checkout is no part of what is compared. */
const messageOf = (error: ConfigError) =>
  error.message.replaceAll(fileURLToPath(new URL('../..', import.meta.url)), '<root>/');

describe('loadFeeds', () => {
  it.each(['good.ts', 'good.json'])('reads %s', async (name) => {
    const providers = await loadFeeds(fixture(name), FORMATS);
    expect(providers.map(({ id }) => id)).toEqual(['northwind']);
  });

  it('takes a path as well as a URL', async () => {
    expect(await loadFeeds(fileURLToPath(fixture('good.json')), FORMATS)).toHaveLength(1);
  });

  it.each(['absent.ts', 'no-default.ts', 'bad.ts'])('says what is wrong with %s', async (name) => {
    expect(messageOf(await failure(fixture(name)))).toMatchSnapshot();
  });

  it('names an unknown format, the nearest known one and all others', async () => {
    const error = await failure(fixture('good.ts'), [{ format: 'statuspages' }, { format: 'rss' }]);
    expect(error.issues).toEqual([
      {
        path: 'providers[0] (northwind).feeds[0].format',
        problem: '"statuspage" is not a known format.',
        remedy: 'Did you mean "statuspages"? Known: statuspages, rss.',
      },
    ]);
  });

  it('passes on why a module cannot be read', async () => {
    const error = await failure(fixture('throws.ts'));
    expect(error.issues[0]?.problem).toBe('cannot be read: the file itself is wrong');
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('passes on why JSON cannot be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'downstream-'));
    const file = join(folder, 'broken.json');
    await writeFile(file, '[{"id": "northwind",');
    const error = await failure(file);
    await rm(folder, { recursive: true });
    expect(error.issues[0]?.problem).toMatch(/^cannot be read: .*JSON/);
  });
});
