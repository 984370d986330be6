import type { Incident } from '../../../src/model/incident.ts';
import { entryHtml } from '../../../src/syndication/entry-html.ts';
import { incidentEntries } from '../../../src/syndication/incident-entries.ts';
import { entryWords } from '../../../src/views/entry-words.ts';
import type { ExpectedIncident } from './case-file.ts';

/** What an incident looks like in the words of the cases (README.md, "How the words map"). */
function toCaseWords(incident: Incident) {
  return {
    phase: incident.status,
    impacts: incident.kind === 'maintenance' ? ['maintenance', incident.impact] : [incident.impact],
    isApproximate: incident.marks.includes('start-approximate'),
  };
}

/** To the second, as the cases compare times. */
export function sameSecond(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.floor(Date.parse(a) / 1000) === Math.floor(Date.parse(b) / 1000);
}

/** An incident as it leaves us: the content of its feed entries. */
export function incidentHtml(incident: Incident): string {
  const link = () => 'https://downstream.example/incidents/x';
  return incidentEntries(incident, entryWords('en', []), link).map(entryHtml).join('\n');
}

/** What differs between an incident and what a case expects of it; empty where nothing does. */
export function incidentProblems(incident: Incident, expected: ExpectedIncident): string[] {
  const problems: string[] = [];
  const check = (isRight: boolean, what: string, got: unknown, wanted: unknown) => {
    if (!isRight)
      problems.push(`${what} ${JSON.stringify(got)}, expected ${JSON.stringify(wanted)}`);
  };
  const told = toCaseWords(incident);
  const e = expected;
  const oneOf = (value: string | null, list: readonly (string | null)[]) =>
    list.some((item) => sameSecond(value, item));
  if (e.titleContains !== undefined) {
    check(incident.title.includes(e.titleContains), 'title', incident.title, e.titleContains);
  }
  if (e.titleNotContains !== undefined) {
    const isIn = incident.title.includes(e.titleNotContains);
    check(!isIn, 'title', incident.title, `without ${e.titleNotContains}`);
  }
  if (e.guid !== undefined) {
    check(incident.id === `northwind/${e.guid}`, 'id', incident.id, e.guid);
  }
  if (e.phase !== undefined) check(told.phase === e.phase, 'phase', told.phase, e.phase);
  if (e.phaseIn) check(e.phaseIn.includes(told.phase), 'phase', told.phase, e.phaseIn);
  if (e.phaseNotIn) {
    check(!e.phaseNotIn.includes(told.phase), 'phase', told.phase, { not: e.phaseNotIn });
  }
  const impacts = e.impactIn ?? (e.impact === undefined ? null : [e.impact]);
  if (impacts !== null) {
    check(
      impacts.some((one) => told.impacts.includes(one)),
      'impact',
      told.impacts,
      impacts,
    );
  }
  const start = incident.startedAt;
  if (e.startedAt !== undefined) {
    check(sameSecond(start, e.startedAt), 'startedAt', start, e.startedAt);
  }
  if (e.startedAtIn) {
    // "No date" is ours: first seen, marked as such.
    const isUnknown = e.startedAtIn.includes(null) && told.isApproximate;
    check(isUnknown || oneOf(start, e.startedAtIn), 'startedAt', start, e.startedAtIn);
  }
  const end = incident.resolvedAt;
  if (e.resolvedAt !== undefined) {
    check(sameSecond(end, e.resolvedAt), 'resolvedAt', end, e.resolvedAt);
  }
  if (e.resolvedAtIn) check(oneOf(end, e.resolvedAtIn), 'resolvedAt', end, e.resolvedAtIn);
  if (e.scheduledUntil !== undefined) {
    const until = incident.scheduledUntil ?? null;
    check(sameSecond(until, e.scheduledUntil), 'scheduledUntil', until, e.scheduledUntil);
  }
  if (e.updates !== undefined) {
    check(incident.updates.length === e.updates, 'updates', incident.updates.length, e.updates);
  }
  if (e.components) {
    const names = incident.components.map(({ name }) => name).toSorted();
    const wanted = e.components.toSorted();
    check(JSON.stringify(names) === JSON.stringify(wanted), 'components', names, wanted);
  }
  if (e.approximate !== undefined) {
    check(told.isApproximate === e.approximate, 'approximate', told.isApproximate, e.approximate);
  }
  if (e.withdrawn !== undefined) {
    const isWithdrawn = incident.withdrawnAt !== null;
    check(isWithdrawn === e.withdrawn, 'withdrawn', isWithdrawn, e.withdrawn);
  }
  if (e.linkEquals !== undefined) {
    check(incident.url === e.linkEquals, 'link', incident.url, e.linkEquals);
  }
  if (e.linkEqualsIn) {
    const link = incident.url === '' ? null : incident.url;
    check(e.linkEqualsIn.includes(link), 'link', link, e.linkEqualsIn);
  }
  if (e.linkEndsWith !== undefined) {
    check(incident.url.endsWith(e.linkEndsWith), 'link', incident.url, `…${e.linkEndsWith}`);
  }
  const text = incident.updates.map(({ body }) => body).join('\n');
  for (const part of e.bodyTextContains ?? []) check(text.includes(part), 'text', text, part);
  for (const part of e.bodyHtmlContains ?? []) {
    const html = incidentHtml(incident);
    check(html.includes(part), 'html', html, part);
  }
  return problems;
}

/** Pairs expectations with incidents regardless of order, each incident once. */
export function matchIncidents(
  incidents: readonly Incident[],
  expected: readonly ExpectedIncident[],
  where: string,
): string[] {
  const left = [...incidents];
  const problems: string[] = [];
  for (const one of expected) {
    const ranked = left
      .map((incident) => ({ incident, found: incidentProblems(incident, one) }))
      .filter(({ incident }) => isMeant(incident, one))
      .toSorted((a, b) => a.found.length - b.found.length);
    const best = ranked[0];
    if (best === undefined) {
      const name = one.titleContains ?? one.components?.join(', ') ?? one.guid;
      const titles = left.map(({ title }) => title).join(' | ');
      problems.push(`${where}: no incident "${name}" among: ${titles || 'none'}`);
      continue;
    }
    left.splice(left.indexOf(best.incident), 1);
    problems.push(...best.found.map((text) => `${where}: "${best.incident.title}": ${text}`));
  }
  return problems;
}

function isMeant(incident: Incident, expected: ExpectedIncident): boolean {
  if (expected.titleContains !== undefined) return incident.title.includes(expected.titleContains);
  const names = incident.components.map(({ name }) => name);
  return (expected.components ?? []).every((name) => names.includes(name));
}
