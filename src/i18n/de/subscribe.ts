/** German of en/subscribe.ts. */
export const subscribe = {
  title: 'Benachrichtigt werden',
  lead: 'Eine Adresse für Ihren Feedleser oder Chatkanal. Sie braucht kein Konto und meldet je einmal, wenn etwas beginnt, sich ändert und endet.',
  description:
    'Störungen der Clouds und Dienste, die Sie nutzen, als Feed, zugeschnitten auf Ihren Bedarf.',
  cutTitle: 'Nur, was Sie nutzen',
  cutText:
    'Wählen Sie, was Sie nutzen; ein Knopf öffnet den Feed, und dessen Adresse ist die, die Sie behalten.',
  providers: 'Anbieter',
  impact: 'Auswirkung, mindestens',
  kind: 'Art',
  any: 'alle',
  openAs: (format: string) => `Als ${format} öffnen`,
  opml: 'Ein Feed je Anbieter, zum Einlesen in einen Feedleser.',
  items: 'Ein Eintrag je',
  itemsIncidents: 'Beginn und Ende',
  itemsUpdates: 'Meldung',
  see: 'Meine Adressen zeigen',
  yoursTitle: 'Ihr Feed',
  yoursText:
    'Diese Adressen bleiben, wie sie sind. Kopieren Sie eine in Ihren Feedleser, Chatkanal oder Kalender.',
  previewTitle: 'Was jetzt darin steht',
  previewNone: 'Noch nichts: Der Feed ist leer, bis etwas geschieht.',
  chatTitle: 'In einem Chatkanal',
  chatText:
    'Von uns aus senden wir nichts; Chatprogramme holen Feeds ab. Jede Störung wird einmal gemeldet, wenn sie beginnt, und einmal, wenn sie endet.',
  chatTeams:
    'Workflows, «Wenn ein Feedelement veröffentlicht wird (RSS)», dann «Nachricht in einem Kanal veröffentlichen».',
  chatOthers:
    'Deren RSS-Bot oder -Brücke nimmt die RSS-Adresse. Wo sie Änderungen nochmals meldet, ist RSS das richtige Format: Die Einträge ändern sich nie.',
  handTitle: 'Von Hand',
  handText:
    'Die Adresse ist dazu gemacht, von Menschen geschrieben und geändert zu werden. Werte trennt ein Komma.',
  parameter: 'Parameter',
  meaning: 'Bedeutung',
  example: 'Beispiel',
  parameters: {
    provider: 'nur diese Anbieter',
    category: 'nur Anbieter dieses Bereichs',
    impact: 'mindestens diese Auswirkung',
    kind: 'Störung, Wartung oder Hinweis (incident, maintenance, notice)',
    region: 'nur diese Regionen',
    q: 'nur mit diesen Wörtern',
    lang: 'Sprache von Titeln und Beschriftungen',
  },
};
