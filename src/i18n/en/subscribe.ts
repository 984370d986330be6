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
  items: 'One entry per',
  itemsIncidents: 'beginning and end',
  itemsUpdates: 'every post',
  see: 'Show my addresses',
  yoursTitle: 'Your feed',
  yoursText:
    'These addresses stay as they are. Copy one into your reader, chat channel or calendar.',
  previewTitle: 'What it holds now',
  previewNone: 'Nothing yet: the feed is empty until something happens.',
  chatTitle: 'In a chat channel',
  chatText:
    'We send nothing by ourselves; chat programs fetch feeds. Each incident is announced once when it begins and once when it ends.',
  chatTeams: 'Workflows, “When a feed item is published (RSS)”, then “Post message in a channel”.',
  chatOthers:
    'Their RSS bot or bridge takes the RSS address. Where it announces changes again, RSS is the right format: its entries never change.',
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
