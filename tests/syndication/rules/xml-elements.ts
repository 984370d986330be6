export interface XmlElement {
  attributes: Readonly<Record<string, string>>;
  /** What stands inside, markup and all. */
  inner: string;
  /** Its text with entities decoded, as it stands: no trimming. */
  text: string;
}

/** The same document with every CDATA section written as escaped text: nothing in it looks like markup. */
export function withoutSections(xml: string): string {
  return xml.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_all, text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  );
}

/** Every element of a name within a piece of XML without sections; elements of ours never nest in their like. */
export function elementsOf(xml: string, name: string): XmlElement[] {
  const pattern = new RegExp(`<${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${name}>)`, 'g');
  return [...xml.matchAll(pattern)].map(([, attributes = '', inner = '']) => ({
    attributes: Object.fromEntries(
      [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        decode(value),
      ]),
    ),
    inner,
    text: decode(inner),
  }));
}

/** Names of the direct children, in order. */
export function childrenOf(xml: string): string[] {
  const names: string[] = [];
  let depth = 0;
  for (const [, close, name = '', empty] of xml.matchAll(/<(\/)?([\w:]+)[^>]*?(\/)?>/g)) {
    if (close !== undefined) depth--;
    else {
      if (depth === 0) names.push(name);
      if (empty === undefined) depth++;
    }
  }
  return names;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decode(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, dec, name: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (dec !== undefined) return String.fromCodePoint(Number(dec));
    return NAMED[name] ?? all;
  });
}
