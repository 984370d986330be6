import type { docs as english } from '../en/docs.ts';
import type { Translated } from '../translated.ts';
import { fieldTexts } from './field-texts.ts';

export const docs: Translated<typeof english> = {
  title: 'API und Feeds',
  description: 'Nachschlagewerk zu API, Statuspage-kompatibler API, Feeds, Kalender und Plaketten.',
  lead: 'Alles auf dieser Seite lässt sich von Programmen lesen: ohne Schlüssel, ohne Konto, von jeder Website aus.',
  apiTitle: 'API',
  apiText:
    'JSON über GET. Listen sind { data, next }; der Wert von next wird als before zurückgegeben, um weiterzublättern. Fehlende Werte sind null. unknown heisst, dass keine frische Abfrage einen Zustand belegt; es steht nie für operational.',
  machine: 'Dasselbe für Maschinen, als OpenAPI 3.1:',
  parameters: 'Parameter',
  none: 'keine',
  fieldTexts,
  answers: 'Antwort',
  examples: 'Beispiele',
  manners: 'Guter Ton',
  mannersText:
    'Senden Sie If-None-Match mit dem ETag der letzten Antwort: Unveränderte Antworten kosten niemanden etwas. Was sich ändert, ist unter /api/v1/stream zu hören (Server-Sent Events). Von einer Adresse sind 120 Anfragen auf einmal und danach 4 je Sekunde willkommen, wo eine Antwort neu zu machen ist; weitere werden mit 429 und Retry-After beantwortet. Was schon bereitliegt, zählt nicht.',
  errorsTitle: 'Fehler',
  errorsText:
    'Fehler sind «Problem Details» (RFC 9457): Sie nennen jeden Parameter, seinen Wert und was richtig wäre.',
  statuspageTitle: 'Statuspage-kompatibel',
  statuspageText:
    'Jedes Programm, das Atlassians Statuspage-API spricht, kann diese Seite lesen: Geben Sie ihm unsere Adresse für alles oder die eines Anbieters. Unbekannte Zustände erscheinen als der mildeste Zustand, der nicht grün ist, mit einer Beschreibung, die das sagt, und in unseren Worten als downstream_status.',
  feedsTitle: 'Feeds und Kalender',
  feedsText:
    'RSS 2.0, Atom 1.0, JSON Feed 1.1 und iCalendar, von allem und unter jedem Anbieter, jeder Störung und jedem Ereignis. Eine Kennung ändert sich nie. Eine Störung ist ein Eintrag, wenn sie beginnt, und einer, wenn sie endet oder zurückgezogen wird; mit items=updates ist jede Meldung einer.',
  embedTitle: 'Rahmen, Element und Plaketten',
  all: 'alles',
  ofProvider: 'ein Anbieter',
  ofIncident: 'eine Störung',
  ofEvent: 'ein Ereignis',
  ofStack: 'eine Auswahl',
};
