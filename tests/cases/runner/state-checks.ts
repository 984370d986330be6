import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { messagesFor } from '../../../src/i18n/messages.ts';
import type { ProviderStatus } from '../../../src/model/status.ts';
import { badgeSvg } from '../../../src/views/badge-svg.ts';
import { PAINTS, STATUS_SHAPES } from '../../../src/views/status-paint.ts';
import type { OutputCheck } from './output-check.ts';

/** The five states of the case in our words. */
const STATES: ProviderStatus[] = [
  'operational',
  'degraded_performance',
  'major_outage',
  'under_maintenance',
  'unknown',
];
const SRC = path.resolve(import.meta.dirname, '../../../src');
const sprite = () => readFileSync(path.join(SRC, 'components/sprite.astro'), 'utf8');

const countSchema = z.object({ count: z.number() });
const distinct = (values: readonly string[], count: number, what: string) =>
  new Set(values).size === count && !values.includes('') ? [] : [`${what}: ${values.join(', ')}`];

/** Contrast of two colours by WCAG 2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export const stateChecks = {
  'distinct-text-per-state': (_file, check) => {
    const { count } = countSchema.parse(check);
    return (['en', 'de'] as const).flatMap((locale) =>
      distinct(
        STATES.map((state) => messagesFor(locale).words.status[state]),
        count,
        locale,
      ),
    );
  },
  'distinct-icon-per-state': (_file, check) => {
    const { count } = countSchema.parse(check);
    const onPages = STATES.map(
      (state) => new RegExp(`id="${state}"[^>]*>(.*?)</symbol>`).exec(sprite())?.[1] ?? '',
    );
    return [
      ...distinct(onPages, count, 'pages'),
      ...distinct(
        STATES.map((state) => STATUS_SHAPES[state]),
        count,
        'badges',
      ),
    ];
  },
  'contrast-gte': (_file, check) => {
    const { text, graphics } = z.object({ text: z.number(), graphics: z.number() }).parse(check);
    return Object.entries(PAINTS).flatMap(([theme, paint]) => [
      ...[paint.ink, paint.soft]
        .filter((colour) => contrast(colour, paint.paper) < text)
        .map((colour) => `${theme}: text ${colour}`),
      ...STATES.filter((state) => contrast(paint.status[state], paint.paper) < graphics).map(
        (state) => `${theme}: ${state}`,
      ),
    ]);
  },
  'accessible-names': () =>
    STATES.flatMap((status) => {
      const word = messagesFor('en').words.status[status];
      const svg = badgeSvg({ label: 'A', status, word }, 'compact', 'light');
      return svg.includes(`aria-label="A: ${word}"`) ? [] : [`badge of ${status}`];
    }),
} satisfies Record<string, OutputCheck>;
