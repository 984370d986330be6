/** Elements that hold text or HTML; markup in them is content, not structure. */
const TEXT_ELEMENT =
  /<((?:atom:)?(?:title|description|content(?::encoded)?|summary))(?:\s[^<>]*)?(?<!\/)>/y;

/**
 * Turns markup inside text elements (XHTML in Atom, raw HTML in RSS) into escaped text, so that
 * what comes out of the XML parser is its HTML with nothing reordered or lost. Content that is
 * escaped or CDATA already stays as it is. Runs in linear time.
 */
export function escapeInlineMarkup(xml: string): string {
  const parts: string[] = [];
  const unclosed = new Set<string>();
  let copied = 0;
  let position = nextTag(xml, 0);
  while (position !== -1) {
    const opaque = endOfOpaque(xml, position);
    if (opaque !== null) {
      position = nextTag(xml, opaque);
      continue;
    }
    TEXT_ELEMENT.lastIndex = position;
    const name = TEXT_ELEMENT.exec(xml)?.[1];
    if (name === undefined || unclosed.has(name)) {
      position = nextTag(xml, position + 1);
      continue;
    }
    const start = TEXT_ELEMENT.lastIndex;
    const end = endOfElement(xml, start, name);
    if (end === -1) {
      unclosed.add(name);
      position = nextTag(xml, start);
      continue;
    }
    const inner = xml.slice(start, end);
    if (hasMarkup(inner)) {
      parts.push(xml.slice(copied, start), escapeHtml(inner));
      copied = end;
    }
    position = nextTag(xml, end);
  }
  parts.push(xml.slice(copied));
  return parts.join('');
}

function nextTag(xml: string, from: number): number {
  return xml.indexOf('<', from);
}

/** Where the mark stands that ends the CDATA section or comment beginning here, null where none does. */
function endOfOpaque(xml: string, start: number): number | null {
  const mark = xml.startsWith('<![CDATA[', start)
    ? ']]>'
    : xml.startsWith('<!--', start)
      ? '-->'
      : '';
  if (mark === '') return null;
  const end = xml.indexOf(mark, start);
  return end === -1 ? xml.length : end;
}

/** Where the closing tag of `name` begins, not counting one inside CDATA; -1 where it is missing. */
function endOfElement(xml: string, from: number, name: string): number {
  let position = nextTag(xml, from);
  while (position !== -1) {
    const opaque = endOfOpaque(xml, position);
    if (opaque !== null) {
      position = nextTag(xml, opaque);
      continue;
    }
    const after = xml[position + 2 + name.length] ?? '';
    if (xml.startsWith(`</${name}`, position) && /[\s>]/.test(after)) return position;
    position = nextTag(xml, position + 1);
  }
  return -1;
}

function hasMarkup(inner: string): boolean {
  return /<\/?[A-Za-z]/.test(inner.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, ''));
}

function escapeHtml(inner: string): string {
  return inner
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/(<\/?)(?:xhtml|html|h):/g, '$1')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');
}
