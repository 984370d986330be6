import type { embed as english } from '../en/embed.ts';
import type { Translated } from '../translated.ts';

export const embed: Translated<typeof english> = {
  title: 'Auf der eigenen Seite zeigen',
  description:
    'Der Zustand Ihrer Anbieter live auf der eigenen Seite: als Rahmen, Element oder Plakette.',
  lead: 'Der Zustand der Anbieter, die Sie nutzen, live, mit einer Zeile HTML. Ohne Schlüssel, ohne Cookie, nichts wird im Browser gespeichert.',
  ourProviders: 'unsere Anbieter',
  affected: (count, all) => `${count} von ${all} betroffen`,
  unknownOf: (count, all) => `${count} von ${all} unbekannt`,
  allOperational: 'alle in Betrieb',
  notFound: 'nicht gefunden',
  nothingChosen: 'Kein Anbieter gewählt.',
  noSuch: 'Einen Anbieter dieses Namens gibt es nicht.',
  says: (name, state) => `${name}: ${state}.`,
  since: (time) => `seit ${time} UTC`,
  lastReading: (time) => `Letzte Abfrage: ${time} UTC.`,
  thatTime: (state) => `Damals: ${state}.`,
  more: (count) => `${count} weitere`,
  fellWith: (count) => (count === '1' ? '1 Dienst fiel mit' : `${count} Dienste fielen mit`),
  readAt: (time) => `Abgefragt ${time}`,
  label: 'Zustand',
  chooseTitle: 'Wählen',
  chooseText:
    'Wählen Sie Anbieter und Form und drücken Sie den Knopf: Die Vorschau ist der Rahmen selbst.',
  providers: 'Anbieter',
  form: 'Form',
  forms: {
    line: 'Zeile: ein Satz, für eine Dokumentation',
    compact: 'Knapp: Namen nebeneinander, für einen Seitenfuss',
    list: 'Liste: eine Zeile je Anbieter, für ein Intranet oder die eigene Statusseite',
  },
  theme: 'Farben',
  themes: { auto: 'wie am Gerät eingestellt', light: 'hell', dark: 'dunkel' },
  language: 'Sprache',
  components: 'Gestörte Teile zeigen',
  show: 'Zeigen',
  previewTitle: 'Vorschau und Code',
  previewNone: 'Noch nichts gewählt: Gezeigt werden die ersten drei der Liste.',
  frameTitle: 'Rahmen, ohne Skript',
  frameText:
    'Die Höhe passt zum Inhalt, damit sich beim Laden nichts verschiebt. Der Rahmen erneuert sich alle fünf Minuten. Auf einer dunklen Seite geben Sie dem Rahmen color-scheme: light dark oder wählen Sie die Farben hier.',
  elementTitle: 'Element, mit Skript',
  elementText:
    'Ein Skript von unter 3 kB. Es fragt alle zwei Minuten nach, behält offline den letzten Zustand und übernimmt Ihre Schriften und Farben.',
  badgeTitle: 'Plakette',
  badgeText: 'Ein Bild für ein README oder einen Seitenfuss, in Markdown und HTML.',
  shieldText: 'Für shields.io, als Endpunkt:',
  statusOf: (name) => `Zustand: ${name}`,
};
