import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FieldCase } from './case-file.ts';
import { type CaseWorld, createCaseWorld, FEED_URL } from './case-world.ts';
import { type Behaviour, hostAndPath, type SeenRequest } from './example-network.ts';
import { type FeedFormat, feedFormat } from './feed-formats.ts';
import type { Observation } from './observe.ts';
import { bodyOf, type Poll, sequenceSchema, type WrittenAnswer } from './sequence-file.ts';

export interface FeedRun {
  observations: Observation[];
  /** What went wrong between us and the server: a request that should not have been, a header. */
  problems: string[];
  requests: SeenRequest[];
  /** Reads the last answer once more. */
  again: Observation | null;
}

const MINUTE_MS = 60_000;

/** Feeds the polls of a case into the product, one after the other. */
export async function runFeedCase(
  one: FieldCase,
  dir: string,
  context: FieldCase['context'] = one.context,
): Promise<FeedRun | { missing: string }> {
  const format = feedFormat(formatName(one));
  if ('missing' in format) return format;
  const { url, polls } = await readPolls(one, dir);
  const world = await createCaseWorld(format, { url, startAt: polls[0]?.at ?? '', context });
  try {
    return await playPolls(one, polls, format, world);
  } finally {
    await world.close();
  }
}

async function playPolls(
  one: FieldCase,
  polls: readonly Poll[],
  format: FeedFormat,
  world: CaseWorld,
): Promise<FeedRun> {
  const observations: Observation[] = [];
  const problems: string[] = [];
  const note = (index: number, text: string) => problems.push(`poll ${index + 1}: ${text}`);
  for (const [index, poll] of polls.entries()) {
    world.network.play(await behaviours(poll, format, poll.url ?? world.url));
    const before = world.network.requests.length;
    const observation = await world.poll(poll.at, isTooSoon(polls[index - 1], poll));
    observations.push(observation);
    if (!poll.expectNoRequest && observation.result === null) note(index, 'the feed was not due');
    const asked = world.network.requests.slice(before);
    if (poll.expectNoRequest && asked.length > 0) note(index, `asked for ${asked[0]?.url}`);
    for (const [name, value] of Object.entries(poll.expectRequestHeaders ?? {})) {
      const sent = asked[0]?.headers[name];
      if (sent !== value) note(index, `sent ${name}: ${sent}, expected ${value}`);
    }
    const target = poll.headers?.location ?? '';
    if (poll.then?.mustNotBeRequested && asked.some((request) => target.includes(request.url))) {
      note(index, `asked for ${target}`);
    }
  }
  const requests = [...world.network.requests];
  let again: Observation | null = null;
  const last = polls.at(-1);
  if (one.expect.idempotent && last !== undefined) {
    const later = new Date(Date.parse(last.at) + 10 * MINUTE_MS).toISOString();
    world.network.play(await behaviours(last, format, last.url ?? world.url));
    // Not due yet for the poller's own re-read, so the merge is asked directly.
    again = await world.poll(later, true);
  }
  return { observations, problems, requests, again };
}

/**
 * Polls of a case come when the schedule says so; only a delivery within the shortest interval of
 * the one before is read out of turn.
 */
function isTooSoon(before: Poll | undefined, poll: Poll): boolean {
  return before !== undefined && Date.parse(poll.at) - Date.parse(before.at) < MINUTE_MS;
}

function formatName(one: FieldCase): string {
  return one.format === 'sequence' ? (one.format_detail ?? 'rss') : one.format;
}

/** A file that is a body is a sequence of one poll. */
async function readPolls(
  one: FieldCase,
  dir: string,
): Promise<{ url: string; polls: readonly Poll[] }> {
  const bytes = readFileSync(path.join(dir, one.file));
  if (one.format !== 'sequence') {
    const poll: Poll = {
      at: one.now ?? '',
      status: one.http?.status ?? 200,
      headers: one.http?.headers ?? {},
      bodyBase64: bytes.toString('base64'),
    };
    return { url: one.context?.feedUrl ?? FEED_URL, polls: [poll] };
  }
  const sequence = sequenceSchema.parse(JSON.parse(bytes.toString('utf8')));
  return { url: sequence.url ?? FEED_URL, polls: sequence.polls };
}

type Behave = (request: SeenRequest) => Behaviour;

/** Who answers what during one poll. */
async function behaviours(
  poll: Poll,
  format: FeedFormat,
  url: string,
): Promise<Map<string, Behave>> {
  const all = new Map<string, Behave>();
  const body = await bodyOf(poll);
  for (const [address, bytes] of format.serve(url, body)) {
    all.set(hostAndPath(address), await behaviourOf(poll, bytes));
  }
  const target = poll.then?.url ?? poll.headers?.location;
  if (poll.then !== undefined && target !== undefined && /^https?:/.test(target)) {
    const answer = await answerOf(poll.then);
    all.set(hostAndPath(target), () => answer);
  }
  return all;
}

async function behaviourOf(poll: Poll, body: Buffer): Promise<Behave> {
  if (poll.error === 'timeout') return () => ({ kind: 'silence' });
  if (poll.error !== undefined) return () => ({ kind: 'reset' });
  const own = await answerOf(poll, body);
  const rules = await Promise.all(
    (poll.rules ?? []).map(async (rule) => ({ rule, answer: await answerOf(rule) })),
  );
  return (request) => {
    const found = rules.find(
      ({ rule }) =>
        rule.if === 'otherwise' ||
        new RegExp(rule.if.userAgentMatches).test(request.headers['user-agent'] ?? ''),
    );
    return found?.answer ?? own;
  };
}

async function answerOf(answer: WrittenAnswer, body?: Buffer): Promise<Behaviour> {
  return {
    kind: 'answer',
    status: answer.status ?? 200,
    headers: answer.headers ?? {},
    body: body ?? (await bodyOf(answer)),
  };
}
