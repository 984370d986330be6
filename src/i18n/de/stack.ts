/** German of en/stack.ts. */
export const stack = {
  title: 'Worauf stehe ich?',
  titleOf: (count: number, text: string) =>
    count === 1 ? '1 Dienst und worauf er steht' : `${text} Dienste und worauf sie stehen`,
  lead: 'Wählen Sie, was Sie nutzen. Sie sehen, welcher einzelne Unterbau wie viel davon mitreisst, welche Ausfälle der letzten zwölf Monate Sie getroffen hätten und was anderswo steht. Gespeichert wird nichts: Ihre Auswahl steht in der Adresse dieser Seite.',
  description:
    'Welche einzelne Cloud, wenn sie fällt, wie viele Ihrer Werkzeuge mitreisst, welche Ausfälle Sie getroffen hätten und was anderswo steht.',
  choose: 'Wählen Sie, was Sie nutzen',
  change: 'Auswahl ändern',
  button: 'Prüfen',
  clear: 'Von vorn',
  unknownIds: (ids: string) => `Hier nicht bekannt: ${ids}.`,
  chosen: 'Ihre Auswahl',
  now: 'Jetzt',
  takes: 'Was ein einzelner Unterbau mitreisst',
  takesNote: (all: string) =>
    `Von Ihren ${all}, nach dem, was Quellen sagen. Was über andere läuft, ist getrennt gezählt.`,
  takesLine: (upstream: string, count: string, all: string) =>
    all === '1'
      ? `Ihr Dienst steht auf ${upstream}, direkt oder über andere.`
      : `${count} Ihrer ${all} Dienste ${count === '1' ? 'steht' : 'stehen'} auf ${upstream}, direkt oder über andere.`,
  takesRest: (count: number, text: string) =>
    count === 1
      ? '1 weiterer mit einem Ihrer Dienste'
      : `${text} weitere mit je einem Ihrer Dienste`,
  takesNone:
    'Keine gelesene Quelle sagt, worauf diese stehen. Das heisst nicht, dass sie auf nichts stehen.',
  unknownBase: (names: string) => `Bei diesen sagt keine Quelle, worauf sie stehen: ${names}.`,
  itself: 'selbst in Ihrer Auswahl',
  through: 'über andere',
  hitTitle: 'Was Sie in den letzten 12 Monaten getroffen hätte',
  hitNote: 'Ereignisse, die bei einem Ihrer Dienste begannen oder einen davon nachweislich trafen.',
  hitNone: 'Kein hier verzeichnetes Ereignis der letzten zwölf Monate betrifft Ihre Auswahl.',
  hitWho: (names: string) => `getroffen: ${names}`,
  hitMaybe: (names: string) => `möglicherweise: ${names}`,
  incidents: (count: string) =>
    count === '1'
      ? '1 Störung dieser Dienste ist aus derselben Zeit verzeichnet.'
      : `${count} Störungen dieser Dienste sind aus derselben Zeit verzeichnet.`,
  incidentsMore: (count: string) =>
    `Mehr als ${count} Störungen dieser Dienste sind aus derselben Zeit verzeichnet.`,
  incidentsLink: 'Auf der Zeitachse ansehen',
  elsewhere: 'Was anderswo steht',
  elsewhereNote: 'Alternativen zu Ihrer Auswahl, mit dem, worauf sie selbst laufen.',
  elsewhereNone: 'Zu diesen kennen wir keine Alternative mit belegtem Unterbau.',
  elsewhereAll: 'Alle Alternativen',
  take: 'Zum Mitnehmen',
  takeFeed: 'Feed genau dieser Dienste',
  takeCalendar: 'Kalender genau dieser Dienste',
  takeWidget: 'Widget zum Einbetten',
  takeWidgetNote: 'Eine Zeile für die eigene Seite:',
};
