import { feedCondition } from '../../../src/model/feed-health.ts';
import { isOpen } from '../../../src/model/incident.ts';
import type { Expectation, FieldCase } from './case-file.ts';
import { incidentHtml, incidentProblems, matchIncidents, sameSecond } from './check-incident.ts';
import type { Observation } from './observe.ts';
import type { FeedRun } from './run-feed-case.ts';

/** Provider words of the cases → ours. */
const PROVIDER_WORDS: Record<string, string> = {
  degraded: 'degraded_performance',
  maintenance: 'under_maintenance',
};
/** Other names of the cases for the kinds of our errors. */
const ERROR_KINDS: Record<string, string> = { 'http-403': 'http-status' };

const providerWord = (word: string) => PROVIDER_WORDS[word] ?? word;
const updatesOf = (observation: Observation | undefined) =>
  (observation?.incidents ?? []).reduce((sum, { updates }) => sum + updates.length, 0);

/** What a run did otherwise than its case expects; empty where nothing. */
export function feedCaseProblems(one: FieldCase, run: FeedRun): string[] {
  const problems = [...run.problems, ...outcomeProblems(one.expect, run)];
  const { alternative } = one.expect;
  if (problems.length === 0 || alternative === undefined) return problems;
  const { maxTitleLength, ...outcome } = alternative;
  const others = [...run.problems, ...outcomeProblems(outcome, run)];
  const titles = run.observations.at(-1)?.incidents.map(({ title }) => title) ?? [];
  if (maxTitleLength !== undefined && titles.some((title) => title.length > maxTitleLength)) {
    others.push(`a title is longer than ${maxTitleLength}`);
  }
  return others.length === 0 ? [] : problems;
}

function outcomeProblems(expected: Expectation, run: FeedRun): string[] {
  const last = run.observations.at(-1);
  if (last === undefined) return ['nothing was polled'];
  return [
    ...incidentListProblems(expected, last),
    ...providerProblems(expected, run.observations, last),
    ...componentProblems(expected, last),
    ...errorProblems(expected, last),
    ...courseProblems(expected, run, last),
    ...neverProblems(expected, run.observations),
  ];
}

function incidentListProblems(expected: Expectation, last: Observation): string[] {
  const problems: string[] = [];
  const { incidents } = last;
  if (expected.incidentCount !== undefined && incidents.length !== expected.incidentCount) {
    problems.push(`${incidents.length} incidents, expected ${expected.incidentCount}`);
  }
  if (expected.incidents) {
    problems.push(...matchIncidents(incidents, expected.incidents, 'incidents'));
  }
  if (expected.active) {
    const open = incidents.filter(isOpen);
    problems.push(...matchIncidents(open, expected.active, 'active'));
    if (open.length !== expected.active.length) {
      problems.push(`${open.length} open incidents, expected ${expected.active.length}`);
    }
  }
  for (const date of expected.itemDates ?? []) {
    const dates = incidents.flatMap(({ updates }) => updates.map(({ at }) => at));
    if (!dates.some((at) => sameSecond(at, date))) problems.push(`no item dated ${date}`);
  }
  return problems;
}

function providerProblems(
  expected: Expectation,
  all: readonly Observation[],
  last: Observation,
): string[] {
  const problems: string[] = [];
  const allowed = expected.providerIn ?? (expected.provider ? [expected.provider] : null);
  if (allowed !== null) {
    // Of several values the stricter: nothing open is green, nor is what was never proved.
    const hasOpen = last.incidents.some((one) => isOpen(one) && one.kind !== 'notice');
    const words = allowed
      .map(providerWord)
      .filter((word) => word !== 'operational' || !hasOpen || allowed.length === 1);
    if (!words.includes(last.provider)) {
      problems.push(`provider ${last.provider}, expected ${words.join(' or ')}`);
    }
  }
  for (const word of expected.never?.provider ?? []) {
    const at = all.find(({ provider }) => provider === providerWord(word))?.at;
    if (at !== undefined) problems.push(`provider ${word} at ${at}`);
  }
  return problems;
}

function componentProblems(expected: Expectation, { components }: Observation): string[] {
  const problems: string[] = [];
  for (const [name, status] of Object.entries(expected.components ?? {})) {
    const found = components.find((component) => component.name === name)?.status;
    if (found !== status) problems.push(`component ${name} ${found}, expected ${status}`);
  }
  for (const name of expected.hiddenComponents ?? []) {
    if (components.some((component) => component.name === name)) {
      problems.push(`component ${name} should be hidden`);
    }
  }
  for (const name of expected.groups ?? []) {
    if (components.some((component) => component.name === name)) {
      problems.push(`group ${name} is listed as a component`);
    }
    if (!components.some(({ group }) => group === name)) problems.push(`no group ${name}`);
  }
  return problems;
}

