import type { Locale } from '../i18n/locale.ts';
import { messagesFor } from '../i18n/messages.ts';
import type { ProviderStatus } from '../model/status.ts';
import { worstStatus } from '../model/status.ts';
import type { Badge } from './badge-svg.ts';
import { isWrong } from './provider-board.ts';
import { providerById } from './provider-links.ts';
import { type BoardSources, readBoard } from './read-board.ts';
import { readStack } from './stack.ts';

/** Colours shields.io knows by these values; ours, so that both badges agree. */
export const SHIELD_COLOURS: Readonly<Record<ProviderStatus, string>> = {
  operational: '00735a',
  degraded_performance: 'ad7800',
  partial_outage: 'c04800',
  major_outage: 'a3140a',
  under_maintenance: '0b5aa3',
  unknown: '56565c',
};

/**
 * What a badge says of a provider, or of a stack (`id` is `stack`, `use` its providers).
 * @param label what stands before the state, where the address asks for another word
 * @returns null where there is no such provider
 */
export async function badgeOf(
  id: string,
  sources: BoardSources,
  options: { locale: Locale; use?: readonly string[]; label?: string },
): Promise<Badge | null> {
  const { words, embed } = messagesFor(options.locale);
  if (id === 'stack') {
    if (options.use === undefined) return null;
    const { rows } = await readStack(sources, options.use, null);
    if (rows.length === 0) return null;
    const wrong = rows.filter((row) => isWrong(row.status)).length;
    const unknown = rows.filter((row) => row.status === 'unknown').length;
    const all = String(rows.length);
    return {
      label: options.label ?? embed.ourProviders,
      status: worstStatus(rows.map((row) => row.status)),
      word:
        wrong > 0
          ? embed.affected(String(wrong), all)
          : unknown > 0
            ? embed.unknownOf(String(unknown), all)
            : embed.allOperational,
    };
  }
  const provider = providerById(sources.providers, id);
  if (provider === undefined) return null;
  const { board } = await readBoard(sources, null, [provider.id]);
  const status = board.rows[0]?.status ?? 'unknown';
  return { label: options.label ?? provider.name, status, word: words.status[status] };
}
