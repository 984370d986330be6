/** "Global: …", "– Global", "failing globally"; a "global load balancer" is a thing, not a place. */
const GLOBAL =
  /\bglobal(?:e[rs]?)?(?=[^\S\n]+(?:[\p{L}\d-]+[^\S\n]+){0,3}(?:outages?|incidents?|issues?|problems?|disruptions?|degradations?|impact|scope|scale|network|locations?|störung(?:en)?|ausfall|ausfälle|panne)\b|[^\S\n]*(?:$|[^\p{L}\d\s-]|-\s))/imu;
const ALL =
  /\b(?:globally|world-?wide|weltweit|dans le monde entier|all (?:\p{L}+ )?(?:regions|locations)|allen? (?:regionen|standorten?)|toutes les régions|non-regional)(?![\p{L}]| (?:except|excluding|with the exception|but|außer|sauf|hormis)\b)|\b(?:standorte?|regions?|regionen)(?:\/zones)?: (?:alle?|global)(?=[^\S\n]*(?:$|[^\p{L}\s]))|全球/imu;
const NOT =
  /\b(?:not|no|never|none|nicht|keine?|pas)\b[^.;:\n]{0,30}?\b(?:global(?:ly)?|world-?wide|weltweit|all (?:regions|locations)|allen? (?:regionen|standorten?)|toutes les régions)\b/giu;

/** True where a text says that its trouble is everywhere. */
export function saysEverywhere(text: string): boolean {
  const told = text.replaceAll(NOT, ' ');
  return GLOBAL.test(told) || ALL.test(told);
}