function errorProblems(expected: Expectation, last: Observation): string[] {
  const { error, errorKind, noError } = expected;
  if (noError && last.error !== null) return [`failed: ${last.error.message}`];
  if (error === undefined) return [];
  if (last.error === null) return ['no error, expected a clear one'];
  const kind = errorKind === undefined ? undefined : (ERROR_KINDS[errorKind] ?? errorKind);
  if (kind !== undefined && last.error.kind !== kind) {
    return [`error of kind ${last.error.kind}, expected ${kind}: ${last.error.message}`];
  }
  return last.error.message === '' ? ['the error has no message'] : [];
}

function courseProblems(expected: Expectation, run: FeedRun, last: Observation): string[] {
  const problems: string[] = [];
  const { source, request, maxMillis, newUpdatesOnLastPoll } = expected;
  if (newUpdatesOnLastPoll !== undefined) {
    const added = updatesOf(last) - updatesOf(run.observations.at(-2));
    if (added !== newUpdatesOnLastPoll) {
      problems.push(`${added} new updates on the last poll, expected ${newUpdatesOnLastPoll}`);
    }
  }
  if (maxMillis !== undefined && last.millis > maxMillis) {
    problems.push(`took ${Math.round(last.millis)} ms, at most ${maxMillis} allowed`);
  }
  if (source?.stale !== undefined) {
    const isStale = last.health !== null && feedCondition(last.health, last.at) !== 'healthy';
    if (isStale !== source.stale) problems.push(`source stale: ${isStale}`);
  }
  if (source?.lastGoodAt !== undefined) {
    const lastGoodAt = last.health?.lastGoodAt ?? null;
    if (!sameSecond(lastGoodAt, source.lastGoodAt)) problems.push(`last good read ${lastGoodAt}`);
  }
  if (source?.enabled !== undefined && (last.health !== null) !== source.enabled) {
    problems.push(`source enabled: ${last.health !== null}`);
  }
  if (request !== undefined) {
    const bad = run.requests.find(({ headers }) =>
      new RegExp(request.userAgentNotMatches).test(headers['user-agent'] ?? ''),
    );
    if (bad !== undefined) problems.push(`user agent ${bad.headers['user-agent']}`);
  }
  if (expected.idempotent) {
    const { again } = run;
    const save = again?.result?.kind === 'read' ? again.result.save : null;
    const isSame = again !== null && updatesOf(again) === updatesOf(last);
    if (!isSame || save?.hasVisibleChange) problems.push('the same bytes again changed something');
  }
  for (const after of expected.afterPoll ?? []) {
    const seen = run.observations[after.poll - 1];
    const where = `after poll ${after.poll}`;
    const open = seen?.incidents.filter(isOpen).length ?? -1;
    if (after.activeCountIn && !after.activeCountIn.includes(open)) {
      problems.push(`${where}: ${open} open`);
    }
    if (after.historyCount !== undefined && seen?.incidents.length !== after.historyCount) {
      problems.push(`${where}: ${seen?.incidents.length} incidents`);
    }
    problems.push(...matchIncidents(seen?.incidents ?? [], after.incidents ?? [], where));
  }
  return problems;
}

function neverProblems({ never }: Expectation, all: readonly Observation[]): string[] {
  if (never === undefined) return [];
  const problems: string[] = [];
  const incidents = all.flatMap((observation) => observation.incidents);
  const texts = incidents.flatMap(({ title, updates, components }) => [
    title,
    ...updates.map(({ body }) => body),
    ...components.map(({ name }) => name),
  ]);
  for (const time of never.startedAt ?? []) {
    const isThere = incidents.some(
      (incident) => incidentProblems(incident, { startedAt: time }).length === 0,
    );
    if (isThere) problems.push(`an incident starts at ${time}`);
  }
  for (const part of never.text ?? []) {
    if (texts.some((text) => text.includes(part))) problems.push(`text holds ${part}`);
  }
  for (const part of never.outputHtml ?? []) {
    const html = incidents.map((incident) => incidentHtml(incident) + incident.url).join('\n');
    if (html.toLowerCase().includes(part)) problems.push(`output holds ${part}`);
  }
  for (const title of never.withdrawnTitles ?? []) {
    const isWithdrawn = incidents.some(
      (incident) => incident.withdrawnAt !== null && incident.title === title,
    );
    if (isWithdrawn) problems.push(`${title} is withdrawn`);
  }
  return problems;
}
