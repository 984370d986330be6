/** Open data: what there is, whose it is, where it comes from. */
export const data = {
  title: 'Open data',
  description:
    'Everything this site knows, to take away: incidents by year, events of the archive, dependencies and alternatives.',
  lead: 'Everything this site knows, to take away and build upon. No key, no sign-up, the same facts the pages are made from.',
  incidentsTitle: 'Incidents by year',
  incidentsText:
    'One JSON object per line, newest first, under the year in which the incident began (UTC). Each line has its posts, when we first and last saw it, and in source the official page it comes from.',
  year: 'Year',
  file: 'File',
  count: 'Incidents',
  noYears: 'No incident is recorded yet. As soon as one is, its year stands here.',
  listsTitle: 'Curated facts',
  lists: {
    events:
      'Events of the archive: phases, causes, official posts, who was hit, with every source.',
    dependencies: 'Who stands on whom, who says so, and when it was checked.',
    alternatives: 'What stands elsewhere, and what it stands on itself.',
  },
  schema: 'schema',
  schemasTitle: 'Shapes',
  schemasText:
    'A JSON Schema (2020-12) describes one entry of each file. A field that is there stays; new ones may be added.',
  schemaOf: {
    incident: 'one line of the incidents',
    event: 'one event',
    dependency: 'one dependency',
    alternative: 'one alternative',
  },
  licenceTitle: 'Licence',
  licenceText:
    'Structure, selection, translations and our own paraphrases are under Creative Commons Attribution 4.0 (CC BY 4.0): use them for anything, name Downstream and link here.',
  licenceLink: 'Creative Commons Attribution 4.0',
  quotedText:
    'Titles and posts of incidents read from feeds are the words of their providers and stay theirs; we quote them. In the incidents, textBy says whose words they are: provider for quoted ones, downstream for our paraphrases. Names and marks belong to their owners.',
  originTitle: 'Provenance',
  originText:
    'Incidents are read from official status feeds, never from reports of users; the archive and the curated facts come from the sources each entry names. What the source did not say itself is listed in marks. Sources we have not read, or trust little, are not part of the files.',
  originLink: 'Every feed we read',
  useTitle: 'Politely',
  useText:
    'Each file has an ETag: send it back in If-None-Match, and an unchanged file costs nothing. Ask for a whole year once, then follow the API or a feed.',
  apiLink: 'To the API',
};
