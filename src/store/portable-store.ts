import type { Store } from './store.ts';
import type { StoreRecord } from './store-record.ts';

/** A store whose whole content can move to another one: what every driver must do as well. */
export interface PortableStore extends Store {
  /**
   * Hands out everything the store remembers, as of one moment and in a fixed order, a page at a
   * time: the same content gives the same records. Reads through this store wait until it is done.
   */
  exportRecords(
    write: (record: StoreRecord) => void | Promise<void>,
    options?: ExportOptions,
  ): Promise<void>;
  /**
   * Takes in what exportRecords gave, a few hundred records per transaction; nothing is lost and
   * nothing added: an export of the result gives the same records.
   * @throws StoreError `not-empty` where the store holds something and `merge` was not asked for;
   *   `bad-import` where the records do not begin with a header of a known version
   */
  importRecords(
    records: AsyncIterable<StoreRecord>,
    options?: ImportOptions,
  ): Promise<ImportResult>;
}

export interface ExportOptions {
  /** The documents of the last good reads too: large, and read again anyway. */
  withDocuments?: boolean;
}

export interface ImportOptions {
  /**
   * Into a store that holds something: what it knows stays as it is, what it does not know is added.
   * Also continues an import that was interrupted.
   */
  merge?: boolean;
}

/** How many records of each kind were added. */
export interface ImportResult {
  feeds: number;
  documents: number;
  incidents: number;
  revisions: number;
}
