/**
 * Keeps an open page current: when the site has a new revision, the page is fetched again (with its
 * ETag, by the browser's own cache) and the sections that changed are swapped in place. What is being
 * read stays where it is: what grows above the view is scrolled away, opened folds stay open, a
 * section that holds the focus is not touched. Without this script the page is complete and is
 * reloaded by hand.
 * @param tellTimes run again over what has been swapped in
 */
export function stayCurrent(page: Document, tellTimes: () => void): void {
  const status = page.getElementById('live');
  if (status === null || !('EventSource' in window)) return;
  const shown = page.body.dataset.revision;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current = shown;
  const stream = new EventSource('/api/v1/stream');
  stream.addEventListener('revision', (event) => {
    if (event.data === current) return;
    current = event.data;
    clearTimeout(timer);
    // Spread over a few seconds, so that thousands of open pages do not all ask at once.
    timer = setTimeout(() => void refresh(), 500 + Math.random() * 4_000);
  });
  addEventListener('pagehide', () => stream.close());

  async function refresh(): Promise<void> {
    // Asks with the ETag instead of taking the browser's copy.
    const answer = await fetch(location.href, { cache: 'no-cache' });
    if (!answer.ok) return;
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (swapSections(page, next) && status !== null) {
      status.textContent = status.dataset.message ?? '';
      tellTimes();
    }
  }
}

/** Swaps the sections of `main` that differ; true where any did. */
function swapSections(page: Document, next: Document): boolean {
  const olds = page.querySelectorAll<HTMLElement>('main > section, main > div');
  const news = next.querySelectorAll<HTMLElement>('main > section, main > div');
  if (olds.length !== news.length) return replaceMain(page, next);
  let hasChanged = false;
  for (const [index, old] of olds.entries()) {
    const fresh = news[index];
    if (fresh === undefined || textOf(old) === textOf(fresh)) continue;
    if (old.contains(page.activeElement)) continue;
    keepFolds(old, fresh);
    const height = old.getBoundingClientRect();
    old.replaceWith(fresh);
    // A section above the view that grows or shrinks must not move what is being read.
    if (height.bottom < 0) scrollBy(0, fresh.getBoundingClientRect().height - height.height);
    hasChanged = true;
  }
  page.title = next.title;
  return hasChanged;
}

function replaceMain(page: Document, next: Document): boolean {
  const [old, fresh] = [page.querySelector('main'), next.querySelector('main')];
  if (old === null || fresh === null || old.contains(page.activeElement)) return false;
  old.replaceWith(fresh);
  page.title = next.title;
  return true;
}

/** Ages and zones written by script are no difference. */
function textOf(section: HTMLElement): string {
  return (section.textContent ?? '').replace(/\s+/g, ' ');
}

function keepFolds(old: HTMLElement, fresh: HTMLElement): void {
  const folds = fresh.querySelectorAll('details');
  for (const [index, fold] of old.querySelectorAll('details').entries()) {
    const counterpart = folds[index];
    if (counterpart !== undefined) counterpart.open = fold.open;
  }
}
