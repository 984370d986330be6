import type { Format } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { pathIn } from '../i18n/locale.ts';
import type { Messages } from '../i18n/messages.ts';
import type { Component, ProviderStatus } from '../model/status.ts';
import { worstStatus } from '../model/status.ts';
import type { FeedStatement } from '../store/store.ts';
import { type BoardRow, isWrong } from './provider-board.ts';

export const EMBED_STYLES = ['line', 'compact', 'list'] as const;
export type EmbedStyle = (typeof EMBED_STYLES)[number];

/** One provider in a frame. */
export interface EmbedRow {
  id: string;
  name: string;
  href: string;
  status: ProviderStatus;
  word: string;
  /** What is the matter, on one line; empty where nothing is. */
  detail: string;
  /** Parts that are not well, worst first as the page lists them. */
  parts: Component[];
}

export interface EmbedView {
  status: ProviderStatus;
  rows: EmbedRow[];
  /** The one sentence of the form `line`. */
  sentence: string;
  /** Newest reading behind any row. */
  readAt: string | null;
}

const MAX_PARTS = 8;
const MAX_NAMES = 4;

/** What a frame shows of the rows of a board. */
export function embedView(
  rows: readonly BoardRow[],
  statements: readonly FeedStatement[],
  options: { locale: Locale; siteUrl: string; words: Messages; format: Format; now: string },
): EmbedView {
  const { words, format, locale, siteUrl } = options;
  const parts = Map.groupBy(statements, (statement) => statement.providerId);
  const shown = rows.map((row): EmbedRow => {
    const { id, name } = row.provider;
    return {
      id,
      name,
      href: siteUrl + pathIn(locale, `/providers/${id}`),
      status: row.status,
      word: words.words.status[row.status],
      detail: detailOf(row, options),
      parts: (parts.get(id) ?? [])
        .flatMap((statement) => statement.components)
        .filter((part) => part.status !== 'operational')
        .slice(0, MAX_PARTS),
    };
  });
  const [first] = shown;
  return {
    status: worstStatus(rows.map((row) => row.status)),
    rows: shown,
    sentence:
      first !== undefined && shown.length === 1
        ? [words.embed.says(first.name, first.word), first.detail].filter(Boolean).join(' ')
        : sentenceOfMany(shown, words, format),
    readAt:
      rows
        .flatMap((row) => row.readAt ?? [])
        .toSorted()
        .at(-1) ?? null,
  };
}

/** A reading too old to vouch for anything says so before all else. */
function detailOf(
  row: BoardRow,
  { words, format, now }: { words: Messages; format: Format; now: string },
): string {
  if (row.isStale && row.readAt !== null) {
    const reading = words.embed.lastReading(format.moment(row.readAt, now));
    const state = row.lastKnown ?? row.status;
    return state === 'unknown'
      ? reading
      : `${reading} ${words.embed.thatTime(words.words.status[state])}`;
  }
  const [incident] = row.incidents;
  if (incident === undefined) return '';
  return `${incident.title} (${words.embed.since(format.moment(incident.startedAt, now))})`;
}

function sentenceOfMany(rows: readonly EmbedRow[], words: Messages, format: Format): string {
  const wrong = rows.filter((row) => isWrong(row.status));
  const unknown = rows.filter((row) => row.status === 'unknown');
  const all = format.number(rows.length);
  if (rows.length === 0) return words.embed.nothingChosen;
  const names = (some: readonly EmbedRow[]) => {
    const shown = some.slice(0, MAX_NAMES).map((row) => row.name);
    const left = some.length - shown.length;
    return `${shown.join(', ')}${left > 0 ? `, ${words.embed.more(format.number(left))}` : ''}`;
  };
  const { embed } = words;
  if (wrong.length > 0) {
    return embed.says(embed.affected(format.number(wrong.length), all), names(wrong));
  }
  if (unknown.length > 0) {
    return embed.says(embed.unknownOf(format.number(unknown.length), all), names(unknown));
  }
  return embed.says(embed.ourProviders, embed.allOperational);
}

/** Height in pixels a frame needs for so many providers, so that the page around it never moves. */
export function embedHeight(style: EmbedStyle, providers: number, hasParts: boolean): number {
  if (style === 'line') return 120;
  if (style === 'compact') return 76 + Math.ceil(Math.max(1, providers) / 2) * 32;
  return 76 + Math.max(1, providers) * 36 + (hasParts ? Math.min(providers, 3) * 60 : 0);
}
