import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageServer } from '../support/page-server.ts';
import { suspectedWorld } from '../support/suspected-world.ts';
import { startWorld } from '../support/world-pages.ts';

const PATH = '/events/suspected.aws.us-east-1.202606100800';
const PATIENCE_MS = 240_000;

describe('pages of a suspected event', () => {
  let silent: PageServer;
  let posted: PageServer;
  let cleared: PageServer;

  beforeAll(async () => {
    silent = await startWorld(suspectedWorld({ now: '08:40' }));
    posted = await startWorld(suspectedWorld({ now: '08:40', awsPosts: '08:21' }));
    const theyAdd = 'The errors were caused by a bad release of ours, which we rolled back.';
    cleared = await startWorld(suspectedWorld({ now: '08:40', theyAdd }));
  }, PATIENCE_MS);
  afterAll(async () => {
    await Promise.all([silent?.close(), posted?.close(), cleared?.close()]);
  });

  const textOf = async (site: PageServer, path: string) => {
    const response = await fetch(site.url + path);
    expect(response.status).toBe(200);
    const html = (await response.text()).replaceAll(/<(style|script)\b.*?<\/\1>/gs, ' ');
    return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  };

  it('stand on the front page, marked, without touching the status', async () => {
    const html = await (await fetch(silent.url)).text();
    const block = /<section id="suspected">.*?<\/section>/s.exec(html)?.[0] ?? '';
    expect(block).toContain(`href="${PATH}"`);
    expect(block).toContain('Suspected: AWS us-east-1');
    expect(block).toMatch(/5 who stand on it fell within 6 minutes; AWS itself has not posted/);
    const de = await (await fetch(`${silent.url}/de`)).text();
    expect(de).toMatch(/Vermutet: AWS us-east-1/);
  });

  it('show who, when, how unusual, what else they share, and the threshold', async () => {
    const text = await textOf(silent, PATH);
    for (const name of ['Duolingo', 'Chargebee', 'Slack', 'Cronofy', 'Atlassian']) {
      expect(text).toContain(name);
    }
    expect(text).toContain('08:05');
    expect(text).toMatch(/once in \d+ days/);
    expect(text).toMatch(/1 in [\d,]{6,}/);
    expect(text).toContain('1 in 10,000,000');
    expect(text).toContain('What else they share');
    expect(await textOf(silent, `/de${PATH}`)).toContain('Was sie sonst gemeinsam haben');
  });

  it('lead to the event once the upstream posts, which tells how early it was', async () => {
    const answer = await fetch(posted.url + PATH, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/events/aws.today']);
    expect(await textOf(posted, '/events/aws.today')).toContain(
      'Suspected here at 08:05; AWS posted 16 minutes later.',
    );
    expect(await (await fetch(posted.url)).text()).not.toContain('id="suspected"');
  });

  it('say why it was withdrawn', async () => {
    expect(await textOf(cleared, PATH)).toContain('Withdrawn: their own posts name other causes.');
    expect(await textOf(cleared, '/events')).toContain('their own posts name other causes');
    expect(await (await fetch(cleared.url)).text()).not.toContain('id="suspected"');
  });
});
