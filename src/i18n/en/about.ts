/** Method and principles. */
export const about = {
  title: 'How this works',
  lead: 'Downstream reads the official status feeds of clouds and of the services built on them, puts every incident into the same words, and shows them on one page: what is down, and what falls with it.',
  description:
    'Where the states on this site come from, how they are read, and what they do not say.',
  principlesTitle: 'Five principles',
  principles: {
    unknown: 'Unknown is never green.',
    unknownText:
      'A feed that failed, is old, is empty without proof, or says a word we do not know makes a provider unknown. It is never shown as operational for lack of news.',
    source: 'Every claim shows its source.',
    sourceText:
      'A state links to the official page and says when it was read. A guess is marked as one.',
    kept: 'Nothing is lost.',
    keptText:
      'Incidents, posts, silent edits and withdrawals are kept for good, each with when we saw it.',
    stands: 'It stands when others fall.',
    standsText:
      'A rush during an outage is the normal case here. No page needs a third party, and each feed fails alone.',
    plain: 'Plain web first.',
    plainText: 'Pages made on the server, real links, no script needed, no cookies, no tracking.',
  },
  stateTitle: 'What a state means',
  stateText:
    'Three facts count: what a status page says of itself, what it says of its parts, and its open incidents. They often contradict each other, and then the worst one counts. An open incident beside green parts is not green.',
  legend: 'The signs',
  freshTitle: 'How old a state may be',
  freshText:
    'A reading older than 15 minutes no longer vouches for its state. A provider that was fine becomes unknown; one that had trouble keeps it, marked as stale. Each state has the time of its reading beside it.',
  limitsTitle: 'What it cannot know',
  limitsText:
    'We measure nothing ourselves. If an official page is late, silent or wrong, so is this page, and official pages are often late. Times are the source’s own, in UTC; what the source did not say itself is marked at the incident.',
  openTitle: 'Take part',
  openText:
    'A provider is one entry in a list, a format one small program. Missing or wrong feeds are worth telling.',
};
