import type { Explanation, Reason, ReasonCode } from '../explain/explanation.ts';
import type { Format } from '../i18n/format.ts';
import type { Messages } from '../i18n/messages.ts';
import type { CloudService } from '../knowledge/schemas/places.ts';

export interface ReasonContext {
  words: Messages;
  format: Format;
  nameOf(providerId: string): string;
  service(serviceId: string): Pick<CloudService, 'name'> | undefined;
}

/** A reason as a sentence. Numbers are written for the reader, ids become names. */
export function reasonSentence(reason: Reason<ReasonCode>, context: ReasonContext): string {
  const { words, format } = context;
  const values = Object.fromEntries(
    Object.entries(reason.params).map(([key, value]) => [key, valueText(key, value, context)]),
  );
  if (typeof reason.params.chance === 'number')
    values.chance = chanceText(reason.params.chance, format);
  return words.explain.reason[reason.code](values);
}

/** What speaks for and against, the weightiest first. */
export function sentencesOf(
  explanation: Explanation,
  context: ReasonContext,
): { for: string[]; against: string[] } {
  const tell = (reasons: readonly Reason<ReasonCode>[]) => [
    ...new Set(
      reasons
        .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
        .map((reason) => reasonSentence(reason, context)),
    ),
  ];
  return { for: tell(explanation.for), against: tell(explanation.against) };
}

function valueText(key: string, value: string | number, context: ReasonContext): string {
  if (typeof value === 'number') return context.format.number(value);
  switch (key) {
    case 'provider':
    case 'upstream':
      return context.nameOf(value);
    case 'service':
      return context.service(value)?.name ?? value;
    case 'region':
      return value.slice(value.indexOf(':') + 1);
    default:
      return value;
  }
}

/** @example '1 in 4,000' */
function chanceText(chance: number, format: Format): string {
  if (chance >= 0.01) return `${format.number(Math.round(chance * 100))} %`;
  return `1 : ${format.number(Number((1 / chance).toPrecision(1)))}`;
}
