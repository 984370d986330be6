/**
 * Why an incident probably happened. `reason` has one sentence per code of explain/explanation.ts;
 * numbers and names come already formatted.
 */
export const explain = {
  title: 'Probably because of',
  grade: {
    confirmed: 'confirmed',
    likely: 'likely',
    possible: 'possible',
  },
  gradeMeaning: {
    confirmed: 'Its own post names the upstream as the cause, and the upstream has an incident.',
    likely: 'Several independent signs speak for it.',
    possible: 'It stands on it, and the times fit. Nothing more is known.',
  },
  for: 'What speaks for it',
  against: 'What speaks against it',
  nothingAgainst: 'Nothing known speaks against it.',
  chain: 'By way of',
  silent: (upstream: string) => `It names ${upstream}, which has posted no incident.`,
  reason: {
    'names-cause': (p: ReasonWords) => `Its own post names ${p.name} as the cause.`,
    'names-upstream': (p: ReasonWords) => `Its own post mentions ${p.name}.`,
    'names-unnamed-provider': (p: ReasonWords) => `Its own post blames “${p.name}” without a name.`,
    'names-service': (p: ReasonWords) => `The part that failed is the one it uses: ${p.service}.`,
    'same-region': (p: ReasonWords) => `Same region: ${p.region}.`,
    'edge-documented': () => 'It says itself, or its upstream does, that it stands on it.',
    'edge-reported': () => 'Others report that it stands on it.',
    'edge-inferred': () => 'We infer that it stands on it; nobody says so.',
    'edge-hard': () => 'It cannot work without it.',
    'starts-with': (p: ReasonWords) => `It began ${minutes(p)} after it.`,
    'starts-soon-after': (p: ReasonWords) => `It began ${minutes(p)} after it.`,
    'starts-while-open': (p: ReasonWords) => `It began while the other was open, ${minutes(p)} in.`,
    'starts-before-said': (p: ReasonWords) =>
      `It began ${minutes(p)} before the start its upstream states; official pages are late.`,
    'fall-together': (p: ReasonWords) =>
      `${p.count} of ${p.of} others that stand on it began within the hour; by chance: ${p.chance}.`,
    'recovers-in-step': (p: ReasonWords) => `They ended within ${minutes(p)} of each other.`,
    'upstream-severe': () => 'The incident of the upstream is a severe one.',
    'same-house': (p: ReasonWords) =>
      `Both belong to ${p.house}, and it fell within an hour of the part it stands on.`,
    'names-other-cause': (p: ReasonWords) => `Its own post names another cause: “${p.text}”.`,
    'names-other-upstream': (p: ReasonWords) => `Its own post names another upstream: ${p.name}.`,
    'mentions-other-upstream': (p: ReasonWords) =>
      `Its own post speaks of ${p.name}, and not of this upstream.`,
    'own-maintenance': () => 'It is a maintenance of its own.',
    'upstream-maintenance': () => 'The upstream has a maintenance, not an incident.',
    'upstream-minor': () => 'The incident of the upstream is a small one.',
    'upstream-over': (p: ReasonWords) => `The upstream had ended ${minutes(p)} before it began.`,
    'upstream-silent': () => 'The upstream has posted no incident.',
    'upstream-elsewhere': () => 'The upstream has an incident, but in another place or part.',
    'late-start': (p: ReasonWords) => `It began late: ${minutes(p)} after the upstream.`,
    'edge-soft': () => 'Only a part of it stands on it.',
    'region-unknown': (p: ReasonWords) =>
      `Only ${p.region} is hit, and where it runs is not known.`,
    'part-not-named': () => 'The part concerned is not named.',
    indirect: (p: ReasonWords) => `The way leads through ${p.provider}.`,
  },
  suspicion: {
    title: (upstream: string) => `Suspected: ${upstream}`,
    headline: (p: ReasonWords) =>
      `${p.count} who stand on it fell within ${minutes(p)}; ${p.provider} itself has not posted`,
    homeTitle: 'Suspected',
    homeNote:
      'Reckoned from the posts of those who stand on it. Its own status stays as its own page states it.',
    how: 'How this is reckoned',
    note: (provider: string) =>
      `Several services that share this upstream fell within minutes, more than their own histories make usual. ${provider} has not said anything; its own status here stays as its own page states it.`,
    formed: (time: string) => `Suspected since ${time}.`,
    who: 'Who fell',
    began: 'Began',
    usual: 'Usually falls',
    everyDays: (days: string) => `once in ${days} days`,
    naming: 'Names it',
    names: 'yes, as the cause',
    namesNot: 'no',
    later: 'joined later',
    expected: (p: ReasonWords) =>
      `${p.of} known services stand on it. Together they begin ${p.perHour} incidents an hour; doubled for busy hours, that is ${p.expected} in ${minutes(p)}. ${p.fallen} began.`,
    chance: (p: ReasonWords) => `Chance that so many begin by accident: 1 in ${p.oneIn}.`,
    namingChance: (p: ReasonWords) =>
      `Posts that name it as the cause: ${p.naming}. That each is mistaken is reckoned in, at 5 in 100.`,
    limit: (oneIn: string) => `A suspicion is shown from 1 in ${oneIn} on.`,
    shared: 'What else they share',
    sharedNone: 'No other upstream is shared by two of them that would explain it as well.',
    rival: (p: ReasonWords) =>
      `${p.upstream}, by ${p.fallen} of them: 1 in ${p.oneIn}, far more easily an accident.`,
    ownStatus: (provider: string) => `What ${provider} itself says`,
    aheadTitle: 'Ahead of the upstream',
    became: (p: ReasonWords) =>
      `Suspected here at ${p.time}; ${p.provider} posted ${minutes(p)} later.`,
    becameBefore: (p: ReasonWords) =>
      `Suspected here at ${p.time}; ${p.provider} had posted by then, but we had not read it yet.`,
    itsIncident: 'Its incident',
    withdrawn: {
      'upstream-silent': 'Withdrawn: the upstream posted nothing in six hours.',
      'other-cause-named': 'Withdrawn: their own posts name other causes.',
      'other-upstream': 'Withdrawn: the incident of another upstream explains them.',
      'taken-back': 'Withdrawn: their sources took the incidents back.',
    },
  },
  otherCause: {
    deploy: 'a release or change of its own',
    configuration: 'a configuration',
    database: 'a database of its own',
    certificate: 'a certificate',
    attack: 'an attack',
    'line-cut': 'a cut line',
    hardware: 'broken hardware',
    power: 'a loss of power or cooling',
    capacity: 'too much load',
    bug: 'a fault in its software',
    maintenance: 'a maintenance',
    own: 'a cause of its own',
  },
};

/** Values of a sentence, formatted for the reader. */
export type ReasonWords = Readonly<Record<string, string>>;

function minutes(p: ReasonWords): string {
  return p.minutes === '1' ? '1 minute' : `${p.minutes} minutes`;
}
