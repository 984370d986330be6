/** German of en/words.ts. */
export const words = {
  status: {
    operational: 'in Betrieb',
    under_maintenance: 'Wartung',
    degraded_performance: 'beeinträchtigt',
    partial_outage: 'Teilausfall',
    major_outage: 'Ausfall',
    unknown: 'unbekannt',
  },
  kind: { incident: 'Störung', maintenance: 'Wartung', notice: 'Hinweis' },
  incidentStatus: {
    investigating: 'wird untersucht',
    identified: 'Ursache erkannt',
    monitoring: 'wird beobachtet',
    resolved: 'behoben',
    postmortem: 'Abschlussbericht',
    scheduled: 'angekündigt',
    in_progress: 'läuft',
    verifying: 'wird geprüft',
    completed: 'abgeschlossen',
    unknown: 'unbekannt',
  },
  impact: {
    none: 'keine',
    minor: 'gering',
    major: 'gross',
    critical: 'kritisch',
    unknown: 'unbekannt',
  },
  category: {
    cloud: 'Cloud und Hosting',
    edge: 'Netz, Edge und DNS',
    developer: 'Entwicklerwerkzeuge',
    data: 'Daten und Datenbanken',
    identity: 'Anmeldung und Identität',
    communication: 'Nachrichten und Mail',
    work: 'Bürosoftware',
    ai: 'Künstliche Intelligenz',
    payments: 'Zahlungen und Geld',
    commerce: 'Handel und Kundendienst',
    security: 'Sicherheit',
    monitoring: 'Überwachung und Bereitschaft',
    consumer: 'Soziale Netze, Medien und Spiele',
    public: 'Öffentliche Dienste',
  },
  mark: {
    'start-approximate':
      'Die Quelle nennt keinen brauchbaren Beginn: Spätestens zu dieser Zeit hat es begonnen; da sahen wir es zum ersten Mal.',
    'start-stated': 'Der Beginn steht im Text einer Meldung, nicht in einem Feld des Feeds.',
    'end-stated': 'Das Ende steht im Text einer Meldung, nicht in einem Feld des Feeds.',
    'end-approximate':
      'Die Quelle nennt kein brauchbares Ende: Spätestens zu dieser Zeit war es vorbei; da bemerkten wir es.',
    'end-inferred':
      'Die Quelle nennt kein Ende: Der Eintrag verschwand aus der Liste der offenen Störungen, und wir bemerkten es zu dieser Zeit.',
    'impact-derived':
      'Die Quelle nennt keine Auswirkung; unsere Angabe folgt aus ihren eigenen Worten und Zuständen.',
  },
  feedError: {
    network: 'Die Verbindung kam nicht zustande.',
    timeout: 'Die Antwort kam nicht rechtzeitig.',
    'http-status': 'Die Antwort war ein Fehler.',
    'rate-limited': 'Wir sollen später wiederkommen.',
    'too-many-redirects': 'Die Adresse leitet im Kreis.',
    'blocked-address':
      'Die Adresse führt an einen Ort, den wir aus Sicherheitsgründen nicht lesen.',
    'too-large': 'Die Antwort ist grösser, als wir annehmen.',
    'empty-response': 'Die Antwort war leer.',
    'not-a-feed': 'Statt des Feeds kommt eine Webseite.',
    'forbidden-doctype':
      'Die Antwort enthält einen Dokumenttyp, den wir aus Sicherheitsgründen ablehnen.',
    parse: 'Die Antwort liess sich nicht verstehen.',
  },
  evidence: {
    recorded: 'eine echte Antwort wurde gesehen',
    listed: 'von öffentlichen Programmen oder Listen genannt',
    documented: 'vom Anbieter dokumentiert',
    unconfirmed: 'plausibel, noch von niemandem gesehen',
  },
};
