import type { IncidentStatus } from '../model/incident.ts';
import { oldestFirst } from './oldest-first.ts';
import { htmlToText } from './read/plain-text.ts';
import { type ReadDateOptions, readDate } from './read/read-date.ts';
import { STATUS_LABELS } from './read/status-labels.ts';

/** One post inside the HTML of an entry, before it belongs to an incident. */
export interface Post {
  at: string | null;
  /** Null where the post states none ("Update"): the state before it goes on. */
  status: IncidentStatus | null;
  body: string;
  id?: string;
  /** What stood where a time is expected, for formats that print the time of day only. */
  printedTime?: string;
}

/** State words in front of a post; `update` leaves the state as it is. */
export const POST_STATES = {
  ...STATUS_LABELS,
  update: 'update',
  updated: 'update',
  'not started yet': 'scheduled',
} as const satisfies Record<string, IncidentStatus | 'update'>;

const STATES: Readonly<Record<string, IncidentStatus | 'update'>> = POST_STATES;
const TIMED_POST = /<small>[\s\S]{0,300}?<\/small>/gi;
const STATE_IN_FRONT =
  /^(?:\s|<br\s*\/?>|<\/?(?:p|div|li)(?:\s[^<>]*)?>)*<(strong|b)>([^<]{2,40})<\/\1>\s*(?:[-–—:]\s*)?/i;
const UNTIMED_POST =
  /(?:<p[^<>]*>|<br\s*\/?>|<li>|<div[^<>]*>|^)\s*<(strong|b)>([^<]{2,40})<\/\1>\s*[-–—:]/gi;
const MAX_POSTS = 200;

/**
 * The posts in the HTML of an entry, oldest first as far as that can be told: `<small>time</small>` lines as
 * Statuspage writes them, or paragraphs that begin with a state in bold. Empty where it has neither.
 *
 * @param onUnknownState told of a bold word in the place of a state that is none.
 */
export function postsInHtml(
  html: string,
  options: ReadDateOptions,
  onUnknownState: (word: string) => void = () => {},
): Post[] {
  const timed = [...html.matchAll(TIMED_POST)].slice(0, MAX_POSTS);
  const posts: Post[] =
    timed.length > 0
      ? timed.map((match, index) => {
          const [time] = match;
          const printedTime = printed(time);
          const rest = html.slice(match.index + time.length, timed[index + 1]?.index);
          const at = readDate(printedTime, options);
          return { at, printedTime, ...stateAndBody(rest, onUnknownState) };
        })
      : untimedPosts(html);
  return oldestFirst(posts);
}

function untimedPosts(html: string): Post[] {
  const starts = [...html.matchAll(UNTIMED_POST)].filter(
    (match) => stateOf(boldWord(match)) !== undefined,
  );
  return starts.slice(0, MAX_POSTS).map((match, index) => ({
    at: null,
    ...stateAndBody(html.slice(match.index, starts[index + 1]?.index), () => {}),
  }));
}

function stateAndBody(html: string, onUnknownState: (word: string) => void) {
  const match = STATE_IN_FRONT.exec(html);
  if (match === null) return { status: null, body: htmlToText(html) };
  const [front] = match;
  const word = boldWord(match);
  const state = stateOf(word);
  if (state === undefined) {
    if (/[-–—]\s*$/.test(front)) onUnknownState(word);
    return { status: null, body: htmlToText(html) };
  }
  const body = htmlToText(html.slice(front.length));
  return { status: state === 'update' ? null : state, body };
}

function boldWord(match: RegExpExecArray): string {
  return (match[2] ?? '').trim().toLowerCase();
}

function stateOf(word: string): IncidentStatus | 'update' | undefined {
  return Object.hasOwn(STATES, word) ? STATES[word] : undefined;
}

/** `Oct <var>29</var>, <var>23:15</var> UTC` and `Oct<var>04</var><var>09:12</var> UTC` as one line. */
function printed(html: string): string {
  return htmlToText(html.replace(/<\/?var[^<>]*>/gi, ' '))
    .replace(/\s/g, ' ')
    .replace(/ ,/g, ',');
}
