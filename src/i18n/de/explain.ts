import type { explain as english, ReasonWords } from '../en/explain.ts';
import type { Translated } from '../translated.ts';

export const explain: Translated<typeof english> = {
  title: 'Wahrscheinlich wegen',
  grade: {
    confirmed: 'bestätigt',
    likely: 'wahrscheinlich',
    possible: 'möglich',
  },
  gradeMeaning: {
    confirmed: 'Die eigene Meldung nennt den Anbieter als Ursache, und dieser hat eine Störung.',
    likely: 'Mehrere unabhängige Zeichen sprechen dafür.',
    possible: 'Es steht darauf, und die Zeiten passen. Mehr ist nicht bekannt.',
  },
  for: 'Was dafür spricht',
  against: 'Was dagegen spricht',
  nothingAgainst: 'Nichts Bekanntes spricht dagegen.',
  chain: 'Auf dem Weg über',
  silent: (upstream: string) => `Genannt wird ${upstream}; dort ist keine Störung gemeldet.`,
  reason: {
    'names-cause': (p: ReasonWords) => `Die eigene Meldung nennt ${p.name} als Ursache.`,
    'names-upstream': (p: ReasonWords) => `Die eigene Meldung erwähnt ${p.name}.`,
    'names-unnamed-provider': (p: ReasonWords) =>
      `Die eigene Meldung macht «${p.name}» verantwortlich, ohne Namen.`,
    'names-service': (p: ReasonWords) => `Ausgefallen ist genau der genutzte Teil: ${p.service}.`,
    'same-region': (p: ReasonWords) => `Gleiche Region: ${p.region}.`,
    'edge-documented': () => 'Es selbst oder der Anbieter sagt, dass es darauf steht.',
    'edge-reported': () => 'Andere berichten, dass es darauf steht.',
    'edge-inferred': () => 'Wir schliessen, dass es darauf steht; niemand sagt es.',
    'edge-hard': () => 'Ohne diesen Anbieter läuft es nicht.',
    'starts-with': (p: ReasonWords) => `Begann ${p.minutes} Minuten danach.`,
    'starts-soon-after': (p: ReasonWords) => `Begann ${p.minutes} Minuten danach.`,
    'starts-while-open': (p: ReasonWords) =>
      `Begann, während die andere Störung lief, nach ${p.minutes} Minuten.`,
    'starts-before-said': (p: ReasonWords) =>
      `Begann ${p.minutes} Minuten vor dem Beginn, den der Anbieter angibt; amtliche Seiten sind spät.`,
    'fall-together': (p: ReasonWords) =>
      `${p.count} von ${p.of} anderen, die darauf stehen, begannen innert einer Stunde; zufällig: ${p.chance}.`,
    'recovers-in-step': (p: ReasonWords) => `Beide endeten innert ${p.minutes} Minuten.`,
    'upstream-severe': () => 'Die Störung des Anbieters ist schwer.',
    'same-house': (p: ReasonWords) =>
      `Beide gehören zu ${p.house}, und er fiel innert einer Stunde mit dem Teil, auf dem er steht.`,
    'names-other-cause': (p: ReasonWords) =>
      `Die eigene Meldung nennt eine andere Ursache: «${p.text}».`,
    'names-other-upstream': (p: ReasonWords) =>
      `Die eigene Meldung nennt einen anderen Anbieter: ${p.name}.`,
    'mentions-other-upstream': (p: ReasonWords) =>
      `Die eigene Meldung spricht von ${p.name} und nicht von diesem Unterbau.`,
    'own-maintenance': () => 'Es ist eine eigene Wartung.',
    'upstream-maintenance': () => 'Der Anbieter hat eine Wartung, keine Störung.',
    'upstream-minor': () => 'Die Störung des Anbieters ist klein.',
    'upstream-over': (p: ReasonWords) =>
      `Die Störung des Anbieters war ${p.minutes} Minuten vorher zu Ende.`,
    'upstream-silent': () => 'Der Anbieter hat keine Störung gemeldet.',
    'upstream-elsewhere': () =>
      'Der Anbieter hat eine Störung, aber an einem anderen Ort oder Teil.',
    'late-start': (p: ReasonWords) => `Begann spät: ${p.minutes} Minuten nach dem Anbieter.`,
    'edge-soft': () => 'Nur ein Teil steht darauf.',
    'region-unknown': (p: ReasonWords) =>
      `Betroffen ist nur ${p.region}; wo dieser Dienst läuft, ist nicht bekannt.`,
    'part-not-named': () => 'Der betreffende Teil ist nicht genannt.',
    indirect: (p: ReasonWords) => `Der Weg führt über ${p.provider}.`,
  },
  suspicion: {
    title: (upstream: string) => `Vermutet: ${upstream}`,
    headline: (p: ReasonWords) =>
      `${p.count}, die darauf stehen, fielen innert ${p.minutes} ${p.minutes === '1' ? 'Minute' : 'Minuten'} aus; ${p.provider} selbst hat nichts gemeldet`,
    homeTitle: 'Vermutet',
    homeNote:
      'Errechnet aus den Meldungen derer, die darauf stehen. Der eigene Zustand bleibt, wie die eigene Seite ihn nennt.',
    how: 'Wie das errechnet ist',
    note: (provider: string) =>
      `Mehrere Dienste auf demselben Unterbau fielen innert Minuten aus, mehr, als nach ihrer Vorgeschichte üblich ist. ${provider} hat nichts gesagt; der eigene Zustand bleibt hier, wie die eigene Seite ihn nennt.`,
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
      `${p.of} bekannte Dienste stehen darauf. Zusammen beginnen bei ihnen ${p.perHour} Störungen in der Stunde; verdoppelt für belebte Stunden sind das ${p.expected} in ${p.minutes} Minuten. Begonnen haben ${p.fallen}.`,
    chance: (p: ReasonWords) => `Dass so viele zufällig beginnen: 1 zu ${p.oneIn}.`,
    namingChance: (p: ReasonWords) =>
      `Meldungen, die ihn als Ursache nennen: ${p.naming}. Dass sich jede irrt, ist eingerechnet, mit 5 von 100.`,
    limit: (oneIn: string) => `Gezeigt wird eine Vermutung ab 1 zu ${oneIn}.`,
    shared: 'Was sie sonst gemeinsam haben',
    sharedNone: 'Keinen anderen Unterbau teilen zwei von ihnen, der es ebenso gut erklärte.',
    rival: (p: ReasonWords) =>
      `${p.upstream}, bei ${p.fallen} von ihnen: 1 zu ${p.oneIn}, weit eher ein Zufall.`,
    ownStatus: (provider: string) => `Was ${provider} selbst sagt`,
    aheadTitle: 'Dem Anbieter voraus',
    became: (p: ReasonWords) =>
      `Hier vermutet um ${p.time}; ${p.provider} meldete sich ${p.minutes} Minuten später.`,
    becameBefore: (p: ReasonWords) =>
      `Hier vermutet um ${p.time}; ${p.provider} hatte da schon gemeldet, nur hatten wir es noch nicht gelesen.`,
    itsIncident: 'Die Störung',
    withdrawn: {
      'upstream-silent': 'Zurückgezogen: Der Anbieter meldete sechs Stunden lang nichts.',
      'other-cause-named': 'Zurückgezogen: Ihre eigenen Meldungen nennen andere Ursachen.',
      'other-upstream': 'Zurückgezogen: Die Störung eines anderen Anbieters erklärt sie.',
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
    power: 'Strom oder Kühlung ausgefallen',
    capacity: 'zu viel Last',
    bug: 'ein Fehler in der eigenen Software',
    maintenance: 'eine Wartung',
    own: 'eine eigene Ursache',
  },
};
