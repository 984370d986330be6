/** German of en/subscribe.ts. */
export const subscribe = {
  title: 'Sich melden lassen',
  lead: 'Eine Adresse für Ihren Feedleser oder Chatkanal. Sie braucht kein Konto und meldet einmal, wenn etwas beginnt, sich ändert und endet.',
  description:
    'Störungen der Clouds und Dienste, die Sie nutzen, als Feed, zugeschnitten auf Ihren Bedarf.',
  cutTitle: 'Nur, was Sie nutzen',
  cutText:
    'Wählen Sie, was Sie nutzen; ein Knopf öffnet den Feed, und dessen Adresse ist die, die Sie behalten.',
  providers: 'Anbieter',
  impact: 'Wirkung, mindestens',
  kind: 'Art',
  any: 'alle',
  openAs: (format: string) => `Als ${format} öffnen`,
  opml: 'Ein Feed je Anbieter, zum Einlesen in einen Feedleser.',
  handTitle: 'Von Hand',
  handText:
    'Die Adresse ist dazu gemacht, von Menschen geschrieben und geändert zu werden. Werte trennt ein Komma.',
  parameter: 'Parameter',
  meaning: 'Bedeutung',
  example: 'Beispiel',
  parameters: {
    provider: 'nur diese Anbieter',
    category: 'nur Anbieter dieser Art',
    impact: 'mindestens diese Wirkung',
    kind: 'Störung, Wartung oder Hinweis (incident, maintenance, notice)',
    region: 'nur diese Regionen',
    q: 'nur mit diesen Wörtern',
    lang: 'Sprache von Titeln und Angaben',
  },
};
