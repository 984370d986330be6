/** German of en/data.ts. */
export const data = {
  title: 'Offene Daten',
  description:
    'Alles, was diese Seite weiss, zum Mitnehmen: Störungen nach Jahr, Ereignisse des Archivs, Abhängigkeiten und Alternativen.',
  lead: 'Alles, was diese Seite weiss, zum Mitnehmen und Weiterbauen. Ohne Schlüssel, ohne Anmeldung, dieselben Fakten, aus denen die Seiten entstehen.',
  incidentsTitle: 'Störungen nach Jahr',
  incidentsText:
    'Ein JSON-Objekt pro Zeile, die neuste Störung zuerst, im Jahr ihres Beginns (UTC). Jede Zeile enthält ihre Meldungen, wann wir sie zuerst und zuletzt sahen, und unter source die offizielle Seite, von der sie stammt.',
  year: 'Jahr',
  file: 'Datei',
  count: 'Störungen',
  noYears: 'Noch ist keine Störung verzeichnet. Sobald es eine gibt, steht ihr Jahr hier.',
  listsTitle: 'Gepflegte Fakten',
  lists: {
    events:
      'Ereignisse des Archivs: Phasen, Ursachen, offizielle Meldungen, Betroffene, mit jeder Quelle.',
    dependencies: 'Wer auf wem steht, wer das sagt und wann es geprüft wurde.',
    alternatives: 'Was anderswo steht, und worauf es selbst steht.',
  },
  schema: 'Schema',
  schemasTitle: 'Formate',
  schemasText:
    'Ein JSON-Schema (2020-12) beschreibt je einen Eintrag. Ein Feld, das es gibt, bleibt; neue können dazukommen.',
  schemaOf: {
    incident: 'eine Zeile der Störungen',
    event: 'ein Ereignis',
    dependency: 'eine Abhängigkeit',
    alternative: 'eine Alternative',
  },
  licenceTitle: 'Lizenz',
  licenceText:
    'Aufbau, Auswahl, Übersetzungen und unsere eigenen Umschreibungen stehen unter Creative Commons Namensnennung 4.0 (CC BY 4.0): Verwenden Sie sie wofür Sie wollen, nennen Sie Downstream und verlinken Sie diese Seite.',
  licenceLink: 'Creative Commons Namensnennung 4.0',
  quotedText:
    'Titel und Meldungen von Störungen aus Feeds sind die Worte der Anbieter und bleiben ihre; wir zitieren sie. Bei den Störungen sagt textBy, wessen Worte es sind: provider für zitierte, downstream für unsere Umschreibungen. Namen und Marken gehören ihren Inhabern.',
  originTitle: 'Herkunft',
  originText:
    'Störungen werden aus offiziellen Statusfeeds gelesen, nie aus Meldungen von Nutzern; das Archiv und die gepflegten Fakten stammen aus den Quellen, die jeder Eintrag nennt. Was die Quelle nicht selbst gesagt hat, steht unter marks. Quellen, die wir nicht gelesen haben oder denen wir wenig trauen, sind nicht Teil der Dateien.',
  originLink: 'Jeder Feed, den wir lesen',
  useTitle: 'Mit Rücksicht',
  useText:
    'Jede Datei hat einen ETag: Schicken Sie ihn in If-None-Match zurück, so kostet eine unveränderte Datei nichts. Holen Sie ein ganzes Jahr einmal und folgen Sie dann der API oder einem Feed.',
  apiLink: 'Zur API',
};
