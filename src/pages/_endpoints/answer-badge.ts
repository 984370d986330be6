import type { APIContext } from 'astro';
import { messagesFor } from '../../i18n/messages.ts';
import { parseCut } from '../../model/cut.ts';
import { badgeOf, SHIELD_COLOURS } from '../../views/badge-of.ts';
import { BADGE_STYLES, type Badge, badgeSvg, THEMES } from '../../views/badge-svg.ts';
import { oneOf } from '../../views/one-of.ts';
import { apiAnswer } from './api/api-answer.ts';
import { localeOfQuery } from './plain-answer.ts';

type Context = Pick<APIContext, 'locals' | 'url' | 'params'>;

/** `/badge/<id>.svg`: what cannot be found is a badge that says so, never a broken picture. */
export async function answerBadge(context: Context): Promise<Response> {
  const { badge, isFound } = await readBadge(context);
  const { searchParams } = context.url;
  const svg = badgeSvg(
    badge,
    oneOf(BADGE_STYLES, searchParams.get('style')),
    oneOf(THEMES, searchParams.get('theme')),
  );
  return new Response(svg, {
    status: isFound ? 200 : 404,
    headers: { 'content-type': 'image/svg+xml' },
  });
}

/** `/badge/<id>.json`: the endpoint badge of shields.io. */
export async function answerShield(context: Context): Promise<Response> {
  const { badge, isFound } = await readBadge(context);
  return apiAnswer({
    schemaVersion: 1,
    label: badge.label,
    message: badge.word,
    color: SHIELD_COLOURS[badge.status],
    // shields.io shows this one as an error and asks again soon.
    ...(isFound ? {} : { isError: true }),
    cacheSeconds: 300,
  });
}

async function readBadge({
  locals,
  url,
  params,
}: Context): Promise<{ badge: Badge; isFound: boolean }> {
  const locale = localeOfQuery(url);
  const { cut } = parseCut(url.searchParams);
  const label = url.searchParams.get('label')?.trim().slice(0, 100);
  const id = params.id ?? '';
  const badge = await badgeOf(id, locals, {
    locale,
    ...(cut.use === undefined ? {} : { use: cut.use }),
    ...(label ? { label } : {}),
  });
  if (badge !== null) return { badge, isFound: true };
  const word = messagesFor(locale).embed.notFound;
  return { badge: { label: label || id.slice(0, 60), status: 'unknown', word }, isFound: false };
}
