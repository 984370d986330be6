/** A whole answer before it is encoded: what a page, feed or endpoint rendered. */
export interface Answer {
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
}
