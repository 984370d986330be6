/** What stands elsewhere, by category. */
export const alternatives = {
  title: 'What stands elsewhere',
  lead: (count: string) =>
    `${count} services and projects that can stand in for the big ones, and what they themselves run on. Nothing is called independent without a source that was read.`,
  description:
    'Alternatives to the big clouds and platforms: country, owner, open source, self-hostable, and what they themselves run on, with sources.',
  name: 'Name',
  openSource: 'open source',
  closedSource: 'closed source',
  selfHostable: 'can be self-hosted',
  noCountry: 'no company behind it',
  runsOn: 'Runs on',
  insteadOf: (names: string) => `Instead of ${names}`,
  independence: {
    yes: 'independent of the big US clouds',
    partly: 'partly independent',
    no: 'stands on a big US cloud',
    'depends-on-operator': 'depends on where you run it',
    unknown: 'how independent, is not known',
  },
  unread: 'no source read yet, so not called independent',
  statusPage: 'status page',
  caveat: 'But',
  checkStack: 'Check what you use',
};
