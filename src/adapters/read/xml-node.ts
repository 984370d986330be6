/** xml2js gives an element as text, or as an object with its text in `_` and attributes in `$`. */

/** The elements of a field, whatever came. */
export function nodesOf(field: unknown): readonly unknown[] {
  if (field === undefined || field === null) return [];
  return Array.isArray(field) ? field : [field];
}

/** The text of the first element that has some, without CDATA marks that were escaped by mistake. */
export function textOf(field: unknown): string {
  for (const node of nodesOf(field)) {
    const text = typeof node === 'string' ? node : property(node, '_');
    if (typeof text !== 'string') continue;
    const bare = text.replace(/^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/, '$1').trim();
    if (bare !== '') return bare;
  }
  return '';
}

/** An attribute of an element; '' where it has none. */
export function attributeOf(node: unknown, name: string): string {
  const value = property(property(node, '$'), name);
  return typeof value === 'string' ? value.trim() : '';
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
