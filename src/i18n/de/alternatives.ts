/** German of en/alternatives.ts. */
export const alternatives = {
  title: 'Was anderswo steht',
  lead: (count: string) =>
    `${count} Dienste und Projekte, die für die Grossen einspringen können, und worauf sie selbst laufen. Unabhängig nennen wir nur, was eine gelesene Quelle belegt.`,
  description:
    'Alternativen zu den grossen Clouds und Plattformen: Land, Eigentümer, Open Source, selbst betreibbar, und worauf sie selbst laufen, mit Quellen.',
  name: 'Name',
  openSource: 'Open Source',
  closedSource: 'nicht quelloffen',
  selfHostable: 'selbst betreibbar',
  noCountry: 'keine Firma dahinter',
  runsOn: 'Unterbau',
  insteadOf: (names: string) => `Statt ${names}`,
  independence: {
    yes: 'unabhängig von den grossen US-Clouds',
    partly: 'teilweise unabhängig',
    no: 'steht auf einer grossen US-Cloud',
    'depends-on-operator': 'je nachdem, wo man es betreibt',
    unknown: 'wie unabhängig, ist nicht bekannt',
  },
  unread: 'noch keine Quelle gelesen, darum nicht unabhängig genannt',
  statusPage: 'Statusseite',
  caveat: 'Aber',
  checkStack: 'Eigene Dienste prüfen',
};
