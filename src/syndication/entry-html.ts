import { escapeUTF8 } from 'entities';
import type { Entry } from './entry.ts';

/** Content of an entry as HTML: paragraphs of escaped text, nothing else ever gets in. */
export function entryHtml(entry: Entry): string {
  return entry.paragraphs
    .filter(({ lead, text }) => lead !== undefined || text !== '')
    .map(({ lead, text }) => {
      const body = escapeUTF8(withoutControls(text)).replaceAll('\n', '<br>');
      return lead === undefined
        ? `<p>${body}</p>`
        : `<p><strong>${escapeUTF8(withoutControls(lead))}</strong><br>${body}</p>`;
    })
    .join('');
}

/** The opening text as HTML: readers take an RSS description for HTML, so it is escaped as such. */
export function openingHtml(entry: Entry): string {
  return entry.opening
    .split('\n\n')
    .map((part) => `<p>${escapeUTF8(withoutControls(part)).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/**
 * Text as every format can carry it: XML 1.0 knows no other control characters than tab, line feed
 * and carriage return (which its parsers turn into a line feed), half a surrogate pair is no
 * character anywhere, and readers take those from U+0080 on for a Windows code page.
 */
export function withoutControls(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, '')
    .toWellFormed();
}
