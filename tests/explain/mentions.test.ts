import { describe, expect, it } from 'vitest';
import type { Lexicon } from '../../src/explain/lexicon.ts';
import { readText } from '../../src/explain/mentions.ts';
import { incidentAt, LEXICON } from './explain-world.ts';

/** Counts what the reading asks for: the work, whatever the machine. */
function counting(lexicon: Lexicon): { lexicon: Lexicon; asked: () => number } {
  let count = 0;
  const counted = <Args extends unknown[], Result>(call: (...args: Args) => Result) => {
    return (...args: Args) => {
      count++;
      return call(...args);
    };
  };
  return {
    lexicon: {
      pattern: lexicon.pattern,
      thingsCalled: counted(lexicon.thingsCalled),
      regionsIn: counted(lexicon.regionsIn),
      servicesIn: counted(lexicon.servicesIn),
    },
    asked: () => count,
  };
}

describe('hostile texts', () => {
  it.each([
    ['one endless sentence', 'AWS '.repeat(5_000)],
    ['many short ones', 'AWS. '.repeat(4_000)],
    ['many lines', 'AWS AWS AWS AWS AWS AWS AWS AWS\n'.repeat(600)],
    ['unnamed ones', 'our cloud provider '.repeat(1_000)],
  ])('cost no more than a long honest one: %s', (_, body) => {
    const { lexicon, asked } = counting(LEXICON);
    const reading = readText(incidentAt('one/a', 0, null, { says: [body] }), lexicon);
    expect(reading.mentions.length).toBeLessThanOrEqual(40);
    expect(reading.unnamed.length).toBeLessThanOrEqual(52);
    expect(asked()).toBeLessThanOrEqual(130);
  });

  it('are bounded over all posts of an incident', () => {
    const { lexicon, asked } = counting(LEXICON);
    const says = Array.from({ length: 500 }, () => 'AWS '.repeat(5_000));
    expect(readText(incidentAt('one/a', 0, null, { says }), lexicon).mentions).toHaveLength(400);
    expect(asked()).toBeLessThanOrEqual(1_300);
  });

  it('hide nothing that a later post says', () => {
    const says = ['AWS '.repeat(5_000), 'This is due to an outage at AWS.'];
    const { mentions } = readText(incidentAt('one/a', 0, null, { says }), LEXICON);
    expect(mentions.at(-1)).toMatchObject({ stance: 'cause', order: 2 });
  });
});
