import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lines, runCli } from './run-cli.ts';

const PATIENCE_MS = 240_000;
const at = (clock: string) => `2026-06-10T${clock}:00Z`;
const post = (clock: string, body: string) => ({
  id: `p${clock}`,
  at: at(clock),
  status: 'investigating',
  body,
});
const AWS = {
  id: 'aws/a',
  providerId: 'aws',
  title: 'Increased error rates',
  impact: 'major',
  startedAt: at('08:00'),
  firstSeenAt: at('08:20'),
  regions: ['aws:us-east-1'],
  updates: [post('08:20', 'We are looking into increased error rates.')],
};
const SLACK = {
  id: 'slack/s',
  providerId: 'slack',
  title: 'Trouble with messages',
  startedAt: at('08:05'),
  updates: [
    post('08:10', 'Some messages do not arrive.'),
    post('08:30', 'This is due to an outage at AWS in us-east-1.'),
  ],
};
const EARLY = {
  ...SLACK,
  id: 'slack/e',
  updates: [post('08:06', 'An outage at AWS causes this.')],
};
const OTHER = {
  ...SLACK,
  id: 'slack/o',
  updates: [post('08:10', 'A bad release of ours is the cause; it is being rolled back.')],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'explain-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function explain(incidents: readonly unknown[], ...options: string[]) {
  const file = path.join(folder, `${Math.abs(options.join().length)}-${incidents.length}.jsonl`);
  await writeFile(file, incidents.map((one) => JSON.stringify(one)).join('\n'));
  const result = await runCli(['explain', ...options, file]);
  expect(result.stderr).toBe('');
  const told = lines(result.stdout).map((line) => JSON.parse(line));
  return new Map<string, { incident: string; explanations: Record<string, unknown>[] }>(
    told.map((line) => [line.incident, line]),
  );
}

describe('downstream explain', { timeout: PATIENCE_MS }, () => {
  it('prints one line per incident, with exactly the fields it promises', async () => {
    const told = await explain([AWS, SLACK, OTHER]);
    expect([...told.keys()]).toEqual(['aws/a', 'slack/s', 'slack/o']);
    expect(told.get('aws/a')).toEqual({ incident: 'aws/a', explanations: [] });
    expect(told.get('slack/o')?.explanations).toEqual([]);
    const [found] = told.get('slack/s')?.explanations ?? [];
    expect(Object.keys(found ?? {})).toEqual([
      'because',
      'upstream',
      'region',
      'grade',
      'for',
      'against',
      'quotes',
    ]);
    expect(found).toMatchObject({
      because: 'aws/a',
      upstream: 'aws',
      region: 'aws:us-east-1',
      grade: 'confirmed',
      against: [],
    });
    const { body } = SLACK.updates[1] ?? { body: '' };
    const quotes = found?.quotes as
      | { updateId: string; offset: number; length: number }[]
      | undefined;
    const [quote] = quotes ?? [];
    expect(quote?.updateId).toBe('p08:30');
    expect(body.slice(quote?.offset, (quote?.offset ?? 0) + (quote?.length ?? 0))).toBe('AWS');
  });

  it('says null where the upstream is named and has no incident', async () => {
    const told = await explain([SLACK]);
    expect(told.get('slack/s')?.explanations).toMatchObject([{ because: null, upstream: 'aws' }]);
  });

  it('uses with --at only what had been published and seen by then', async () => {
    const before = await explain([AWS, SLACK, EARLY], '--at', at('08:15'));
    // AWS was not seen yet, and Slack had named nobody.
    expect(before.has('aws/a')).toBe(false);
    expect(before.get('slack/s')?.explanations).toEqual([]);
    expect(before.get('slack/e')?.explanations).toMatchObject([{ because: null }]);
    const later = await explain([AWS, SLACK, EARLY], '--at', at('08:25'));
    expect(later.get('slack/e')?.explanations).toMatchObject([{ because: 'aws/a' }]);
    const grades = later.get('slack/s')?.explanations.map(({ grade }) => grade) ?? [];
    expect(grades).not.toContain('confirmed');
  });

  it('lets no title, part or place of its later life back into the past', async () => {
    const renamed = { ...SLACK, title: 'Trouble with messages because of an outage at AWS' };
    const grown = { ...AWS, regions: ['aws:eu-central-1'], services: ['aws:dynamodb'] };
    const moved = {
      ...grown,
      updates: [...AWS.updates, post('09:00', 'DynamoDB in EU-CENTRAL-1 (Frankfurt) is hit too.')],
    };
    const then = await explain([moved, renamed, EARLY], '--at', at('08:25'));
    // The title's AWS came with the post of 08:30, the region with that of 09:00.
    expect(then.get('slack/s')?.explanations.map(({ quotes }) => quotes)).not.toContainEqual(
      expect.arrayContaining([expect.objectContaining({ updateId: 'title' })]),
    );
    expect(then.get('slack/e')?.explanations).toMatchObject([{ because: 'aws/a' }]);
    const now = await explain([moved, renamed, EARLY]);
    expect(now.get('slack/e')?.explanations).toMatchObject([{ because: null }]);
  });

  it.each([
    ['{"id":"a/b"', /line 2 is no JSON: give one incident per line/],
    ['[]', /line 2: incident: .*correct this line or leave it out/],
    ['{"id":"a/b","providerId":"a","startedAt":"soon"}', /line 2: startedAt: .*2025-10-20T06:48/],
    ['{"id":"a/b","providerId":7}', /line 2: providerId: .*correct this line/],
    ['{"id":"a/b","providerId":"a","startedAt":"2026-06-10","updates":[{}]}', /line 2: updates\.0/],
  ])('names line and remedy: %s', async (line, message) => {
    const file = path.join(folder, 'hostile.jsonl');
    await writeFile(file, `${JSON.stringify(AWS)}\n${line}\n`);
    const result = await runCli(['explain', file]);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(message);
    expect(lines(result.stderr)).toHaveLength(1);
  });

  it('takes no nonsense for a time, and no missing file for an empty one', async () => {
    const file = path.join(folder, 'one.jsonl');
    await writeFile(file, JSON.stringify(AWS));
    expect(await runCli(['explain', '--at', 'noon', file])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('write for example 2025-10-20T09:30Z'),
    });
    expect(await runCli(['explain', path.join(folder, 'none')])).toMatchObject({ code: 2 });
  });
});

