import { type IncidentKind, type IncidentStatus, isEndedStatus } from '../../model/incident.ts';
import { LEADING_ONLY_LABELS, STATED_ONLY_LABELS, STATUS_LABELS } from './status-labels.ts';
import { GOES_ON, NEGATED_CLAIMS, STATUS_PHRASES } from './status-phrases.ts';

export { impactFromText, kindFromText } from './kind-and-impact.ts';

const MAX_TEXT = 4000;
const MAX_TITLE = 160;
const STATED: Readonly<Record<string, IncidentStatus>> = {
  ...STATUS_LABELS,
  ...STATED_ONLY_LABELS,
};
const END = `(?![\\p{L}\\p{N}])`;

const LABEL = alternatives(STATUS_LABELS);
const LEADING_LABEL = alternatives({ ...STATUS_LABELS, ...LEADING_ONLY_LABELS });
const STATED_LABEL = alternatives(STATED);
/** What ends a title without a dash: "Delays in Uptime Monitoring" names a product. */
const BARE_LABEL = alternatives(
  Object.fromEntries(
    Object.entries(STATUS_LABELS).filter(
      ([, status]) => !['monitoring', 'verifying', 'scheduled', 'in_progress'].includes(status),
    ),
  ),
);
const LEADING = new RegExp(
  `^[^\\p{L}\\p{N}]*(${LEADING_LABEL})${END}\\s*(?:$|[\\])}:.!,;|–—\\n]|-+(?:\\s|$)|\\s-)`,
  'u',
);
const STATED_LINE = new RegExp(
  `(?:^|\\n)\\W*(?:current )?(?:status|state|zustand|statut|état)\\s*:\\s*\\W*(${STATED_LABEL})${END}`,
  'u',
);
const BRACKETED = new RegExp(`[\\[({（]\\s*(${STATED_LABEL})\\s*[\\])}）]`, 'u');
const TRAILING = new RegExp(
  `(?:[.!:,|–—-]\\s*(${LABEL})|\\s(${BARE_LABEL}))[^\\p{L}\\p{N}]*$`,
  'u',
);
/** A sentence, which says more than its last word. */
const SENTENCE = /^(?:\S+\s+){4,}\S+[.!]\s*$/u;
const UPDATE_PREFIX = /^[^\p{L}\p{N}]*(?:update|aktualisierung|mise à jour)\s*[:–—-]+\s*/u;

/**
 * The state a title or post claims, or null where it claims none. In this order: a "Status: …" line,
 * a word in front ("Resolved: Major outage"), one in brackets, one at the end of a title, and last
 * what the sentences say. "Not yet resolved" claims nothing of the kind.
 *
 * English, German, French and the two Chinese words Volcengine uses.
 */
export function statusFromText(text: string): IncidentStatus | null {
  const words = claimsIn(text);
  const label =
    leadingLabel(words) ?? BRACKETED.exec(words.slice(0, MAX_TITLE))?.[1] ?? trailingLabel(words);
  if (label !== undefined) return STATED[label] ?? null;
  const goesOn = GOES_ON.test(words);
  return (
    STATUS_PHRASES.find(
      ({ status, pattern }) => !(goesOn && status === 'resolved') && pattern.test(words),
    )?.status ?? null
  );
}

function trailingLabel(words: string): string | undefined {
  if (words.length > MAX_TITLE) return undefined;
  const [, marked, bare] = TRAILING.exec(words) ?? [];
  return marked ?? (SENTENCE.test(words) ? undefined : bare);
}

/** The state a text states in front ("Resolved - …", "Status: Resolved"), or null. */
export function statedStatus(text: string): IncidentStatus | null {
  const label = leadingLabel(claimsIn(text));
  return label === undefined ? null : (STATED[label] ?? null);
}

/**
 * The state of an entry whose title is often fixed at its creation: an ended title counts, then
 * what the text states in front, then any word of the title, then the sentences of the text.
 */
export function statusOfEntry(title: string, text: string): IncidentStatus | null {
  const byTitle = statusFromText(title);
  if (isEndedStatus(byTitle)) return byTitle;
  return statedStatus(text) ?? byTitle ?? statusFromText(text);
}

function claimsIn(text: string): string {
  return NEGATED_CLAIMS.reduce(
    (kept, claim) => kept.replace(claim, ' '),
    text.slice(0, MAX_TEXT).toLowerCase().trim(),
  );
}

function leadingLabel(words: string): string | undefined {
  return (
    STATED_LINE.exec(words)?.[1] ??
    LEADING.exec(words)?.[1] ??
    LEADING.exec(words.replace(UPDATE_PREFIX, ''))?.[1]
  );
}

const OF_MAINTENANCE: Readonly<Partial<Record<IncidentStatus, IncidentStatus>>> = {
  investigating: 'in_progress',
  identified: 'in_progress',
  monitoring: 'verifying',
  resolved: 'completed',
};
const OF_INCIDENT: Readonly<Partial<Record<IncidentStatus, IncidentStatus>>> = {
  scheduled: 'unknown',
  in_progress: 'investigating',
  verifying: 'monitoring',
  completed: 'resolved',
};

/** The same state in the words of a maintenance or of an incident. */
export function statusForKind(status: IncidentStatus, kind: IncidentKind): IncidentStatus {
  return (kind === 'maintenance' ? OF_MAINTENANCE : OF_INCIDENT)[status] ?? status;
}

/** A title without the state words in front, behind and in brackets. */
export function titleWithoutStatus(title: string): string {
  const label = new RegExp(
    `^\\s*[\\[({（]?\\s*(?:${LEADING_LABEL}|update(?: #?\\d+)?)\\s*(?:[\\])}）]\\s*[:–—-]?|[:–—|]|\\s-\\s|-\\s)\\s*`,
    'iu',
  );
  const bracketed = new RegExp(
    `\\s*[\\[({（]\\s*(?:${STATED_LABEL}|update(?: #?\\d+)?)\\s*[\\])}）]`,
    'giu',
  );
  const trailing = new RegExp(`\\s*(?:\\s[-–—|]|:)\\s*(?:${LABEL}|update)\\s*$`, 'iu');
  const bare = title.replace(label, '').replace(bracketed, '').replace(trailing, '').trim();
  return bare === '' ? title.trim() : bare;
}

function alternatives(table: Readonly<Record<string, unknown>>): string {
  return Object.keys(table)
    .toSorted((a, b) => b.length - a.length)
    .join('|');
}
