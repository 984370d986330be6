import type { Adapter } from './adapter.ts';
import { readEach } from './read-each.ts';

/**
 * For feeds of several documents: one that is broken in shape (half a file, a web page with status
 * 200) becomes a warning and the others are read without it. When none can be read, the error of
 * the first stands. `parse` must say of each subset what it proves and whether it lists all that is
 * open; a window or history with a hole in it says nothing by what it leaves out.
 */
export function tolerateBroken(parse: Adapter['parse']): Adapter['parse'] {
  return (documents, context) => {
    if (documents.length === 1) return parse(documents, context);
    const { readings, warnings } = readEach(documents, (document) => {
      parse([document], context);
      return document;
    });
    const snapshot = parse(readings, context);
    const hasHole = warnings.length > 0 && snapshot.coverage !== 'active-only';
    return {
      ...snapshot,
      coverage: hasHole ? 'part' : snapshot.coverage,
      warnings: [...warnings, ...snapshot.warnings],
    };
  };
}
