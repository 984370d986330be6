/** Every feed we read, and how that goes. */
export const sources = {
  title: 'Sources',
  lead: 'Every state on this site comes from an official feed. Here is each of them, with its address, when we could last read it, and how sure we are that it is the right one.',
  description:
    'Every official status feed this site reads: address, format, last good reading, errors.',
  tally: (healthy: string, failing: string, never: string) =>
    `${healthy} read well, ${failing} failing, ${never} never read.`,
  troubleTitle: 'Cannot be read at the moment',
  troubleNone: 'Every feed could be read.',
  workingTitle: 'Read well',
  noneTitle: 'Providers without an official feed',
  noneLead: 'They are here because people ask for them. Their state is unknown and stays so.',
  provider: 'Provider',
  address: 'Address',
  evidence: 'Evidence',
  lastGood: 'Last good reading',
  why: 'Why',
  reason: 'Reason',
  format: 'Format',
  failures: (count: number, text: string) =>
    count === 1 ? 'failed once' : `failed ${text} times in a row`,
  redirected: 'now leads to',
  words: 'words we do not know:',
  tooOld: 'The last reading is too old to vouch for the state.',
  notYet: 'Not read yet.',
  official: 'status page',
  never: 'never',
};
