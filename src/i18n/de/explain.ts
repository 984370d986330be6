import type { explain as english, ReasonWords } from '../en/explain.ts';
import type { Translated } from '../translated.ts';

function minutes(p: ReasonWords): string {
  return p.minutes === '1' ? '1 Minute' : `${p.minutes} Minuten`;
}

export const explain: Translated<typeof english> = {
  title: 'Wahrscheinlich wegen',
  grade: {
    confirmed: 'bestätigt',
    likely: 'wahrscheinlich',
    possible: 'möglich',
  },
  gradeMeaning: {
    confirmed: 'Die eigene Meldung nennt den Unterbau als Ursache, und dieser hat eine Störung.',
    likely: 'Mehrere unabhängige Zeichen sprechen dafür.',
    possible: 'Der Dienst steht darauf, und die Zeiten passen. Mehr ist nicht bekannt.',
  },
  for: 'Was dafür spricht',
  against: 'Was dagegen spricht',
  nothingAgainst: 'Nichts Bekanntes spricht dagegen.',
  chain: 'Der Weg führt über',
  silent: (upstream: string) => `Genannt wird ${upstream}; dort ist keine Störung gemeldet.`,
  reason: {
    'names-cause': (p: ReasonWords) => `Die eigene Meldung nennt ${p.name} als Ursache.`,
    'names-upstream': (p: ReasonWords) => `Die eigene Meldung erwähnt ${p.name}.`,
    'names-unnamed-provider': (p: ReasonWords) =>
      `Die eigene Meldung macht «${p.name}» verantwortlich, ohne einen Namen zu nennen.`,
    'names-service': (p: ReasonWords) => `Ausgefallen ist genau der genutzte Teil: ${p.service}.`,
    'same-region': (p: ReasonWords) => `Gleiche Region: ${p.region}.`,
    'edge-documented': () => 'Der Dienst selbst oder sein Unterbau sagt, dass er darauf steht.',
    'edge-reported': () => 'Andere berichten, dass der Dienst darauf steht.',
    'edge-inferred': () => 'Wir folgern, dass der Dienst darauf steht; niemand sagt es.',
    'edge-hard': () => 'Ohne diesen Unterbau läuft der Dienst nicht.',
    'starts-with': (p: ReasonWords) =>
      p.minutes === '0' ? 'Begann in derselben Minute.' : `Begann ${minutes(p)} danach.`,
    'starts-soon-after': (p: ReasonWords) => `Begann ${minutes(p)} danach.`,
    'starts-while-open': (p: ReasonWords) =>
      `Begann, als die andere Störung schon ${minutes(p)} lief.`,
    'starts-before-said': (p: ReasonWords) =>
      `Begann ${minutes(p)} vor dem Beginn, den der Unterbau angibt; offizielle Seiten sind oft spät dran.`,
    'fall-together': (p: ReasonWords) =>
      `Bei ${p.count} von ${p.of} anderen, die darauf stehen, begann binnen einer Stunde eine Störung; zufällig: ${p.chance}.`,
    'recovers-in-step': (p: ReasonWords) =>
      p.minutes === '0'
        ? 'Beide endeten in derselben Minute.'
        : `Beide endeten im Abstand von ${p.minutes === '1' ? 'einer Minute' : `${p.minutes} Minuten`}.`,
    'upstream-severe': () => 'Die Störung des Unterbaus ist schwer.',
    'same-house': (p: ReasonWords) =>
      `Beide gehören zu ${p.house}, und der Dienst fiel binnen einer Stunde nach dem Teil aus, auf dem er steht.`,
    'names-other-cause': (p: ReasonWords) =>
      `Die eigene Meldung nennt eine andere Ursache: «${p.text}».`,
    'names-other-upstream': (p: ReasonWords) =>
      `Die eigene Meldung nennt einen anderen Unterbau: ${p.name}.`,
    'mentions-other-upstream': (p: ReasonWords) =>
      `Die eigene Meldung spricht von ${p.name} und nicht von diesem Unterbau.`,
    'own-maintenance': () => 'Es ist eine eigene Wartung.',
    'upstream-maintenance': () => 'Der Unterbau hat eine Wartung, keine Störung.',
    'upstream-minor': () => 'Die Störung des Unterbaus ist klein.',
    'upstream-over': (p: ReasonWords) =>
      `Die Störung des Unterbaus war ${minutes(p)} vorher zu Ende.`,
    'upstream-silent': () => 'Der Unterbau hat keine Störung gemeldet.',
    'upstream-elsewhere': () =>
      'Der Unterbau hat eine Störung, aber an einem anderen Ort oder in einem anderen Teil.',
    'late-start': (p: ReasonWords) => `Begann spät: ${minutes(p)} nach der Störung des Unterbaus.`,
    'edge-soft': () => 'Nur ein Teil des Dienstes steht darauf.',
    'region-unknown': (p: ReasonWords) =>
      `Betroffen ist nur ${p.region}; wo dieser Dienst läuft, ist nicht bekannt.`,
    'part-not-named': () => 'Der betreffende Teil ist nicht genannt.',
    indirect: (p: ReasonWords) => `Der Weg führt über ${p.provider}.`,
  },
  suspicion: {
    title: (upstream: string) => `Vermutet: ${upstream}`,
    headline: (p: ReasonWords) =>
      `${p.count} Dienste, die darauf stehen, fielen binnen ${p.minutes === '1' ? 'einer Minute' : minutes(p)} aus; ${p.provider} selbst hat nichts gemeldet`,
    homeTitle: 'Vermutet',
    homeNote:
      'Errechnet aus den Meldungen derer, die darauf stehen. Der eigene Zustand bleibt, wie die eigene Seite ihn nennt.',
    how: 'Wie das errechnet wird',
    note: (provider: string) =>
      `Mehrere Dienste auf demselben Unterbau fielen binnen Minuten aus, mehr, als nach ihrer Vorgeschichte üblich ist. ${provider} hat nichts gesagt; der eigene Zustand bleibt hier, wie die eigene Seite ihn nennt.`,
    formed: (time: string) => `Vermutet seit ${time}.`,
    who: 'Wer ausfiel',
    began: 'Beginn',
    usual: 'Fällt sonst aus',
    everyDays: (days: string) => `einmal in ${days} Tagen`,
    naming: 'Nennt ihn',
    names: 'ja, als Ursache',
    namesNot: 'nein',
    later: 'kam später dazu',
    expected: (p: ReasonWords) =>
      `${p.of} bekannte Dienste stehen darauf. Zusammen beginnen bei ihnen ${p.perHour} Störungen pro Stunde; verdoppelt für belebte Stunden sind das ${p.expected} in ${minutes(p)}. Begonnen haben ${p.fallen}.`,
    chance: (p: ReasonWords) =>
      `Wahrscheinlichkeit, dass so viele zufällig beginnen: 1 zu ${p.oneIn}.`,
    namingChance: (p: ReasonWords) =>
      `Meldungen, die ihn als Ursache nennen: ${p.naming}. Dass sich eine irrt, ist mit je 5 von 100 eingerechnet.`,
    limit: (oneIn: string) => `Gezeigt wird eine Vermutung ab 1 zu ${oneIn}.`,
    shared: 'Was sie sonst gemeinsam haben',
    sharedNone: 'Keinen anderen Unterbau teilen zwei von ihnen, der es ebenso gut erklärte.',
    rival: (p: ReasonWords) =>
      `${p.upstream}, bei ${p.fallen} von ihnen: 1 zu ${p.oneIn}, weit eher ein Zufall.`,
    ownStatus: (provider: string) => `Was ${provider} selbst sagt`,
    aheadTitle: 'Dem Unterbau voraus',
    became: (p: ReasonWords) =>
      `Hier vermutet um ${p.time}; ${p.provider} meldete sich ${p.minutes === '0' ? 'in derselben Minute' : `${minutes(p)} später`}.`,
    becameBefore: (p: ReasonWords) =>
      `Hier vermutet um ${p.time}; ${p.provider} hatte da schon gemeldet, nur hatten wir es noch nicht gelesen.`,
    itsIncident: 'Die Störung',
    withdrawn: {
      'upstream-silent': 'Zurückgezogen: Der Unterbau meldete sechs Stunden lang nichts.',
      'other-cause-named': 'Zurückgezogen: Ihre eigenen Meldungen nennen andere Ursachen.',
      'other-upstream': 'Zurückgezogen: Die Störung eines anderen Unterbaus erklärt sie.',
      'taken-back': 'Zurückgezogen: Ihre Quellen nahmen die Störungen zurück.',
    },
  },
  otherCause: {
    deploy: 'eine eigene Änderung oder Version',
    configuration: 'eine Konfiguration',
    database: 'eine eigene Datenbank',
    certificate: 'ein Zertifikat',
    attack: 'ein Angriff',
    'line-cut': 'eine gekappte Leitung',
    hardware: 'defekte Hardware',
    power: 'ein Ausfall von Strom oder Kühlung',
    capacity: 'zu viel Last',
    bug: 'ein Fehler in der eigenen Software',
    maintenance: 'eine Wartung',
    own: 'eine eigene Ursache',
  },
};
