/** German of en/site.ts. */
export const site = {
  name: 'Downstream',
  tagline: 'Was ausfällt, und was daran hängt.',
  skip: 'Zum Inhalt',
  languageLabel: 'Sprache',
  languageName: 'Deutsch',
  mainLabel: 'Hauptmenü',
  nav: {
    now: 'Jetzt',
    timeline: 'Zeitachse',
    history: 'Archiv',
    events: 'Ereignisse',
    dependencies: 'Abhängigkeiten',
    providers: 'Anbieter',
    sources: 'Quellen',
    subscribe: 'Abonnieren',
    embed: 'Einbetten',
    docs: 'API',
  },
  find: 'Anbieter suchen',
  findButton: 'Suchen',
  allTimes: 'Alle Zeiten in UTC',
  feedTitle: 'Downstream: alle Störungen',
  feedTitleFor: (name: string) => `Downstream: ${name}`,
  thread: (now: number, most: number) =>
    `Offene Störungen in den letzten 24 Stunden: jetzt ${now}, höchstens ${most}.`,
  threadCalm: 'In den letzten 24 Stunden ist keine offene Störung bekannt.',
  footer:
    'Jeder Status verweist auf die Seite des Anbieters und sagt, wann wir sie abgefragt haben. Unbekannt ist nie grün.',
  footerUs: 'Keine Cookies, kein Tracking, nichts von anderswo geladen.',
  updated: 'Diese Seite wurde aktualisiert.',
  here: 'hier',
  ago: (minutes: number) => `vor ${minutes} min`,
  notFoundTitle: 'Diese Seite gibt es nicht',
  notFound:
    'Nicht ausgefallen, nur nicht da: Unter dieser Adresse liegt nichts. Eine Störung, die einmal öffentlich war, behält ihre Adresse für immer; prüfen Sie also die Adresse auf Tippfehler oder benutzen Sie die Suche.',
  errorTitle: 'Diesmal liegt es an uns',
  error:
    'Die Seite liess sich nicht erstellen. Der Fehler liegt bei uns und ist festgehalten; bitte versuchen Sie es in einer Minute wieder.',
  toHome: 'Was jetzt ausfällt',
};
