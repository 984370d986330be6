import type { SnapshotUpdate } from './adapter.ts';
import { createIdMaker } from './incident-course.ts';
import { htmlToText } from './read/plain-text.ts';
import { readDate } from './read/read-date.ts';
import { statusFromText } from './read/status-words.ts';

const STAMP = /<span[^>]*class="yellowfg"[^>]*>[^<]*<\/span>/g;
const WITH_DAY = /^[a-z]{3,9} \d/i;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/**
 * The posts in the description of AWS's legacy dashboard: `<span class="yellowfg"> 6:36 AM PST</span>`
 * and text. The stamps carry a day only when it changes, so each is placed at its first occurrence
 * after the one before it, the first one nearest to the start of the event.
 */
export function readAwsPosts(description: string, start: string | null): SnapshotUpdate[] {
  const makeId = createIdMaker();
  const stamps = [...description.matchAll(STAMP)];
  let previous = start;
  return stamps.map((match, index) => {
    const [stamp] = match;
    const at = placeStamp(htmlToText(stamp), previous, index === 0);
    previous = at ?? previous;
    const from = match.index + stamp.length;
    const body = htmlToText(
      description.slice(from, stamps[index + 1]?.index ?? description.length),
    );
    const told = statusFromText(body);
    return {
      id: makeId(at ?? `${index}`),
      at,
      status:
        told === 'resolved' || told === 'identified' || told === 'monitoring'
          ? told
          : ('investigating' as const),
      body,
    };
  });
}

function placeStamp(printed: string, anchor: string | null, isFirst: boolean): string | null {
  if (anchor === null) return null;
  const anchorMs = Date.parse(anchor);
  if (WITH_DAY.test(printed)) {
    // Nearest year that is not more than ten months ahead.
    const reference = new Date(anchorMs + 300 * DAY_MS).toISOString();
    return readDate(printed, { reference });
  }
  const candidates = [-1, 0, 1].flatMap((days) => {
    const day = new Date(anchorMs + days * DAY_MS);
    const date = `${day.getUTCFullYear()}-${pad(day.getUTCMonth() + 1)}-${pad(day.getUTCDate())}`;
    return readDate(`${date} ${printed}`) ?? [];
  });
  const distance = (at: string) => Math.abs(Date.parse(at) - anchorMs);
  if (isFirst) return candidates.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
  // Posts are in order; an hour back is a correction, more is the next day.
  return candidates.find((at) => Date.parse(at) >= anchorMs - HOUR_MS) ?? null;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
