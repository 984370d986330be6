import type { feed as english } from '../en/feed.ts';
import type { Translated } from '../translated.ts';

export const feed: Translated<typeof english> = {
  title: 'Downstream: alle Störungen',
  titleOf: (what) => `Downstream: ${what}`,
  description:
    'Störungen und Wartungen der Clouds und all dessen, was auf ihnen steht, aus offiziellen Quellen.',
  calendar: 'Angekündigte Wartungen',
  calendarTitle: 'Downstream: Wartungen',
  entry: {
    began: (time) => `Beginn: ${time}.`,
    planned: (from, until) =>
      until === null ? `Geplant: ${from}.` : `Geplant: ${from} bis ${until}.`,
    ended: (title) => `Behoben: ${title}`,
    withdrawn: (title) => `Zurückgezogen: ${title}`,
    endedAt: (time) => `Vorbei seit ${time}.`,
    withdrawnAt: (time) => `Von der Quelle zurückgezogen; bemerkt ${time}.`,
    affected: 'Betroffen',
    officialPage: 'Offizielle Seite',
  },
};
