import type { Impact, IncidentKind, IncidentStatus } from '../model/incident.ts';

/** The words an entry needs in one language; given by whoever knows the language. */
export interface EntryWords {
  providerName(providerId: string): string;
  kind: Readonly<Record<IncidentKind, string>>;
  status: Readonly<Record<IncidentStatus, string>>;
  impact: Readonly<Record<Impact, string>>;
  /** Absolute time with its zone, e.g. `20 October 2025, 06:48 UTC`. */
  time(iso: string): string;
  /** e.g. `Began 20 October 2025, 06:48 UTC.` */
  began(time: string): string;
  /** e.g. `Planned from … to ….`; `until` null where no end is announced. */
  planned(from: string, until: string | null): string;
  /** Title of the entry that ends an incident, e.g. `Resolved: AWS: title`. */
  ended(title: string): string;
  withdrawn(title: string): string;
  /** Sentence for the closing entry, e.g. `Over since …, after 3 h.` */
  endedAt(time: string): string;
  withdrawnAt(time: string): string;
  affected: string;
  officialPage: string;
}
