/**
 * What holds for text and addresses in any feed: W3C Feed Validation Service, "ContainsRelRef",
 * "SecurityRisk", "BadCharacters", "InvalidLanguage", "InvalidFullLink".
 */

const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;
/** Tags the validator calls a risk, and those that load something. */
const RISKY =
  /<(script|style|iframe|object|embed|applet|form|input|meta|link|base|frame|frameset|svg|math)\b/i;

export function contentProblems(html: string): string[] {
  const problems: string[] = [];
  const risk = RISKY.exec(html);
  if (risk !== null) problems.push(`content holds ${risk[0]}`);
  for (const [tag] of html.matchAll(/<[a-z][^>]*>/gi)) {
    if (/\son\w+\s*=/i.test(tag) || /\sstyle\s*=/i.test(tag)) problems.push(`risk in ${tag}`);
    const address = /\s(?:href|src|cite|action)\s*=\s*"?([^"\s>]*)/i.exec(tag)?.[1];
    if (address !== undefined) problems.push(...addressProblems(address));
  }
  return problems;
}

/** Absolute, http(s), without spaces or a name and password. */
export function addressProblems(address: string): string[] {
  if (!URL.canParse(address)) return [`no full address: ${address}`];
  const { protocol, username } = new URL(address);
  const isBad = !/^https?:$/.test(protocol) || username !== '' || /\s/.test(address);
  return isBad ? [`no address to follow: ${address}`] : [];
}

/** XML 1.0 §2.2, and the range whose bytes are letters in Windows-1252 only. */
export function characterProblems(text: string): string[] {
  const found = /[\u0000-\u0008\u000B-\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/.exec(text);
  const isWhole = text.isWellFormed();
  return [
    ...(found === null ? [] : [`character U+${found[0].charCodeAt(0).toString(16)}`]),
    ...(isWhole ? [] : ['half a surrogate pair']),
  ];
}

export function languageProblems(tag: string | undefined): string[] {
  return tag !== undefined && LANGUAGE.test(tag) ? [] : [`language: ${tag}`];
}

export function repeated(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

/** RFC 8141 or an absolute address, written the one way it is compared. */
export function idProblems(id: string): string[] {
  if (/^urn:[a-z0-9][a-z0-9-]{1,31}:(?:[A-Za-z0-9()+,\-.:=@;$_!*'/~]|%[0-9A-F]{2})+$/.test(id)) {
    return [];
  }
  return id === new URL(id, 'relative:/').href ? [] : [`id: ${id}`];
}
