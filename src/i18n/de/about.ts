/** German of en/about.ts. */
export const about = {
  title: 'Wie das hier funktioniert',
  lead: 'Downstream liest die offiziellen Statusfeeds von Clouds und von Diensten, die darauf stehen, bringt jede Störung in dieselben Worte und zeigt alles auf einer Seite: was ausfällt, und was daran hängt.',
  description:
    'Woher die Zustände auf dieser Seite stammen, wie sie gelesen werden und was sie nicht sagen.',
  principlesTitle: 'Fünf Grundsätze',
  principles: {
    unknown: 'Unbekannt ist nie grün.',
    unknownText:
      'Ein Feed, der nicht lesbar, zu alt oder ohne Beweis leer ist oder ein Wort sagt, das wir nicht kennen, macht den Anbieter unbekannt. Aus Mangel an Nachrichten gilt nie etwas als in Betrieb.',
    source: 'Jede Aussage nennt ihre Quelle.',
    sourceText:
      'Ein Zustand verweist auf die offizielle Seite und sagt, wann er abgefragt wurde. Eine Vermutung ist als solche gekennzeichnet.',
    kept: 'Nichts geht verloren.',
    keptText:
      'Störungen, Meldungen, stille Änderungen und Rücknahmen bleiben für immer, jede mit der Zeit, zu der wir sie sahen.',
    stands: 'Es steht, wenn andere fallen.',
    standsText:
      'Ein Ansturm während eines Ausfalls ist hier der Normalfall. Keine Seite braucht Dritte, und jeder Feed scheitert für sich.',
    plain: 'Zuerst das einfache Web.',
    plainText: 'Seiten vom Server, echte Links, kein Skript nötig, keine Cookies, kein Tracking.',
  },
  stateTitle: 'Was ein Zustand bedeutet',
  stateText:
    'Drei Tatsachen zählen: was eine Statusseite über sich sagt, was sie über ihre Teile sagt, und ihre offenen Störungen. Oft widersprechen sie sich; dann zählt die schlimmste. Eine offene Störung neben grünen Teilen ist nicht grün.',
  legend: 'Die Zeichen',
  freshTitle: 'Wie alt ein Zustand sein darf',
  freshText:
    'Eine Abfrage, die älter ist als 15 Minuten, bürgt nicht mehr für ihren Zustand. Wer in Betrieb war, wird unbekannt; wer gestört war, bleibt es, als veraltet gekennzeichnet. Bei jedem Zustand steht die Zeit seiner Abfrage.',
  limitsTitle: 'Was es nicht wissen kann',
  limitsText:
    'Wir messen selbst nichts. Ist eine offizielle Seite spät, stumm oder falsch, so ist es auch diese, und offizielle Seiten sind oft spät. Zeiten stammen von der Quelle, in UTC; was sie nicht selbst gesagt hat, ist bei der Störung gekennzeichnet.',
  openTitle: 'Mitmachen',
  openText:
    'Ein Anbieter ist ein Eintrag in einer Liste, ein Format ein kleines Programm. Fehlende oder falsche Feeds zu melden lohnt sich.',
};
