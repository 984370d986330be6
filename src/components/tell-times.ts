import { localTime } from '../i18n/local-time.ts';

/**
 * Adds to times what only the reader's machine knows: the age beside the time, and the reader's own
 * zone. The page is complete without it.
 * @returns tells the times again, for what has been swapped in
 */
export function tellTimes(page: Document): () => void {
  const ago = page.body.dataset.ago ?? '';
  const here = page.body.dataset.here ?? '';
  const local = new Intl.DateTimeFormat(page.documentElement.lang, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const isUtc = new Date().getTimezoneOffset() === 0;
  const say = () => {
    for (const time of page.querySelectorAll('time')) {
      const date = new Date(time.dateTime);
      if (!isUtc) time.title = localTime(date, page.documentElement.lang);
      const minutes = Math.max(0, Math.floor((Date.now() - date.getTime()) / 60_000));
      if (time.dataset.age !== undefined && minutes < 600) {
        time.dataset.age = ` (${ago.replace('0', String(minutes))})`;
      }
      if (time.dataset.zone !== undefined && !isUtc) {
        time.dataset.zone = `${local.format(date)} ${here} · `;
      }
    }
  };
  say();
  setInterval(say, 60_000);
  return say;
}
