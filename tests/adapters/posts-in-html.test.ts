import { describe, expect, it } from 'vitest';
import { POST_STATES, postsInHtml } from '../../src/adapters/posts-in-html.ts';

const REFERENCE = { reference: '2025-10-21T12:00:00.000Z' };
const read = (html: string) => postsInHtml(html, REFERENCE);
/** A post as Statuspage writes it. */
const timed = (time: string, rest: string) => `<p><small>${time}</small><br>${rest}</p>`;
const at = (clock: string) => `2025-10-20T${clock}:00.000Z`;

describe('posts with a time', () => {
  it('are read oldest first, however they are listed', () => {
    const later = timed('Oct 20, 10:00 UTC', '<strong>Resolved</strong> - Over.');
    const earlier = timed('Oct 20, 09:00 UTC', '<b>Investigating</b> - <i>Bad</i> news.');
    const posts = [
      {
        at: at('09:00'),
        printedTime: 'Oct 20, 09:00 UTC',
        status: 'investigating',
        body: 'Bad news.',
      },
      { at: at('10:00'), printedTime: 'Oct 20, 10:00 UTC', status: 'resolved', body: 'Over.' },
    ];
    expect(read(later + earlier)).toEqual(posts);
    expect(read(earlier + later)).toEqual(posts);
  });

  it.each([
    [
      'day and time in elements',
      "Oct <var data-var='date'>20</var>, <var data-var='time'>09:00</var> UTC",
      'Oct 20, 09:00 UTC',
    ],
    [
      'the same without spaces',
      "Oct<VAR data-var='date'>20</VAR><var data-var='time'>09:00</var> UTC",
      'Oct 20 09:00 UTC',
    ],
    ['over several lines', 'Oct\n 20 ,\n09:00\nUTC ', 'Oct 20, 09:00 UTC'],
    ['escaped', 'Oct&nbsp;20, 09:00 UTC', 'Oct 20, 09:00 UTC'],
  ])('print it as %s', (_name, time, printedTime) => {
    const [post] = read(timed(time, 'Text.'));
    expect([post?.at, post?.printedTime]).toEqual([at('09:00'), printedTime]);
  });

  it('may print what is no time', () => {
    expect(read(timed('3:23pm PDT', 'Text.'))).toEqual([
      { at: null, printedTime: '3:23pm PDT', status: null, body: 'Text.' },
    ]);
  });

  it('end at 300 characters of time and at 200 posts', () => {
    expect(read(`<small>${'x'.repeat(301)}</small>`)).toEqual([]);
    const many = Array.from({ length: 201 }, () => timed('Oct 20, 09:00 UTC', 'Text.')).join('');
    expect(read(many)).toHaveLength(200);
    const bold = Array.from({ length: 201 }, () => '<p><b>Update</b>: Text.</p>').join('');
    expect(read(bold)).toHaveLength(200);
  });
});

describe('the state in front of a post', () => {
  const stateOf = (rest: string) => {
    const [post] = read(timed('Oct 20, 09:00 UTC', rest));
    return [post?.status, post?.body];
  };

  it.each(Object.entries(POST_STATES))('"%s" is %s', (word, state) => {
    expect(stateOf(`<strong>${word}</strong> - Text.`)).toEqual([
      state === 'update' ? null : state,
      'Text.',
    ]);
  });

  it.each([
    ['a dash', '<strong>Resolved</strong> – Text.'],
    ['a long dash', '<strong>Resolved</strong> — Text.'],
    ['a colon', '<strong>Resolved</strong>: Text.'],
    ['nothing', '<strong>Resolved</strong>Text.'],
    ['breaks before it', '<br/><div><p> \n<strong>Resolved</strong> - Text.'],
    ['spaces within', '<strong> RESOLVED </strong> - Text.'],
  ])('stands with %s', (_name, rest) => {
    expect(stateOf(rest)).toEqual(['resolved', 'Text.']);
  });

  it.each([
    ['behind other words', 'It is <strong>Resolved</strong> - Text.', 'It is Resolved - Text.'],
    ['in two different elements', '<strong>Resolved</b> - Text.', 'Resolved - Text.'],
    ['of one letter', '<strong>R</strong> - Text.', 'R - Text.'],
    ['of a prototype', '<strong>constructor</strong> - Text.', 'constructor - Text.'],
  ])('is none: %s', (_name, rest, body) => {
    expect(stateOf(rest)).toEqual([null, body]);
  });

  it('is told where nobody knows it, unless no dash sets it apart', () => {
    const unknown: string[] = [];
    const note = (word: string) => unknown.push(word);
    const html = (rest: string) => timed('Oct 20, 09:00 UTC', rest);
    postsInHtml(html('<strong> Pondering </strong> - Text.'), REFERENCE, note);
    postsInHtml(html('<strong>Musing</strong> —'), REFERENCE, note);
    postsInHtml(html('<strong>Important</strong>: Text.'), REFERENCE, note);
    postsInHtml(html('<strong>Resolved</strong> - Text.'), REFERENCE, note);
    postsInHtml(html('<strong>Follow-up</strong> Text.'), REFERENCE, note);
    postsInHtml(html('No bold word - Text.'), REFERENCE, note);
    expect(unknown).toEqual(['pondering', 'musing']);
    expect(read(html('<strong>Pondering</strong> - Text.'))[0]).toMatchObject({
      status: null,
      body: 'Pondering - Text.',
    });
  });
});

describe('posts without a time', () => {
  it('begin with a bold state, and are turned round by their states', () => {
    const html =
      '<p class="x"><strong>Resolved</strong> - Over.</p><p><b>Update</b>: Soon.</p><p><strong>Investigating</strong> – Bad.</p>';
    expect(read(html)).toEqual([
      { at: null, status: 'investigating', body: 'Bad.' },
      { at: null, status: null, body: 'Soon.' },
      { at: null, status: 'resolved', body: 'Over.' },
    ]);
  });

  it.each([
    ['paragraphs', '<p><b>Investigating</b> - A.</p><p><b>Resolved</b> - B.</p>'],
    ['lines', '<b>Investigating</b> - A.<br><b>Resolved</b> - B.'],
    ['lines of XHTML', ' <b>Investigating</b> - A.<br /> <b>Resolved</b> - B.'],
    ['items', '<ul><li><b>Investigating</b> - A.</li><li><b>Resolved</b> - B.</li></ul>'],
    ['blocks', '<div class="a"><b>Investigating</b> - A.</div><DIV><B>Resolved</B> - B.</DIV>'],
  ])('stand in %s', (_name, html) => {
    expect(read(html)).toEqual([
      { at: null, status: 'investigating', body: 'A.' },
      { at: null, status: 'resolved', body: 'B.' },
    ]);
  });

  it('hold bold words that are no state as text, and note none', () => {
    const unknown: string[] = [];
    const posts = postsInHtml(
      '<p><b>Investigating</b> - A.</p><p><b>Workaround</b>: none.</p>',
      REFERENCE,
      (word) => unknown.push(word),
    );
    expect(posts).toEqual([{ at: null, status: 'investigating', body: 'A.\n\nWorkaround: none.' }]);
    expect(unknown).toEqual([]);
  });

  it.each([
    ['no bold word', '<p>Investigating - A.</p>'],
    ['no mark behind it', '<p><b>Investigating</b> A.</p>'],
    ['no known state', '<p><b>Pondering</b> - A.</p>'],
    ['nothing', ''],
  ])('are none where there is %s', (_name, html) => {
    expect(read(html)).toEqual([]);
  });
});
