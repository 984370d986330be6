const LF = 0x0a;
const CR = 0x0d;
const DATA = new TextEncoder().encode('data');

/**
 * Finds the end of the first complete event of an event stream (WHATWG HTML 9.2): the first empty
 * line after a `data` field. Fed chunk by chunk; the answer is how many bytes of this chunk belong
 * to it, or null while it goes on.
 */
export function createEventEnd(): (chunk: Uint8Array) => number | null {
  let column = 0;
  let isDataLine = true;
  let hasData = false;
  let isAfterCr = false;
  return (chunk) => {
    for (const [index, byte] of chunk.entries()) {
      const isPairedLf = isAfterCr && byte === LF;
      isAfterCr = byte === CR;
      if (isPairedLf) continue;
      if (byte === LF || byte === CR) {
        if (column === 0 && hasData) return index + 1;
        hasData ||= isDataLine && column >= DATA.length;
        column = 0;
        isDataLine = true;
      } else {
        if (column < DATA.length && byte !== DATA[column]) isDataLine = false;
        column++;
      }
    }
    return null;
  };
}

/** True where the body is an event stream that can be cut off at an event: sent as plain bytes. */
export function isEventStream(headers: Readonly<Record<string, string>>): boolean {
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  return (
    /^text\/event-stream\b/i.test(headers['content-type']?.trim() ?? '') &&
    (encoding === '' || encoding === 'identity')
  );
}
