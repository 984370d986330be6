import { escapeUTF8 } from 'entities';
import type { Locale } from '../i18n/locale.ts';
import type { Theme } from './badge-svg.ts';
import { type EmbedStyle, embedHeight } from './embed-view.ts';

/** What somebody chose to show elsewhere. */
export interface EmbedChoice {
  ids: readonly string[];
  style: EmbedStyle;
  theme: Theme;
  locale: Locale;
  withParts: boolean;
}

/** The pieces of code for a choice; each is whole and needs nothing else. */
export interface EmbedCode {
  /** Address of the frame without the site. */
  framePath: string;
  height: number;
  frame: string;
  element: string;
  badgeHtml: string;
  badgeMarkdown: string;
  shield: string;
}

/** @param title what the frame shows, for those who do not see it */
export function embedCode(choice: EmbedChoice, title: string, siteUrl: string): EmbedCode {
  const { ids, style, theme, locale, withParts } = choice;
  const [one = 'stack'] = ids;
  const isOne = ids.length === 1;
  const use = isOne ? {} : { use: ids.join(',') };
  const lang = locale === 'en' ? {} : { lang: locale };
  const framePath = `/embed/${isOne ? one : 'stack'}${search({
    ...use,
    style,
    ...(theme === 'auto' ? {} : { theme }),
    ...lang,
    ...(withParts ? { components: 'true' } : {}),
  })}`;
  const badge = `${siteUrl}/badge/${isOne ? one : 'stack'}`;
  const badgeQuery = search({ ...use, ...(theme === 'auto' ? {} : { theme }), ...lang });
  const page = isOne ? `${siteUrl}/providers/${one}` : siteUrl;
  const height = embedHeight(style, ids.length, withParts);
  const name = escapeUTF8(title);
  return {
    framePath,
    height,
    frame: `<iframe src="${escapeUTF8(siteUrl + framePath)}" title="${name}" width="100%" height="${height}" loading="lazy" style="border:0"></iframe>`,
    element: `<script type="module" src="${siteUrl}/embed.js"></script>\n<downstream-status provider="${ids.join(',')}"${theme === 'auto' ? '' : ` theme="${theme}"`} lang="${locale}" style="display:block;min-height:${elementHeight(ids.length)}rem"></downstream-status>`,
    badgeHtml: `<a href="${page}"><img src="${escapeUTF8(`${badge}.svg${badgeQuery}`)}" alt="${name}" height="22"></a>`,
    badgeMarkdown: `[![${title.replace(/[[\]\\]/g, '\\$&')}](${badge}.svg${badgeQuery})](${page})`,
    shield: `https://img.shields.io/endpoint?url=${encodeURIComponent(`${badge}.json${search({ ...use, ...lang })}`)}`,
  };
}

/** Two lines of the element's own type, of 0.875 rem, per provider and for the note. */
function elementHeight(providers: number): number {
  return (providers * 2 + 2) * 0.875;
}

function search(values: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(values).toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