describe('downstream suggest', { timeout: PATIENCE_MS }, () => {
  it('lists what posts name and no edge knows, and leaves the knowledge alone', async () => {
    const file = path.join(folder, 'suggest.jsonl');
    const body = 'Requests fail because of an outage at Cloudflare.';
    const one = {
      ...SLACK,
      id: 'hetzner/h',
      providerId: 'hetzner',
      updates: [post('08:10', body)],
    };
    await writeFile(file, [AWS, SLACK, one].map((line) => JSON.stringify(line)).join('\n'));
    const { stdout, stderr } = await runCli(['suggest', '--json', file]);
    expect(stderr).toBe('');
    const [found, ...others] = lines(stdout).map((line) => JSON.parse(line));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ dependent: 'hetzner', upstream: 'cloudflare' });
    expect(found.said).toMatchObject([{ incidentId: 'hetzner/h', quote: { sentence: body } }]);
    const { stdout: text } = await runCli(['suggest', file]);
    expect(text).toContain('hetzner -> cloudflare: 1');
    expect((await explain([one])).get('hetzner/h')?.explanations).toEqual([]);
  });
});

describe('downstream ahead', { timeout: PATIENCE_MS }, () => {
  it('tells minutes gained or lost for each archived outage with two posts or more', async () => {
    const { stdout } = await runCli(['ahead', '--json']);
    const rows = lines(stdout).map((line) => JSON.parse(line));
    const row = rows.find(({ event }) => event === 'aws-us-east-1-2025-10-20');
    expect(row).toMatchObject({ upstream: 'aws', firstPostAt: '2025-10-20T07:11:00.000Z' });
    expect(row.posts[0]).toMatchObject({ providerId: 'chargebee', minutesAhead: 25 });
    for (const { posts } of rows) expect(posts.length).toBeGreaterThanOrEqual(2);
  });
});
