/** How to be told. */
export const subscribe = {
  title: 'Be told',
  lead: 'One address for your feed reader or chat channel. It needs no account, and it tells you once when something starts, changes and ends.',
  description: 'Incidents of the clouds and services you use as a feed, cut to what you need.',
  cutTitle: 'Only what you use',
  cutText: 'Choose what you use; a button opens the feed, and its address is the one to keep.',
  providers: 'Providers',
  impact: 'Impact, at least',
  kind: 'Kind',
  any: 'any',
  openAs: (format: string) => `Open as ${format}`,
  opml: 'One feed per provider, to import into a feed reader.',
  handTitle: 'By hand',
  handText:
    'The address is made to be written and changed by people. Values are separated by commas.',
  parameter: 'Parameter',
  meaning: 'Meaning',
  example: 'Example',
  parameters: {
    provider: 'only these providers',
    category: 'only providers of this kind',
    impact: 'at least this impact',
    kind: 'incident, maintenance or notice',
    region: 'only these regions',
    q: 'only with these words',
    lang: 'language of titles and labels',
  },
};
