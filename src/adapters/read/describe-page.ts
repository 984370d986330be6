/** What kind of web page stands where a feed should be, in the order they are told apart. */
const KINDS = [
  {
    pattern:
      /just a moment|checking your browser|cf-challenge|cf-browser-verification|captcha|attention required|ddos protection|are you human/i,
    words: 'a bot challenge page',
  },
  {
    pattern: /type=["']?password|sign[ -]?in|log[ -]?in|anmelden|single sign-on/i,
    words: 'a login page',
  },
  {
    pattern: /<div id=["']?(root|app|__next|__nuxt|svelte)["']?|enable javascript|<noscript/i,
    words: 'the shell of a browser app',
  },
  { pattern: /not found|404|no longer available/i, words: 'a "not found" page' },
] as const;
const INSPECTED_CHARACTERS = 50_000;

/** True where the text is a web page rather than a feed. */
export function isWebPage(text: string): boolean {
  const head = text
    .slice(0, 2000)
    .replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g, '')
    .trimStart();
  return /^<(!doctype\s+html|html|head|body|h1|div|script|meta|title|center|p)[\s>]/i.test(head);
}

/** What the page looks like, for a message a maintainer can act on. @example 'a login page' */
export function describePage(html: string): string {
  const head = html.slice(0, INSPECTED_CHARACTERS);
  return KINDS.find(({ pattern }) => pattern.test(head))?.words ?? 'a web page';
}
