import { describe, expect, it } from 'vitest';
import { CSTATE_IMPACT } from '../../../src/adapters/cstate.ts';
import { FIREHYDRANT_MILESTONE, FIREHYDRANT_SEVERITY } from '../../../src/adapters/firehydrant.ts';
import { OKTA_CATEGORY, OKTA_STATUS } from '../../../src/adapters/okta.ts';
import { ONLINEORNOT_COMPONENT } from '../../../src/adapters/onlineornot.ts';
import { PAGERDUTY_SEVERITY, PAGERDUTY_STATUS } from '../../../src/adapters/pagerduty-pages.ts';
import { statusForKind } from '../../../src/adapters/read/status-words.ts';
import { fixtureText, parseTexts, withWord } from './hosted-fixture.ts';

describe('words in pages', () => {
  const swap = (format: string, from: string, to: string) =>
    parseTexts(format, [fixtureText(format, 'page.html').replace(from, () => to)]);

  it.each([...Object.entries(OKTA_STATUS), ['Pondering', 'unknown']])(
    'okta status %s is %s',
    (word, expected) => {
      expect(swap('okta', '"Resolved"', JSON.stringify(word)).incidents[0]?.status).toBe(expected);
    },
  );
  it.each([...Object.entries(OKTA_CATEGORY), ['Oddity', 'unknown']])(
    'okta category %s is %s',
    (word, expected) => {
      expect(swap('okta', '"Service Disruption"', JSON.stringify(word)).incidents[0]?.impact).toBe(
        expected,
      );
    },
  );
  it.each([...Object.entries(PAGERDUTY_STATUS), ['pondering', 'unknown']])(
    'pagerduty status %s is %s',
    (word, expected) => {
      const value = swap(
        'pagerduty-pages',
        '"status": "investigating"',
        `"status": ${JSON.stringify(word)}`,
      ).incidents[0];
      expect([expected, statusForKind(expected as never, 'maintenance')]).toContain(value?.status);
    },
  );
  it.each([...Object.entries(PAGERDUTY_SEVERITY), ['odd', 'minor']])(
    'pagerduty severity %s is at least minor, worst wins: %s',
    (word, expected) => {
      const value = swap(
        'pagerduty-pages',
        '"severity": "minor", "status"',
        `"severity": ${JSON.stringify(word)}, "status"`,
      ).incidents[0]?.impact;
      // The older post says minor, and the worst of an incident's life counts.
      expect(value).toBe(expected === 'none' ? 'minor' : expected);
    },
  );
  it.each([...Object.entries(ONLINEORNOT_COMPONENT), ['odd', 'unknown']])(
    'onlineornot component %s is %s',
    (word, expected) => {
      expect(
        swap('onlineornot', 'DEGRADED_PERFORMANCE', word.toUpperCase()).components[0]?.status,
      ).toBe(expected);
    },
  );
  it.each(Object.entries(FIREHYDRANT_SEVERITY))(
    'firehydrant severity %s is %s',
    (word, expected) => {
      const text = withWord(
        fixtureText('firehydrant', 'open-incident.json'),
        'incidents.0.severitySlug',
        word.toUpperCase(),
      );
      // Unset: the condition of the component (offline) tells.
      expect(parseTexts('firehydrant', [text]).incidents[0]?.impact).toBe(
        expected === 'unknown' ? 'critical' : expected,
      );
    },
  );
  it.each(Object.entries(FIREHYDRANT_MILESTONE))(
    'firehydrant milestone %s is %s',
    (word, expected) => {
      const text = withWord(
        fixtureText('firehydrant', 'open-incident.json'),
        'incidents.0.timeline.0.details.milestoneUpdate.currentMilestone',
        word,
      );
      // Without `timestamps.resolved` it stays open, whatever a milestone says.
      const open = expected === 'resolved' ? 'investigating' : expected;
      expect(parseTexts('firehydrant', [text]).incidents[0]?.status).toBe(open);
    },
  );
  it.each([...Object.entries(CSTATE_IMPACT), ['odd', 'unknown']])(
    'cstate severity %s is %s',
    (word, expected) => {
      const text = fixtureText('cstate', 'disrupted.json').replaceAll(
        '"severity": "disrupted"',
        `"severity": "${word}"`,
      );
      expect(parseTexts('cstate', [text]).incidents[0]?.impact).toBe(expected);
    },
  );
});
