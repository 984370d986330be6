/**
 * Says in words which bar the pointer or the keyboard is on: the browser's own hint for a drawing
 * shows on hover only. What it says is the bar's own label, which screen readers have read already.
 */
export function tellBars(page: Document): void {
  const line = page.querySelector('[data-bar-detail]');
  if (line === null) return;
  const tell = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    const label = target.closest('.bars a')?.getAttribute('aria-label');
    if (label) line.textContent = label;
  };
  page.addEventListener('focusin', tell);
  page.addEventListener('mouseover', tell);
}
