/** What `views/api-schemas.ts` says about the keys of an answer, by the English text. */
export const fieldTexts: Readonly<Record<string, string>> = {
  'The past moment asked for; null for now': 'Der gefragte Zeitpunkt; null für jetzt',
  'The worst of all': 'Der schlimmste von allen',
  'Providers by state': 'Anbieter nach Zustand',
  'Newest reading in use': 'Neuste verwendete Abfrage',
  'Those in trouble or maintenance, worst first':
    'Gestörte und solche in Wartung, das Schlimmste zuerst',
  'Page of this site for people': 'Seite für Menschen auf dieser Website',
  'Former ids': 'Frühere Kennungen',
  'ISO 3166-1 alpha-2': 'ISO 3166-1 Alpha-2',
  'Official status page': 'Offizielle Statusseite',
  '`unknown` where no fresh reading proves a state; it never stands for operational':
    '`unknown`, wo keine frische Abfrage einen Zustand belegt; es steht nie für operational',
  'What was last known where `status` is unknown':
    'Zuletzt bekannter Zustand, wo `status` unknown ist',
  'The reading the status rests on': 'Die Abfrage, auf der der Zustand beruht',
  'The reading is too old to vouch for the status':
    'Die Abfrage ist zu alt, um für den Zustand zu bürgen',
  'Ids, worst first': 'Kennungen, das Schlimmste zuerst',
  'Parts as its own page names them': 'Teile, wie die eigene Seite sie nennt',
  'Open ones, worst first': 'Offene, das Schlimmste zuerst',
  'Announced windows that have not ended': 'Angekündigte Zeitfenster, die noch nicht vorbei sind',
  '`<provider>/<id>`; never changes': '`<provider>/<id>`; ändert sich nie',
  'ISO 8601, UTC, with milliseconds': 'ISO 8601, UTC, mit Millisekunden',
  'Maintenance: begin of the announced window': 'Wartung: Beginn des angekündigten Zeitfensters',
  'When we first saw it': 'Wann wir es zuerst sahen',
  'When its source took it back': 'Wann die Quelle es zurückzog',
  'Oldest first': 'Älteste zuerst',
  'Canonical ids such as `aws:us-east-1`': 'Einheitliche Kennungen wie `aws:us-east-1`',
  'Canonical ids such as `aws:dynamodb`': 'Einheitliche Kennungen wie `aws:dynamodb`',
  'Page of the source on it': 'Seite der Quelle dazu',
  'What is ours and not the source’s word': 'Was von uns stammt und nicht von der Quelle',
  'Silent edits and withdrawals: when, why, and the title before':
    'Stille Änderungen und Rücknahmen: wann, warum und der Titel davor',
  'Addresses of the feeds that told of it': 'Adressen der Feeds, die davon berichteten',
  'Never changes; an event that enters the archive leads to its new id':
    'Ändert sich nie; ein Ereignis, das ins Archiv kommt, führt zu seiner neuen Kennung',
  '`feed`: formed from what the feeds tell': '`feed`: gebildet aus dem, was die Feeds melden',
  'Where it began': 'Wo es begann',
  'Cause; null while none is archived': 'Ursache; null, solange keine im Archiv steht',
  'Null where its source states no impact': 'Null, wo die Quelle keine Auswirkung nennt',
  'Ids of the incidents it consists of': 'Kennungen der Störungen, aus denen es besteht',
  'What fell with it, also those that posted nothing themselves':
    'Was mitfiel, auch ohne eigene Meldung',
  'Who says so': 'Wer es sagt',
  'Last time it was read and understood': 'Letzte gelungene Abfrage',
  'Failures in a row': 'Fehlversuche in Folge',
  'The worst of what you use': 'Der schlimmste von dem, was Sie nutzen',
  'What you use': 'Was Sie nutzen',
  'What that stands on': 'Worauf es steht',
  'The edges between them': 'Die Verbindungen dazwischen',
  'Ids asked for that name no provider': 'Gefragte Kennungen, zu denen es keinen Anbieter gibt',
};
