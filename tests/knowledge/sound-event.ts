/** An invented event, sound in every field; tests break one thing at a time. */
export const SOUND_EVENT = `id: example-2025-03-01
provider: example
title: { en: Example cloud stands still, de: Beispielwolke steht still }
incidentTitle: { en: Requests failing, de: Anfragen scheitern }
summary: { en: A cable broke., de: Ein Kabel riss. }
category: network
severity: major
impact: major
startedAt: 2025-03-01T08:00Z
endedAt: 2025-03-01T10:00Z
startPrecision: minute
endPrecision: minute
regions: [example:north]
regionNames: [{ en: North, de: Norden }]
services: [example:storage]
serviceNames: [{ en: Storage, de: Speicher }]
trackingIds: []
trigger: { en: An excavator., de: Ein Bagger. }
rootCause: { en: There was one cable only., de: Es gab nur ein Kabel. }
causeConfidence: confirmed
confidence: confirmed
sources:
  - &review
    url: https://status.example.com/review
    publisher: Example Cloud
    date: 2025-03-05
    kind: provider-postmortem
    tier: first-party
    foundHere: true
  - &rumour
    url: https://blog.example.net/rumour
    publisher: A blog
    kind: blog
    tier: weak
    foundHere: true
phases: []
cascade:
  - step: 1
    from: { en: Cable, de: Kabel }
    to: { en: Storage, de: Speicher }
    effect: { en: Storage was cut off., de: Der Speicher war abgehängt. }
    confidence: confirmed
    sources: [*review]
posts:
  - at: 2025-03-01T08:20Z
    status: investigating
    text: { en: Requests fail., de: Anfragen scheitern. }
    confidence: confirmed
    sources: [*review]
  - at: 2025-03-01T10:05Z
    status: resolved
    text: { en: It works again., de: Es geht wieder. }
    confidence: confirmed
    sources: [*review]
milestones: []
downstream:
  - name: { en: Shop, de: Laden }
    provider: shop
    kind: { en: Retail, de: Detailhandel }
    countries: [CH]
    effect: { en: No orders., de: Keine Bestellungen. }
    via: { en: Example Cloud, de: Example Cloud }
    reportedBy: own
    ownStatus:
      published: yes
      url: https://status.shop.example
      urlConfirmed: true
      firstPostAt: 2025-03-01T08:40Z
      firstPostStatus: identified
      title: { en: Orders fail, de: Bestellungen scheitern }
    confidence: confirmed
    sources: [*rumour]
stood: []
numbers: []
remediation: []
disagreements: []
`;
