/** German of en/dependencies.ts. */
export const dependencies = {
  title: 'Wer auf wem steht',
  lead: (standing: string, all: string) =>
    `Von ${standing} der ${all} Dienste hier ist bekannt, dass sie auf jemandem stehen, den wir nennen. Das halbe Internet hängt an wenigen: Hier steht, wie viel davon, und wer es sagt.`,
  description:
    'Wie viele Internetdienste auf AWS, Azure, Google Cloud und Cloudflare stehen, nach Region und Bereich, mit der Quelle zu jeder Abhängigkeit.',
  caution:
    'Gezählt wird nur, was eine Quelle sagt. Niemand veröffentlicht alles, worauf er steht; die wahren Zahlen liegen höher.',
  byUpstream: 'Nach Unterbau',
  byUpstreamNote: (all: string) => `Dienste, die direkt darauf stehen, von ${all} verfolgten.`,
  upstream: 'Unterbau',
  direct: 'direkt',
  indirect: 'und über andere',
  share: 'Anteil',
  shareOf: (percent: string, all: string) => `${percent} von ${all}`,
  byRegion: 'Nach Region',
  byRegionNote:
    'Wo eine Quelle die Region nennt. Die meisten sagen nicht, in welcher Region sie laufen; es sind Mindestzahlen.',
  region: 'Region',
  services: 'Dienste',
  byCategory: 'Nach Bereich',
  byCategoryNote:
    'Von den Diensten eines Bereichs: wie viele nachweislich auf jedem der grossen Vier stehen.',
  category: 'Bereich',
  ofTracked: (count: string, all: string) => `${count} von ${all}`,
  others: (count: number, text: string) =>
    count === 1
      ? '1 Unterbau mit einem einzigen Dienst'
      : `${text} weitere mit je einem einzigen Dienst`,
  strength: {
    documented: 'dokumentiert',
    reported: 'berichtet',
    inferred: 'gefolgert',
  },
  purpose: {
    hosting: 'Betrieb',
    'data-store': 'Datenbank',
    'data-stream': 'Datenstrom',
    compute: 'Rechenleistung',
    placement: 'Standort',
    network: 'Netz',
    cdn: 'Auslieferung',
    dns: 'DNS',
    'sign-in': 'Anmeldung',
    authorisation: 'Berechtigung',
    'control-plane': 'Steuerung',
    configuration: 'Konfiguration',
    messaging: 'Nachrichten',
    'e-mail': 'E-Mail',
    payments: 'Zahlungen',
    storage: 'Speicher',
    monitoring: 'Überwachung',
    security: 'Sicherheit',
    support: 'Kundendienst',
    software: 'Software',
    'status-page': 'Statusseite',
    'ai-model': 'KI-Modelle',
    'sub-processor': 'Unterauftragsverarbeiter',
    'own-infrastructure': 'eigene Infrastruktur',
    other: 'anderes',
  },
  criticality: {
    hard: 'fällt mit',
    soft: 'nur ein Teil davon',
    unknown: 'wie stark, ist nicht bekannt',
  },
  ifFalls: (name: string) => `Wenn ${name} fällt`,
  ifFallsLead: (name: string, direct: string, all: string, indirect: string) =>
    `${direct} der ${all} Dienste hier ${direct === '1' ? 'steht' : 'stehen'} direkt auf ${name}, ${indirect} ${indirect === '1' ? 'weiterer' : 'weitere'} über einen von diesen.`,
  ifFallsNone: (name: string) => `Von keinem Dienst hier ist bekannt, dass er auf ${name} steht.`,
  ifFallsDescription: (name: string) =>
    `Welche Internetdienste auf ${name} stehen, direkt und über andere, mit der Quelle zu jeder Abhängigkeit.`,
  directTitle: 'Direkt',
  indirectTitle: 'Über andere',
  indirectNote:
    'Eine Kette sagt, wer es spüren könnte, nicht wer es spüren wird: Jedes Glied kann halten, auch wenn das vorige bricht.',
  through: (names: string) => `über ${names}`,
  ownTitle: (name: string) => `Worauf ${name} selbst steht`,
  partsTitle: 'Die eigenen Teile untereinander',
  partsNote: 'Wo ein Teil einen anderen braucht, nach eigenen Unterlagen.',
  who: 'Wer',
  on: 'Worauf',
  purposeHead: 'Wofür',
  rests: 'Beruht auf',
  source: 'Quelle',
  noSource: 'keine Quelle, die wir zeigen dürfen',
  since: (date: string) => `seit ${date}`,
  until: (date: string) => `bis ${date}`,
  checked: (date: string) => `geprüft am ${date}`,
  standsOn: 'Steht auf',
  standsOnNone: 'Keine gelesene Quelle sagt, worauf dieser Dienst steht.',
  carries: 'Trägt',
  carriesNote: (direct: string, indirect: string) =>
    `${direct} direkt, ${indirect} ${indirect === '1' ? 'weiterer' : 'weitere'} über andere`,
  fellTitle: 'Wie oft er mit seinem Unterbau fiel',
  fell: (upstream: string, times: number, text: string) =>
    times === 1 ? `einmal mit ${upstream}` : `${text}-mal mit ${upstream}`,
  fellOf: (explained: string, all: string) =>
    `${explained} von ${all} hier verzeichneten Störungen (letzte zwei Wochen und Archiv) erklärt ein Unterbau.`,
  fellNamed: (count: number, text: string) =>
    count === 1
      ? 'In 1 Ereignis des Archivs als betroffen genannt, ohne eigene Meldung.'
      : `In ${text} Ereignissen des Archivs als betroffen genannt, ohne eigene Meldung.`,
};
