const DISPLAY = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** What CLDR names besides: exceptional reservations, groupings, private use. */
const NOT_ASSIGNED = new Set('AC CP CQ DG EA EU EZ IC QO TA UN XA XB XK ZZ'.split(' '));

/** Is this an assigned ISO 3166-1 alpha-2 code? The list is the runtime's own (CLDR). */
export function isIsoCountry(code: string): boolean {
  return /^[A-Z]{2}$/.test(code) && !NOT_ASSIGNED.has(code) && !isRetired(code) && isNamed(code);
}

function isNamed(code: string): boolean {
  return DISPLAY.of(code) !== undefined;
}

/** Retired and alternative codes (`DD`, `UK`) have another canonical form. */
function isRetired(code: string): boolean {
  return Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`;
}
