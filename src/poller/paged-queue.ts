/** Hands out one thing after the other to any number of takers, fetching the next page when empty. */
export interface PagedQueue<T> {
  /** Undefined once a page comes empty. Rejects as fetching does. */
  take: () => Promise<T | undefined>;
}

/** @param nextPage an empty one ends the queue */
export function createPagedQueue<T>(nextPage: () => Promise<readonly T[]>): PagedQueue<T> {
  let page: readonly T[] = [];
  let position = 0;
  let isEnded = false;
  // Takers who find the page used up wait for the same next one.
  let fetching: Promise<void> | null = null;

  async function turn(): Promise<void> {
    page = await nextPage();
    position = 0;
    isEnded = page.length === 0;
  }

  return {
    async take() {
      while (position >= page.length && !isEnded) {
        fetching ??= turn().finally(() => {
          fetching = null;
        });
        await fetching;
      }
      return page[position++];
    },
  };
}
