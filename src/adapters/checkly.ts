import type { Impact } from '../model/incident.ts';
import type { ComponentStatus } from '../model/status.ts';
import type { Adapter, FeedDocument, SnapshotIncident } from './adapter.ts';
import { readChecklyIncident, readChecklyPast, readChecklyWindow } from './checkly-incidents.ts';
import {
  CHECKLY_UNRESOLVED,
  CHECKLY_UPTIME,
  CHECKLY_WINDOWS,
  type ChecklyUptime,
  isUnresolved,
  isUptime,
  isWindows,
} from './checkly-wire.ts';
import { type OpenClaim, statusesFromClaims } from './derive-status.ts';
import { joinIncidents } from './join-incidents.ts';
import { pickDocument, pickOrFirst } from './read/pick-document.ts';
import { cleanTitle } from './read/plain-text.ts';
import { parseJsonLoosely, readJson } from './read/read-json.ts';
import { createWordReader } from './read/words.ts';
import { tolerateBroken } from './tolerate-broken.ts';

const FORMAT = 'checkly';

/** What an open incident of an impact says about its services; without an impact, nothing. */
const STATUS_OF_SEVERITY = {
  none: 'degraded_performance',
  minor: 'degraded_performance',
  major: 'partial_outage',
  critical: 'major_outage',
  unknown: 'unknown',
} as const satisfies Record<Impact, ComponentStatus>;

/** Checkly: the three documents its pages load. Address: `<page>/api/status-page/<slug>`. */
export const checkly: Adapter = {
  format: FORMAT,
  documents(url) {
    const base = url.replace(/\/+$/, '');
    return [`${base}/unresolved-incidents`, `${base}/uptime`, `${base}/maintenance-windows`];
  },
  recognises(document) {
    const json = parseJsonLoosely(document);
    return isUptime(json) || isWindows(json);
  },
  parse: tolerateBroken((documents, context) => {
    const words = createWordReader();
    const scene = { words, url: context.statusPage };
    const { unresolved, uptime, windows } = readDocuments(documents);
    const open = (unresolved?.incidents ?? []).map((raw) => readChecklyIncident(raw, scene));
    // Where a list did not arrive, what is missing from this read has not ended.
    const isWhole = unresolved !== undefined && windows !== undefined;
    return {
      coverage: isWhole && uptime !== undefined ? 'window' : 'active-only',
      status: null,
      components: statusesFromClaims(
        uptime === undefined ? [] : servicesOf(uptime),
        // Without the list of what is open, nothing is known about any service.
        unresolved === undefined ? [{ components: [], status: 'unknown' }] : claimsOf(open),
      ),
      incidents: joinIncidents([
        ...open,
        ...(uptime === undefined ? [] : readChecklyPast(uptime, scene)),
        ...(windows?.active ?? []).map((raw) => readChecklyWindow(raw, 'in_progress', scene.url)),
        ...(windows?.upcoming ?? []).map((raw) => readChecklyWindow(raw, 'scheduled', scene.url)),
      ]),
      provesNothingReported: isWhole,
      unknownWords: words.unknownWords,
      warnings: [],
    };
  }),
};

function readDocuments(documents: readonly FeedDocument[]) {
  const uptime = pickDocument(documents, isUptime);
  const windows = pickDocument(documents, isWindows);
  const unresolved =
    pickDocument(documents, isUnresolved) ??
    // With none of the three, reading the first one says what is wrong with it.
    (uptime === undefined && windows === undefined
      ? pickOrFirst(documents, isUnresolved)
      : undefined);
  return {
    unresolved: unresolved && readJson(unresolved, CHECKLY_UNRESOLVED, FORMAT),
    uptime: uptime && readJson(uptime, CHECKLY_UPTIME, FORMAT),
    windows: windows && readJson(windows, CHECKLY_WINDOWS, FORMAT),
  };
}

function servicesOf({ metadata }: ChecklyUptime) {
  return metadata.flatMap(({ name, services }) => {
    const group = cleanTitle(name ?? '');
    return services.map((service) => ({
      id: service.id,
      name: cleanTitle(service.name),
      ...(group !== '' && { group }),
    }));
  });
}

function claimsOf(open: readonly SnapshotIncident[]): OpenClaim[] {
  return open
    .filter(({ status }) => status !== 'resolved')
    .map(({ components, impact }) => ({
      components: components.map(({ id, name }) => id ?? name),
      status: STATUS_OF_SEVERITY[impact],
    }));
}
