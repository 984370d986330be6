import { beforeAll, describe, expect, it } from 'vitest';
import { formatFor } from '../../src/i18n/format.ts';
import { messagesFor } from '../../src/i18n/messages.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import type { Provider } from '../../src/model/provider.ts';
import { createExplainedWorld } from '../../src/server/explained-world.ts';
import { narrowCascade, wideCascade, wrap } from '../../src/views/cascade-drawing.ts';
import { eventHeadline, eventRows } from '../../src/views/event-list.ts';
import { type EventPage, eventPage } from '../../src/views/event-page.ts';
import type { ExplainedIncidents } from '../../src/views/explained-world.ts';
import { worldProvider } from '../support/world.ts';

const NOW = '2026-11-25T02:00:00.000Z';
const PROVIDERS: Provider[] = [
  worldProvider('aws', 'Amazon Web Services', 'cloud'),
  worldProvider('azure', 'Microsoft Azure', 'cloud'),
  worldProvider('microsoft-365', 'Microsoft 365', 'work'),
  worldProvider('snapchat', 'Snapchat', 'consumer'),
  worldProvider('twilio', 'Twilio', 'communication'),
  worldProvider('dixa', 'Dixa', 'commerce'),
];

let knowledge: Knowledge;
let within: ExplainedIncidents;

beforeAll(async () => {
  knowledge = await loadKnowledge();
  const store = {
    revision: async () => 1,
    changedSince: async () => [],
    ongoing: async () => [],
    openIncidents: async () => [],
    incident: async () => null,
    incidentCountsByDay: async () => [],
  };
  within = await createExplainedWorld({
    store,
    knowledge,
    providers: PROVIDERS,
    now: () => NOW,
  }).current();
});

function tell(id: string, locale: 'en' | 'de' = 'en'): EventPage {
  const story = within.event(id);
  if (story === undefined) throw new Error(`no event ${id}`);
  const page = eventPage(story, { knowledge, providers: PROVIDERS, within, now: NOW }, locale);
  if (page === null) throw new Error(`nothing to tell of ${id}`);
  return page;
}

const labels = (page: EventPage, part: 'chain' | 'alongside' | 'outside') =>
  page.cascade[part].map(({ label }) => label);

describe('20 October 2025', () => {
  it('has its number in the headline, in both languages', () => {
    const [en, de] = [tell('aws-us-east-1-2025-10-20'), tell('aws-us-east-1-2025-10-20', 'de')];
    const count = en.counted.length;
    expect(count).toBeGreaterThan(30);
    expect(eventHeadline(en, false, messagesFor('en'), formatFor('en'))).toBe(
      `AWS us-east-1, and ${count} who stood on it`,
    );
    expect(eventHeadline(de, false, messagesFor('de'), formatFor('de'))).toBe(
      `AWS us-east-1 und ${count}, die darauf standen`,
    );
  });

  it('grades each link by what may be shown for it', () => {
    const page = tell('aws-us-east-1-2025-10-20');
    const grade = (name: string) => page.links.find((link) => link.name.startsWith(name))?.grade;
    expect(grade('Snapchat')).toBe('likely');
    expect(grade('Duolingo')).toBe('likely');
    expect(grade('OpenAI')).toBe('possible');
    expect(grade('Twitch')).toBe('possible');
    expect(grade('Chargebee')).toBe('confirmed');
    expect(page.links.find((link) => link.name === 'Snapchat')?.sign).toBe('silent');
    expect(page.links.flatMap(({ sources }) => sources).some(({ tier }) => tier === 'weak')).toBe(
      false,
    );
  });

  it('draws the chain inside and hangs Dixa on Twilio', () => {
    const page = tell('aws-us-east-1-2025-10-20');
    expect(labels(page, 'chain')[0]).toMatch(/^DynamoDB DNS automation/);
    expect(labels(page, 'alongside')).toEqual(['AWS Support Center and Support API']);
    const twilio = page.cascade.outside.find(({ label }) => label === 'Twilio');
    const dixa = page.cascade.outside.find(({ label }) => label === 'Dixa');
    expect(dixa?.from).toEqual([twilio?.key]);
    const lambda = page.cascade.chain.find(({ label }) => label === 'AWS Lambda');
    expect(lambda?.from).toHaveLength(2);
  });

  it('ends bars only where a source does', () => {
    const { lanes, undrawn } = tell('aws-us-east-1-2025-10-20').timeline;
    const dixa = lanes.find(({ label }) => label === 'Dixa');
    expect(dixa?.bar?.width).toBeNull();
    expect(lanes[0]?.endedAt).toBe('2025-10-20T22:01:00.000Z');
    expect(undrawn.length).toBeGreaterThan(20);
  });

  it('says how late the provider was', () => {
    const [first] = tell('aws-us-east-1-2025-10-20').lateness;
    expect(first).toMatchObject({ isUpstream: true, minutes: 23 });
  });
});

describe('29 October 2025', () => {
  it('has Entra inside, and Microsoft 365, Xbox and Minecraft outside', () => {
    const page = tell('azure-front-door-2025-10-29');
    expect(labels(page, 'alongside').join()).toContain('Entra');
    const outside = labels(page, 'outside');
    for (const name of ['Microsoft 365', 'Xbox', 'Minecraft']) expect(outside).toContain(name);
    expect(outside.slice(0, 3)).toContain('Microsoft 365');
  });
});

describe('every event of the archive', () => {
  it('can be told and drawn in both languages', () => {
    for (const event of knowledge.events) {
      for (const locale of ['en', 'de'] as const) {
        const page = tell(event.id, locale);
        const words = {
          subject: '',
          asWhole: '',
          inside: '',
          outside: '',
          more: String,
          sub: () => '',
        };
        for (const [draw, width] of [
          [wideCascade, 1088],
          [narrowCascade, 288],
        ] as const) {
          const drawing = draw(page.cascade, words);
          expect(drawing.width).toBe(width);
          for (const node of drawing.nodes) {
            expect(node.x, event.id).toBeLessThan(width);
            expect(node.y, event.id).toBeLessThanOrEqual(drawing.height);
          }
        }
        const keys = new Set(page.cascade.chain.map(({ key }) => key));
        for (const { from } of page.cascade.chain)
          for (const key of from) expect(keys).toContain(key);
        expect(page.timeline.axis.ticks.length, event.id).toBeLessThanOrEqual(9);
      }
    }
  });

  it('belongs to the past: none is called open', () => {
    const rows = eventRows({ knowledge, providers: PROVIDERS, within, now: NOW }, 'en');
    expect(rows.open).toEqual([]);
    expect(rows.past).toHaveLength(knowledge.events.length);
  });
});

describe('wrap', () => {
  it('breaks between words and shortens what is too long', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three']);
    expect(wrap('a b c d', 1)).toEqual(['a', 'b', 'c …']);
  });
});
