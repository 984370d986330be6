import { decodeHTML } from 'entities';
import { convert } from 'html-to-text';
import { marked } from 'marked';

const MAX_INPUT = 200_000;
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;
const DROPPED = [
  'script',
  'style',
  'noscript',
  'template',
  'iframe',
  'object',
  'svg',
  'img',
] as const;

/** Elements people write in titles; anything else in angle brackets is text ("<Service> is down"). */
const TITLE_TAG =
  /<\/?(?:a|abbr|b|big|br|code|div|em|font|h[1-6]|hr|i|iframe|img|input|li|link|mark|meta|object|ol|p|pre|s|script|small|span|strong|style|sub|sup|svg|table|tbody|td|th|tr|u|ul|var)(?:[\s/][^<>]*)?>/gi;
const SCRIPT = /<(script|style)\b[^<>]*>[^<]*(?:<\/\1\s*>)?/gi;

/** HTML as plain text: blocks and breaks as lines, lists with dashes, links as text (address). */
export function htmlToText(html: string): string {
  const text = convert(html.slice(0, MAX_INPUT).replace(/<\/t[dh]>/gi, ' $&'), {
    wordwrap: false,
    limits: { maxDepth: 100, ellipsis: '…' },
    selectors: [
      {
        selector: 'a',
        options: {
          hideLinkHrefIfSameAsText: true,
          linkBrackets: ['(', ')'],
          pathRewrite: (href: string) => (/^https?:\/\//i.test(href) ? href : ''),
        },
      },
      { selector: 'ul', options: { itemPrefix: '- ' } },
      { selector: 'p', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      { selector: 'hr', format: 'lineBreak' },
      { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      ...HEADINGS.map((selector) => ({ selector, options: { uppercase: false } })),
      ...DROPPED.map((selector) => ({ selector, format: 'skip' })),
    ],
  });
  return cleanText(text);
}

/** Markdown (of Google, Better Stack, GitHub …) as plain text. */
export function markdownToText(markdown: string): string {
  return htmlToText(
    marked.parse(markdown.slice(0, MAX_INPUT), { async: false, gfm: true, breaks: true }),
  );
}

/** Text without control characters, odd spaces and runs of empty lines. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?|[\u2028\u2029]/g, '\n')
      // Control characters, zero-width ones and those that reverse the reading direction.
      .replace(
        /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g,
        '',
      )
      .replace(/[\t\u00a0\u2007\u202f]/g, ' ')
      .replace(/ +$/gm, '')
      .replace(/\n{3,}/g, '\n\n')
      // Half a character would break databases and URLs further on.
      .toWellFormed()
      .trim()
  );
}

/** One line of text: entities decoded once, HTML elements dropped, at most `maxLength` characters. */
export function cleanTitle(text: string, maxLength = 300): string {
  const decoded = decodeHTML(stripTags(text.slice(0, MAX_INPUT)));
  const line = cleanText(stripTags(decoded)).replace(/\s+/g, ' ');
  const characters = [...line];
  return characters.length <= maxLength ? line : `${characters.slice(0, maxLength - 1).join('')}…`;
}

function stripTags(text: string): string {
  return text.replace(SCRIPT, ' ').replace(TITLE_TAG, ' ');
}

/** An absolute http(s) address, resolved against `base`; '' for anything else. */
export function safeUrl(raw: string | undefined, base: string): string {
  const address = raw?.trim() ?? '';
  if (address === '') return '';
  const url = URL.parse(address, base) ?? URL.parse(address);
  if (url === null || !/^https?:/.test(url.protocol)) return '';
  // A feed has no reason to send visitors anywhere with a name and password.
  return url.username === '' && url.password === '' ? url.href : '';
}
