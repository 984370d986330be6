// <downstream-status provider="aws,github" lang="en" theme="auto" label="Our providers"></downstream-status>
// Shows the state of providers from the site this script comes from. It stores nothing and touches
// nothing outside its own element. Custom properties: --downstream-ink, -soft, -rule, -font and
// -<state> (--downstream-major_outage …).
const BASE = new URL('.', import.meta.url).href;
const EVERY_MS = 120_000;
const TEXT = {
  en: [
    'operational',
    'maintenance',
    'degraded',
    'partial outage',
    'major outage',
    'unknown',
    'Status',
    'No connection; last known',
    'State not available',
    'now',
  ],
  de: [
    'in Betrieb',
    'Wartung',
    'beeinträchtigt',
    'Teilausfall',
    'Ausfall',
    'unbekannt',
    'Zustand',
    'Keine Verbindung; zuletzt bekannt',
    'Zustand nicht verfügbar',
    'jetzt',
  ],
};
const STATES = [
  'operational',
  'under_maintenance',
  'degraded_performance',
  'partial_outage',
  'major_outage',
  'unknown',
];
const SHAPES = [
  'M4.6 0A4.6 4.6 0 1 1-4.6 0 4.6 4.6 0 1 1 4.6 0z',
  'M-5-5H5V5H-5zM-3.6 0v3.6h7.2V0z',
  'M0-5.2 5.6 4.6H-5.6z',
  'M0-6 6 0 0 6-6 0z',
  'M-5-5H5V5H-5z',
  'M4.8 0A4.8 4.8 0 1 1-4.8 0 4.8 4.8 0 1 1 4.8 0z',
];
const LIGHT = ['#00735a', '#0b5aa3', '#ad7800', '#c04800', '#a3140a', '#56565c'];
const DARK = ['#3fc6a0', '#74b8f5', '#f2c14a', '#f7934c', '#f4553e', '#aaa79e'];

const colours = (dark) =>
  `:host{--i:var(--downstream-ink,${dark ? '#f0ede5' : '#16161a'});--s:var(--downstream-soft,${dark ? '#c2bfb6' : '#45454b'});--r:var(--downstream-rule,${dark ? '#393834' : '#d3d0c5'})}` +
  STATES.map(
    (state, n) => `.${state}{color:var(--downstream-${state},${(dark ? DARK : LIGHT)[n]})}`,
  ).join('');
const CSS =
  ':host{display:block;color:var(--i);font:var(--downstream-font,.875rem/1.4 system-ui,sans-serif)}:host([hidden]){display:none}ul{list-style:none;margin:0;padding:0}li{display:flex;gap:.5em;align-items:center;height:2em;box-sizing:border-box;border-bottom:1px solid var(--r)}svg{flex:none;width:1em;height:1em;fill:currentColor}a{color:inherit;flex:1;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}span{white-space:nowrap}p{margin:0;height:1.8em;line-height:1.8em;font-size:.85em;color:var(--s);overflow:hidden;text-overflow:ellipsis;white-space:nowrap}[role=status]{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}';

class DownstreamStatus extends HTMLElement {
  static observedAttributes = ['provider', 'lang', 'theme', 'label'];
  #root = this.attachShadow({ mode: 'open' });
  #sheet = new CSSStyleSheet();
  #known = new Map();
  #rows = [];
  #timer = 0;
  #turn = 0;

  connectedCallback() {
    this.#root.adoptedStyleSheets = [this.#sheet];
    this.#root.innerHTML = '<ul></ul><p></p><div role="status" aria-live="polite"></div>';
    this.#timer = setInterval(() => document.hidden || this.#load(), EVERY_MS);
    this.#begin();
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  attributeChangedCallback(_name, before, after) {
    if (this.isConnected && this.#timer && before !== after) this.#begin();
  }

  get #ids() {
    return (this.getAttribute('provider') ?? '')
      .split(',')
      .map((id) => id.trim())
      .filter(Boolean);
  }

  get #text() {
    const lang = this.getAttribute('lang') ?? this.closest('[lang]')?.lang ?? navigator.language;
    return TEXT[lang.slice(0, 2)] ?? TEXT.en;
  }

  #begin() {
    const theme = this.getAttribute('theme');
    const dark = `@media(prefers-color-scheme:dark){${colours(true)}}`;
    // The height of what will come is there from the start.
    const reserved = `:host{min-height:calc(${this.#ids.length * 2}em + 1.6em)}`;
    this.#sheet.replaceSync(
      CSS +
        reserved +
        colours(theme === 'dark') +
        (theme === 'light' || theme === 'dark' ? '' : dark),
    );
    this.#rows = [];
    this.#known.clear();
    this.#load();
  }

  async #load() {
    const turn = ++this.#turn;
    const ids = this.#ids;
    let isLive = false;
    try {
      const answer = await fetch(
        `${BASE}api/v1/providers?use=${encodeURIComponent(ids)}&fields=id,name,status,url`,
        { credentials: 'omit' },
      );
      if (answer.ok) {
        const { data } = await answer.json();
        if (turn !== this.#turn) return;
        this.#rows = data.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
        isLive = true;
      }
    } catch {}
    if (turn === this.#turn) this.#draw(isLive);
  }

  #draw(isLive) {
    const text = this.#text;
    const [list, note, live] = this.#root.children;
    const changes = [];
    list.replaceChildren(
      ...this.#rows.map(({ id, name, status, url }) => {
        const n = Math.max(0, STATES.indexOf(status)) || (status === 'operational' ? 0 : 5);
        const item = document.createElement('li');
        const shape =
          n === 5
            ? 'fill="none" stroke="currentColor" stroke-width="1.7" stroke-dasharray="2.51 2.51"'
            : 'fill-rule="evenodd"';
        item.innerHTML = `<svg class="${STATES[n]}" viewBox="-6 -6 12 12" aria-hidden="true"><path ${shape} d="${SHAPES[n]}"/></svg><a></a><span>${text[n]}</span>`;
        const link = item.querySelector('a');
        link.textContent = name;
        if (/^https?:/.test(url)) link.href = url;
        if (this.#known.has(id) && this.#known.get(id) !== status)
          changes.push(`${name}: ${text[n]}`);
        this.#known.set(id, status);
        return item;
      }),
    );
    const label = this.getAttribute('label') ?? text[6];
    note.textContent = isLive ? `${label}, Downstream` : this.#rows.length ? text[7] : text[8];
    if (changes.length) live.textContent = changes.join('; ');
    this.dispatchEvent(new CustomEvent('downstream-status', { detail: { isLive } }));
  }
}

if (!customElements.get('downstream-status'))
  customElements.define('downstream-status', DownstreamStatus);
