/** One answer of a replayed feed. */
export interface ServedDocument {
  body: Buffer;
  contentType: string;
}

export function jsonDocument(value: unknown): ServedDocument {
  return {
    body: Buffer.from(JSON.stringify(value)),
    contentType: 'application/json; charset=utf-8',
  };
}
