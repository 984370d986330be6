/** German of en/sources.ts. */
export const sources = {
  title: 'Quellen',
  lead: 'Jeder Zustand auf dieser Seite stammt aus einem offiziellen Feed. Hier steht jeder davon mit seiner Adresse, der letzten gelungenen Abfrage und dazu, wie sicher wir sind, dass es der richtige ist.',
  description:
    'Alle offiziellen Statusfeeds, die diese Seite liest: Adresse, Format, letzte gelungene Abfrage, Fehler.',
  tally: (healthy: string, failing: string, never: string) =>
    `${healthy} gut lesbar, ${failing} nicht lesbar, ${never} noch nie gelesen.`,
  troubleTitle: 'Im Moment nicht lesbar',
  troubleNone: 'Jeder Feed war lesbar.',
  workingTitle: 'Gut lesbar',
  noneTitle: 'Anbieter ohne offiziellen Feed',
  noneLead:
    'Sie stehen hier, weil nach ihnen gefragt wird. Ihr Zustand ist unbekannt und bleibt es.',
  provider: 'Anbieter',
  address: 'Adresse',
  evidence: 'Beleg',
  lastGood: 'Letzte gelungene Abfrage',
  why: 'Warum',
  reason: 'Grund',
  format: 'Format',
  failures: (count: number, text: string) =>
    count === 1 ? 'einmal misslungen' : `${text}-mal in Folge misslungen`,
  redirected: 'führt jetzt zu',
  words: 'Wörter, die wir nicht kennen:',
  tooOld: 'Die letzte Abfrage ist zu alt, um für den Zustand zu bürgen.',
  notYet: 'Noch nicht abgefragt.',
  official: 'Statusseite',
  never: 'nie',
};
