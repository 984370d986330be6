/** A month or a year after «im»: German says «im Oktober 2025», but «im Jahr 2025». */
function named(period: string): string {
  return /^\d+$/.test(period) ? `Jahr ${period}` : period;
}

/** German of en/history.ts. */
export const history = {
  title: 'Archiv',
  description:
    'Ausfälle von Clouds und Internetdiensten nach Jahr, Monat und Tag, mit jeder offiziellen Meldung.',
  lead: 'Was wann ausfiel, und was daran hing. Hier wird nie etwas gelöscht.',
  crumbs: 'Wo Sie sind',
  years: 'Jahre',
  year: 'Jahr',
  month: 'Monat',
  monthDescription: (month: string) =>
    `Ausfälle von Clouds und Internetdiensten im ${month}, als Bahnen und als Liste.`,
  dayDescription: (day: string) =>
    `Minute für Minute: was am ${day}, gestört war und was wann dazu gesagt wurde.`,
  began: 'Begonnene Störungen',
  beganShort: 'Begonnen',
  worstDay: 'Schlimmster Tag',
  worstDays: 'Die schlimmsten Tage',
  worstNote: 'Nach begonnenen Störungen und den Diensten, die als mitbetroffen genannt sind.',
  hit: (count: number, text: string) =>
    count === 1 ? '1 Anbieter oder Dienst betroffen' : `${text} Anbieter und Dienste betroffen`,
  hitColumn: 'Betroffen',
  carried: (count: number, month: string) =>
    count === 1
      ? `Ein Tag prägte den ${month}`
      : `${count === 2 ? 'Zwei' : 'Drei'} Tage prägten den ${month}`,
  counted: (count: number, text: string, month: string) =>
    count === 0
      ? `0 verzeichnete Störungen im ${named(month)}`
      : count === 1
        ? `1 Störung im ${named(month)}`
        : `${text} Störungen im ${named(month)}`,
  restDays: (days: string, most: string) =>
    `An den übrigen ${days} Tagen traf nichts Verzeichnetes mehr als ${most} zugleich.`,
  monthCount: (incidents: number, text: string, providers: string) =>
    incidents === 1
      ? '1 Störung eines Anbieters ist verzeichnet.'
      : `${text} Störungen ${providers === '1' ? 'eines Anbieters' : `von ${providers} Anbietern`} sind verzeichnet.`,
  eventOf: (day: string, title: string, count: number, text: string) =>
    count === 0
      ? `${day}: ${title}.`
      : count === 1
        ? `${day}: ${title}; 1 weiterer Dienst ist als mitbetroffen genannt.`
        : `${day}: ${title}; ${text} weitere sind als mitbetroffen genannt.`,
  nothing: 'Hier ist nichts verzeichnet. Das heisst nicht, dass alles lief.',
  nothingTitle: 'Nichts verzeichnet',
  atOnce: 'Betroffene Anbieter und Dienste je Tag',
  lanes: 'Der Monat in Bahnen',
  lanesNote:
    'Die Dicke zeigt die Auswirkung, von unbekannt bis kritisch; ein gestricheltes Ende heisst, dass keine Quelle eines nennt. Punkte: an diesem Tag als betroffen genannt, ohne Minuten. Eine leere Bahn heisst, dass nichts verzeichnet ist, nicht, dass alles lief.',
  moreLanes: (category: string, count: number, text: string) =>
    count === 1 ? `${category}: 1 weiterer Anbieter` : `${category}: ${text} weitere Anbieter`,
  otherCategory: 'Übrige',
  lane: (count: number, text: string) => (count === 1 ? '1 Störung' : `${text} Störungen`),
  named: (count: number, text: string) => (count === 1 ? '1 Dienst' : `${text} Dienste`),
  namedLane: 'Weitere genannt',
  namedNote: 'keine eigene Meldung bekannt',
  withIt: (text: string) => `${text} mitbetroffen`,
  dayHead: 'Tag',
  carriers: 'Was andere mitriss',
  carriersNote: 'Wie das Archiv es nennt, mit seinen Quellen.',
  allOthers: 'Alle übrigen',
  allIncidents: 'Alle Störungen',
  gravest: 'Die schwersten der übrigen',
  byProvider: 'Alle Anbieter des Monats, nach Zahl der Störungen',
  provider: 'Anbieter',
  restOf: (shown: string, all: string) =>
    `${shown} von ${all} gezeigt. Der Rest steht unter den einzelnen Tagen und Anbietern.`,
  endUnknown: 'kein Ende genannt',
  stillOpen: 'offen',
  upTo: 'spätestens',
  from: 'ab',
  untold: (maintenance: string, notices: string) =>
    `Nicht in den Bahnen: ${maintenance} ${maintenance === '1' ? 'Wartung' : 'Wartungen'} und ${notices} ${notices === '1' ? 'Hinweis' : 'Hinweise'} des Monats.`,
  openSince: (names: string) => `Ohne bekanntes Ende und darum nicht gezeichnet: ${names}.`,
  cutNote: (count: string) => `Gezeichnet sind nur die neusten ${count} Störungen.`,
  previous: 'Früher',
  next: 'Später',
  dayLead: (providers: number, text: string, posts: number, postText: string) =>
    `${providers === 1 ? '1 Anbieter' : `${text} Anbieter`} mit Störung, ${posts === 1 ? '1 offizielle Meldung' : `${postText} offizielle Meldungen`}.`,
  namedLead: (count: number, text: string, provider: string) =>
    count === 1
      ? `Mit ${provider} wird 1 weiterer Dienst als betroffen genannt.`
      : `Mit ${provider} werden ${text} weitere Dienste als betroffen genannt.`,
  curve: 'Anbieter mit offener Störung',
  curveLabel: (most: string, at: string) => `Höchstens ${most} zugleich, zuerst um ${at} UTC.`,
  curveBounds: 'Gestrichelt: die obere Grenze, wo keine Quelle ein Ende nennt.',
  hindsightLanes: 'Gezeichnet nach heutigem Wissen. Ein Strich ist eine offizielle Meldung.',
  drawing: 'Der Tag, Minute für Minute',
  choose: 'Zeitpunkt wählen, UTC',
  before: 'Meldung davor',
  after: 'Meldung danach',
  earlier: '15 min früher',
  later: '15 min später',
  slider: 'Zeitpunkt',
  play: 'Abspielen',
  pause: 'Anhalten',
  stateAt: (clock: string) => `Um ${clock} UTC`,
  said: 'Was gesagt wurde',
  saidNothing: 'Bis dahin war an diesem Tag nichts gemeldet.',
  goingOn: 'Was geschah',
  openLater: 'Ebenfalls offen, wie später gemeldet',
  goingOnNote: 'Erst später bekannt.',
  openThen: (count: number, text: string) =>
    count === 0 ? 'Keine offen, soweit gemeldet' : count === 1 ? 'Eine offen' : `${text} offen`,
  since: 'seit',
  ended: 'Eben beendet',
  wholeSite: 'Die Startseite, wie sie damals war',
  onlyThen: 'Diese Spalte zeigt nur, was bis dahin veröffentlicht war.',
  posts: 'Was gesagt wurde, Meldung um Meldung',
  postsCount: (count: number, text: string) => (count === 1 ? '1 Meldung' : `${text} Meldungen`),
  postsNone: 'Von diesem Tag ist keine offizielle Meldung verzeichnet.',
  postsFold: (text: string) => `${text} weitere`,
  incidentsOfDay: 'Störungen des Tages',
  happened: 'Wie spät es gesagt wurde',
  happenedNote:
    'Minuten vom Beginn, den eine Quelle später nannte, bis zur ersten öffentlichen Meldung, die wir kennen. Nur Störungen, deren Quelle einen eigenen Beginn nennt, der vor der Meldung liegt.',
  start: 'Genannter Beginn',
  firstPost: 'Erste Meldung',
  late: 'Verspätung',
  severity: 'Richtige Schwere',
  severityNote:
    'Minuten von der ersten Meldung, bis die endgültige Schwere stand; nur wo wir sahen, dass die Quelle sie änderte.',
  severityLate: (text: string) => `Die endgültige Schwere stand ${text} nach der ersten Meldung.`,
  lateOne: (text: string) =>
    `Die erste öffentliche Meldung kam ${text} nach dem Beginn, den die Quelle nennt.`,
  median: 'Median',
  cases: 'Fälle',
  medianOf: (text: string, cases: number, number: string) =>
    cases === 1 ? `${text} im einzigen verzeichneten Fall` : `Median ${text} über ${number} Fälle`,
  lateTitle: 'Verspätung',
  lateNone: 'Keine verzeichnete Störung nennt einen eigenen Beginn.',
  noRecord:
    'Von diesem Zeitpunkt haben wir keine Abfrage, und keine verzeichnete Meldung sagt etwas.',
  knownAsOf: 'Wissensstand vom',
  knownNote:
    'Nur, was bis dahin veröffentlicht war. Abfragen von damals sind nicht aufbewahrt: Ohne Meldung ist ein Zustand unbekannt.',
  toToday: 'Was heute bekannt ist',
  toDay: 'Dieser Tag, Minute für Minute',
  asItWas: 'Stand damals',
  pastSentence: (count: number, text: string, time: string) =>
    count === 0
      ? `Am ${time}, waren 0 offene Störungen gemeldet`
      : count === 1
        ? `Am ${time}, war 1 offene Störung bekannt`
        : `Am ${time}, waren ${text} offene Störungen bekannt`,
  pastDescription: (time: string) =>
    `Der Zustand von Clouds und Internetdiensten, wie er bekannt war: ${time}.`,
  openAsOf: 'Damals offen',
  endedAsOf: 'In der Stunde davor beendet',
  boardAsOf: 'Die Tafel von damals',
  notYet: 'Von dieser Störung war bis dahin nichts veröffentlicht.',
  pastUnknown: (count: string) =>
    `Von ${count} weiteren ist aus dieser Zeit keine Meldung verzeichnet: unbekannt, und das heisst nicht, dass alles gut war.`,
  incidentsBefore: 'In den 90 Tagen davor begonnen',
  uptime: 'Verfügbarkeit',
  uptimeSpan: 'Zeitraum',
  uptimeFigure: 'Verfügbar',
  uptimeDown: 'Ausfall',
  uptimeTrouble: 'Jede Störung',
  uptimeObserved: 'Beobachtet',
  spans: { 'days-90': '90 Tage', 'months-12': '12 Monate', all: 'Gesamt' },
  uptimeNone: 'nichts beobachtet',
  uptimeNoneYet: 'Noch nichts beobachtet, darum gibt es keine Zahl.',
  uptimeParts: 'Nach Teilen',
  uptimeDefinition:
    'Der Anteil der beobachteten Zeit ohne gemeldeten Ausfall. Ausfall: eine Störung mit grosser oder kritischer Auswirkung, von ihrem Beginn bis zu ihrem Ende, Überschneidungen einmal gezählt. Jede Störung: Störungen jeder Auswirkung. Wartung zählt weder als das eine noch als das andere. Die Zeit vor unserer ersten Abfrage, nach der letzten gelungenen oder mit einer Störung unbekannter Auswirkung oder ohne genanntes Ende gilt nicht als beobachtet: Unbekannt ist nicht verfügbar. Tage in UTC. Grundlage ist, was der Anbieter über sich selbst meldet.',
  observedSince: 'Beobachtet seit',
};
