/** German of en/provider.ts. */
export const provider = {
  indexTitle: 'Anbieter',
  indexLead: (count: string) => `${count} Anbieter, nach dem, was sie tun.`,
  indexDescription: 'Alle Clouds und Internetdienste, deren offiziellen Status wir lesen.',
  found: (count: number, text: string, query: string) =>
    count === 1 ? `1 Anbieter zu «${query}».` : `${text} Anbieter zu «${query}».`,
  notFound: (query: string) =>
    `Kein Anbieter heisst «${query}». Vielleicht trägt er einen anderen Namen.`,
  all: 'Alle Anbieter',
  description: (name: string) =>
    `Ist ${name} gestört? Der offizielle Status mit Zeit der letzten Abfrage, offenen Störungen und Geschichte.`,
  stateNow: (name: string, status: string) => `${name}: ${status}`,
  sentence: {
    operational: 'Der Anbieter meldet Normalbetrieb.',
    under_maintenance: 'Der Anbieter meldet eine Wartung.',
    degraded_performance: 'Der Anbieter meldet eine Störung.',
    partial_outage: 'Der Anbieter meldet einen Teilausfall.',
    major_outage: 'Der Anbieter meldet einen Ausfall.',
    unknown: 'Der Zustand ist unbekannt, und das heisst nicht, dass alles gut ist.',
  },
  lastKnownAt: 'Zuletzt bekannter Zustand, abgefragt',
  readAt: 'Abgefragt',
  neverRead: 'nie',
  homepage: 'Startseite',
  statusPage: 'Offizielle Statusseite',
  country: 'Land',
  category: 'Bereich',
  formerly: 'Früher',
  open: 'Jetzt offen',
  planned: 'Angekündigte Wartung',
  noneOpen: 'Keine offene Störung bekannt.',
  stripTitle: '90 Tage',
  stripNote:
    'Ein Strich je Tag, so lang wie die grösste Auswirkung. Ein Punkt: Da hatten wir noch keine Abfrage und können nichts sagen.',
  stripDay: 'Tag',
  stripWorst: 'Grösste Auswirkung',
  stripIncidents: 'Störungen',
  stripList: 'Die Tage mit Störungen als Tabelle',
  stripCalm: (count: number, text: string) =>
    count === 1 ? '1 Tag ohne gemeldete Störung' : `${text} Tage ohne gemeldete Störung`,
  stripHit: (count: number, text: string) =>
    count === 1 ? '1 Tag mit Störung' : `${text} Tage mit Störung`,
  stripUnread: (count: number, text: string) =>
    count === 1 ? '1 Tag ohne Abfrage' : `${text} Tage ohne Abfrage`,
  components: 'Teile',
  componentsNote: 'Wie die eigene Seite sie nennt.',
  componentsNone: 'Der Feed nennt keine Teile.',
  otherParts: 'Weitere',
  groupFine: (fine: string, all: string) => `${fine} von ${all} in Betrieb`,
  feeds: 'Wie wir den Status lesen',
  noFeed: 'Uns ist kein offizieller Feed bekannt.',
  incidents: 'Störungen',
  noIncidents: 'Noch keine Störung verzeichnet.',
  follow: 'Als Feed verfolgen',
};
