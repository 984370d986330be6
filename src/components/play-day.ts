/**
 * Makes the links of a day's moments a slider with a play button. Every moment is a page of its own;
 * what changes is fetched and put in place, so that script and page never tell two stories.
 */
const STEP_MS = 5 * 60_000;
const PLAY_STEP_MS = 15 * 60_000;
const BEAT_MS = 900;

export function playDay(page: Document): void {
  const nav = page.querySelector<HTMLElement>('.scrubber');
  if (nav === null) return;
  const {
    path = '',
    from = '',
    to = '',
    at = '',
    slider = '',
    play = '',
    pause = '',
  } = nav.dataset;
  const key = (time: number) => `${new Date(time).toISOString().slice(0, 16)}Z`;
  const range = page.createElement('input');
  Object.assign(range, {
    type: 'range',
    min: Date.parse(from),
    max: Date.parse(to),
    step: STEP_MS,
  });
  range.value = String(Date.parse(at));
  range.setAttribute('aria-label', slider);
  const button = page.createElement('button');
  button.type = 'button';
  button.textContent = play;
  const player = page.createElement('div');
  player.className = 'player';
  player.append(button, range);
  nav.querySelector('h3')?.after(player);

  let running: ReturnType<typeof setInterval> | undefined;
  let latest = 0;
  const speak = () => range.setAttribute('aria-valuetext', key(range.valueAsNumber).slice(11, 16));
  const show = async () => {
    const turn = ++latest;
    const address = `${path}?at=${key(range.valueAsNumber)}`;
    speak();
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok || turn !== latest) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (turn !== latest) return;
    history.replaceState(null, '', address);
    for (const part of ['#chosen', '.curve', '.day-state', '.moments', '.steps', '.day-posts']) {
      const next = fresh.querySelector(part);
      if (next !== null) page.querySelector(part)?.replaceWith(next);
    }
  };
  const stop = () => {
    clearInterval(running);
    running = undefined;
    button.textContent = play;
  };
  range.addEventListener('input', show);
  button.addEventListener('click', () => {
    if (running !== undefined) return stop();
    button.textContent = pause;
    if (range.valueAsNumber >= Date.parse(to)) range.value = String(Date.parse(from));
    running = setInterval(() => {
      range.value = String(range.valueAsNumber + PLAY_STEP_MS);
      void show();
      if (range.valueAsNumber >= Date.parse(to)) stop();
    }, BEAT_MS);
  });
  speak();
}
