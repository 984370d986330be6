/** One step of the schema. Once released it never changes; a mistake is mended by the next one. */
export interface Migration {
  name: string;
  /** Statements for SQLite, run in order within one transaction. */
  sqlite: readonly string[];
}
