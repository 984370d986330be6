import type { Adapter } from './adapter.ts';
import { readEach } from './read-each.ts';

/**
 * For feeds of several documents: one that is broken in shape (half a file, a web page with status
 * 200) becomes a warning and the others are read without it. When none can be read, the error of
 * the first stands. `parse` must say of each subset what it proves and covers.
 */
export function tolerateBroken(parse: Adapter['parse']): Adapter['parse'] {
  return (documents, context) => {
    if (documents.length === 1) return parse(documents, context);
    const { readings, warnings } = readEach(documents, (document) => {
      parse([document], context);
      return document;
    });
    const snapshot = parse(readings, context);
    return { ...snapshot, warnings: [...warnings, ...snapshot.warnings] };
  };
}
