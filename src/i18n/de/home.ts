import type { ProviderStatus } from '../../model/status.ts';

/** German of en/home.ts. */
export const home = {
  description:
    'Welche Clouds und Internetdienste gerade ausfallen, gelesen aus ihren offiziellen Statusfeeds, mit Quelle und Zeit jeder Abfrage.',
  reports: (status: ProviderStatus, who: string, count: number): string => {
    const one = count === 1;
    switch (status) {
      case 'major_outage':
        return one ? `${who} meldet einen Ausfall` : `${who} melden Ausfälle`;
      case 'partial_outage':
        return one ? `${who} meldet einen Teilausfall` : `${who} melden Teilausfälle`;
      default:
        return one ? `${who} meldet eine Störung` : `${who} melden Störungen`;
    }
  },
  services: (count: string) => `${count} Dienste`,
  andMore: (count: number, text: string) =>
    count === 1 ? ', und 1 weiterer Dienst ist gestört.' : `, und ${text} weitere sind gestört.`,
  ofAll: (fine: string, all: string) =>
    `; ${fine} von ${all} ${fine === '1' ? 'meldet' : 'melden'} Normalbetrieb.`,
  calm: (fine: string, all: string, unknown: string) =>
    `${fine} von ${all} Diensten ${fine === '1' ? 'meldet' : 'melden'} Normalbetrieb; für ${unknown} können wir nicht bürgen.`,
  calmWithWork: (fine: string, all: string) =>
    `${fine} von ${all} Diensten ${fine === '1' ? 'meldet' : 'melden'} Normalbetrieb, und keiner der übrigen meldet eine Störung.`,
  allFine: (all: string) => `Alle ${all} Dienste melden Normalbetrieb.`,
  nothingRead: (all: string) => `Noch keiner der ${all} Dienste ist abgefragt.`,
  noneReadable: (all: string) => `Keiner der ${all} Dienste ist im Moment lesbar.`,
  noProviders: 'Kein Anbieter ist eingerichtet, also werden 0 Dienste beobachtet.',
  notYou: 'Es liegt wohl nicht an Ihnen.',
  maybeNot:
    'Falls bei Ihnen gerade etwas ausfällt: Noch niemand, den wir lesen können, hat es gemeldet.',
  oftenLate: 'Offizielle Seiten sind oft spät dran: Schauen Sie in einigen Minuten wieder nach.',
  justStarted:
    'Die ersten Abfragen kommen in wenigen Minuten. Bis dahin ist alles unbekannt, und nichts heisst «in Betrieb».',
  ourLine:
    'Gut möglich, dass der Fehler an unserer eigenen Verbindung liegt. Was folgt, ist der zuletzt bekannte Zustand mit seiner Zeit, nicht der jetzige.',
  lastReading: 'Letzte gelungene Abfrage:',
  pastStays: 'Das Vergangene lässt sich trotzdem lesen:',
  since: 'seit',
  lastWord: 'Letzte offizielle Meldung:',
  official: 'offizielle Seite',
  dayTitle: 'Die letzten 24 Stunden',
  dayCaption: 'Zur vollen Stunde offene Störungen, nach den Zeitangaben ihrer Quellen. UTC.',
  glance: 'Alle Anbieter auf einen Blick',
  counted: (all: string) => `${all} Anbieter, gelesen aus ihren offiziellen Feeds.`,
  oldest: 'Älteste verwendete Abfrage:',
  unknownNote: (unknown: string) =>
    `${unknown} ${unknown === '1' ? 'ist' : 'sind'} unbekannt, darum sagen wir nicht «sonst ist alles gut».`,
  openTitle: 'Jetzt offen',
  openHint: 'Schlimmstes zuerst. Die Zeit ist die der letzten offiziellen Meldung.',
  openMore: (count: string) => `${count} weitere auf der Zeitachse`,
  plannedTitle: 'Angekündigte Wartung',
  boardTitle: 'Die Tafel',
  boardHint:
    'Gestörtes zuerst. Die kleine Zeit sagt, wann wir die Quelle zuletzt abgefragt haben, in UTC.',
  fineIn: (category: string) => `${category}: in Betrieb`,
  unknownIn: (category: string) => `${category}: unbekannt`,
  fineCount: (count: string) => `${count} in Betrieb`,
  unknownCount: (count: string) => `${count} unbekannt`,
  noFeed: 'kein Feed',
  never: 'nie',
  stale: 'veraltet',
  staleLast: 'zuletzt bekannt',
  partsAffected: (count: number, names: string) =>
    count === 1 ? `1 Teil ist betroffen: ${names}.` : `${count} Teile sind betroffen: ${names}.`,
  more: (count: string) => `und ${count} weitere`,
  pageSays: 'So steht es auf der Statusseite; eine Störung nennt sie nicht.',
  silent: 'Der Feed ist lesbar und sagt nichts. Ein leerer Feed beweist nichts.',
  unknownWord: (word: string) => `Dort steht «${word}», ein Wort, das wir nicht kennen.`,
  unknownState: 'Der Feed ist lesbar, doch der Zustand geht nicht daraus hervor.',
  unreadTitle: 'Was wir nicht lesen konnten, und warum',
  unreadCount: (count: string, all: string) => `${count} von ${all}`,
  unreadNever: 'Noch nicht abgefragt.',
  unreadWaiting: (count: string) =>
    `${count} ${count === '1' ? 'ist' : 'sind'} noch nicht abgefragt.`,
  unreadNone: 'Jeder Feed war lesbar. Unbekannt bleiben jene, die keinen anbieten.',
  unreadAll: 'Alle Feeds mit Adresse und letzter Abfrage',
  noFeedTitle: (count: string) => `${count} ohne offiziellen Feed`,
  noFeedText:
    'Sie veröffentlichen keinen Zustand, den Maschinen lesen können. Ob sie laufen, können wir nicht sagen.',
  lastKnown: (status: string) => `zuletzt bekannt: ${status}`,
  httpStatus: (code: string) => `HTTP ${code}.`,
  tellTitle: 'Benachrichtigt werden oder genauer hinsehen',
  tellFeed: 'Feed',
  tellFeedText:
    'Ein Eintrag, wenn etwas beginnt, sich ändert oder endet, für Feedleser oder Chatkanal.',
  tellCut: 'Nur, was Sie nutzen',
  tellCutText: 'Anbieter wählen und die Adresse mitnehmen. Ohne Konto.',
  tellCutLink: 'Anbieter wählen',
  tellSource: 'Woher wir es wissen',
  tellSourceText:
    'Jede Adresse, die wir lesen, wann es zuletzt gelang und wie sicher wir uns sind.',
};
