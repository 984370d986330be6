import { afterEach, beforeEach, describe } from 'vitest';
import type { PortableStore } from '../../src/store/portable-store.ts';
import { feedContract } from './feed-contract.ts';
import { incidentContract } from './incident-contract.ts';
import { portableContract } from './portable-contract.ts';
import { publishedContract } from './published-contract.ts';
import { queryContract } from './query-contract.ts';
import { searchContract } from './search-contract.ts';

/** What a group of tests gets: a fresh store, and the same database opened anew. */
export interface StoreUnderTest {
  readonly store: PortableStore;
  reopen(): Promise<PortableStore>;
}

/** Everything any driver must do; `open` opens the same empty database until `drop`. */
export function describeStore(
  name: string,
  create: () => Promise<{ open: () => Promise<PortableStore>; drop: () => Promise<void> }>,
): void {
  describe(`store contract: ${name}`, () => {
    let store: PortableStore | undefined;
    let database: Awaited<ReturnType<typeof create>> | undefined;
    const subject: StoreUnderTest = {
      get store() {
        return store!;
      },
      async reopen() {
        await store!.close();
        store = await database!.open();
        return store;
      },
    };
    beforeEach(async () => {
      database = await create();
      store = await database.open();
    });
    afterEach(async () => {
      await store?.close();
      await database?.drop();
    });
    feedContract(subject);
    incidentContract(subject);
    queryContract(subject);
    publishedContract(subject);
    searchContract(subject);
    portableContract(subject);
  });
}
