import Parser from 'rss-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { GET as shield } from '../../src/pages/badge/[id].json.ts';
import { GET as badge } from '../../src/pages/badge/[id].svg.ts';
import { GET as eventPicture } from '../../src/pages/og/events/[id].png.ts';
import { GET as homePicture } from '../../src/pages/og/home.png.ts';
import { GET as incidentPicture } from '../../src/pages/og/incidents/[provider]/[id].png.ts';
import { busyWorld } from '../support/busy-world.ts';
import { type EndpointWorld, startEndpoints } from '../support/endpoint-world.ts';

let world: EndpointWorld;
beforeAll(async () => {
  world = await startEndpoints(busyWorld, { withArchive: true });
});
afterAll(() => world.close());

const badgeOf = (id: string, query = '') => world.get(badge, `/badge/${id}.svg${query}`, { id });

/** Parses it as XML, the way rss-parser's own parser does: throws where it is not well-formed. */
async function expectWellFormed(svg: string): Promise<void> {
  const parser = new Parser();
  await parser.parseString(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>x</title><link>x</link><description>x</description><item><title>x</title><description>x</description>${svg}</item></channel></rss>`,
  );
}

describe('badges', () => {
  it('say the state by shape, word and colour, each state in another way', async () => {
    const states = { github: 'major outage', azure: 'unknown', stripe: 'operational' };
    const shapes = new Set<string>();
    for (const [id, word] of Object.entries({
      ...states,
      twilio: 'partial outage',
      vercel: 'degraded',
      gcore: 'maintenance',
    })) {
      const { text, status, type } = await badgeOf(id);
      expect([status, type]).toEqual([200, 'image/svg+xml']);
      expect(text).toContain(`>${word}</text>`);
      expect(text).toMatch(/role="img" aria-label="[^"]+: [^"]+"><title>/);
      shapes.add(/transform="[^"]*" d="([^"]+)"/.exec(text)?.[1] ?? '');
      await expectWellFormed(text);
      expect(Buffer.byteLength(text)).toBeLessThan(2_048);
    }
    expect(shapes.size).toBe(6);
  });

  it('escape whatever an address puts into them', async () => {
    const hostile = '"/><script>alert(1)</script>&\u0000\u0007 R&D <beta>';
    const { text } = await badgeOf('github', `?label=${encodeURIComponent(hostile)}`);
    await expectWellFormed(text);
    expect(text).not.toContain('<script');
    expect(text).toContain('R&amp;D &lt;beta&gt;');
  });

  it('know two forms, three themes and two languages', async () => {
    const compact = await badgeOf('github', '?style=compact');
    expect(compact.text).toContain('height="18"');
    expect(compact.text.match(/<text /g)).toHaveLength(1);
    const [auto, light, dark] = await Promise.all(
      ['auto', 'light', 'dark'].map((theme) => badgeOf('github', `?theme=${theme}`)),
    );
    expect(auto?.text).toContain('prefers-color-scheme:dark');
    expect(light?.text).not.toContain('<style');
    expect(dark?.text).toContain('#111110');
    const german = await badgeOf('github', '?lang=de');
    expect(german.text).not.toContain('major outage');
  });

  it('count a stack', async () => {
    const { text } = await badgeOf('stack', '?use=github,twilio,stripe');
    expect(text).toContain('>2 of 3 affected</text>');
    expect((await badgeOf('stack')).status).toBe(404);
  });

  it('are a picture that says so where there is no such provider', async () => {
    const { status, text, type } = await badgeOf('nobody');
    expect([status, type]).toEqual([404, 'image/svg+xml']);
    expect(text).toContain('>not found</text>');
  });

  it('answer shields.io', async () => {
    const answer = await world.get(shield, '/badge/github.json', { id: 'github' });
    expect(answer.json()).toEqual({
      schemaVersion: 1,
      label: 'GitHub',
      message: 'major outage',
      color: 'a3140a',
      cacheSeconds: 300,
    });
    const none = await world.get(shield, '/badge/nobody.json', { id: 'nobody' });
    expect(z.object({ isError: z.literal(true) }).safeParse(none.json()).success).toBe(true);
  });
});

describe('pictures of shared links', () => {
  const isPng = (text: string) => text.slice(1, 4) === 'PNG';
  it('are drawn for incidents, events and the front page', async () => {
    const incident = await world.get(incidentPicture, '/og/incidents/github/gh-push.png', {
      provider: 'github',
      id: 'gh-push',
    });
    const event = await world.get(eventPicture, '/og/events/aws-us-east-1-2025-10-20.png', {
      id: 'aws-us-east-1-2025-10-20',
    });
    const home = await world.get(homePicture, '/og/home.png?lang=de');
    for (const { status, type, text } of [incident, event, home]) {
      expect([status, type, isPng(text)]).toEqual([200, 'image/png', true]);
    }
    const missing = await world.get(eventPicture, '/og/events/x.png', { id: 'x' });
    expect(missing.status).toBe(404);
  });
});
