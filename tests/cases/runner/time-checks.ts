import { z } from 'zod';
import { localTime } from '../../../src/i18n/local-time.ts';
import { sortUpdates } from '../../../src/model/order.ts';
import { incidentLength } from '../../../src/views/incident-row.ts';
import type { OutputCheck } from './output-check.ts';
import { type OutputFile, toIncident } from './output-file.ts';

const incidentOf = (file: OutputFile) => {
  const [first] = file.incidents ?? [];
  if (first === undefined) throw new Error('the case has no incident');
  return toIncident(first);
};
const zoneOf = (file: OutputFile) =>
  z.looseObject({ render: z.looseObject({ timeZone: z.string() }) }).parse(file).render.timeZone;

export const timeChecks = {
  'updates-in-utc-order': (file) => {
    const { updates } = incidentOf(file);
    const shown = sortUpdates(updates.toReversed()).map(({ at }) => at);
    return shown.join() === shown.toSorted().join() ? [] : [`order ${shown.join(', ')}`];
  },
  'labels-differ': (file, check) => {
    const { between, mustShowOffset } = z
      .object({ between: z.array(z.number()), mustShowOffset: z.array(z.string()) })
      .parse(check);
    const { updates } = incidentOf(file);
    const labels = between.map((index) =>
      localTime(new Date(updates[index]?.at ?? ''), 'en', zoneOf(file)),
    );
    const wrong = labels.filter(
      (label, index) => !new RegExp(mustShowOffset[index] ?? '').test(label),
    );
    return new Set(labels).size === labels.length && wrong.length === 0
      ? []
      : [`labels ${labels.join(' / ')}`];
  },
  'duration-minutes': (file, check) => {
    const { value } = z.object({ value: z.number() }).parse(check);
    const minutes = (incidentLength(incidentOf(file)) ?? 0) / 60_000;
    return minutes === value ? [] : [`${minutes} minutes`];
  },
  'machine-readable-datetime': (file, check) => {
    const { values } = z.object({ values: z.array(z.string()) }).parse(check);
    // As every page writes it: to the minute, in UTC.
    const written = incidentOf(file).updates.map(({ at }) => Date.parse(`${at.slice(0, 16)}Z`));
    return values.filter((value) => !written.includes(Date.parse(value)));
  },
} satisfies Record<string, OutputCheck>;
