/** German of en/timeline.ts. */
export const timeline = {
  title: 'Zeitachse',
  lead: 'Jede Störung jedes Anbieters, die neuste zuerst, nach dem Tag ihres Beginns.',
  description:
    'Störungen von Clouds und Internetdiensten nach Tagen, aus ihren offiziellen Statusfeeds.',
  filter: 'Filter',
  filterProvider: 'Anbieter',
  filterCategory: 'Bereich',
  filterKind: 'Art',
  filterImpact: 'Wirkung, mindestens',
  filterStatus: 'Stand',
  filterText: 'Wörter',
  any: 'alle',
  apply: 'Zeigen',
  clear: 'Alles zeigen',
  active: 'Gezeigt:',
  without: (what: string) => `Filter ${what} entfernen`,
  problem: (parameter: string, value: string) =>
    `«${value}» kennen wir als ${parameter} nicht; es wurde weggelassen.`,
  older: 'Ältere',
  newest: 'Zurück zum Neusten',
  noneTitle: 'Keine Störung passt',
  none: 'Nichts, was wir haben, passt zu diesem Filter. Das beweist nicht, dass nichts geschah.',
  emptyTitle: 'Noch nichts verzeichnet',
  empty:
    'Noch kein Feed hat eine Störung gemeldet. Sobald es einer tut, steht sie hier und bleibt für immer.',
  count: (count: number, text: string) => (count === 1 ? '1 begann' : `${text} begannen`),
  feed: 'Diese Auswahl als Feed',
  ongoing: 'noch offen',
  upcoming: 'angekündigt',
  withdrawn: 'zurückgezogen',
};
