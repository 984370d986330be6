/** A CDATA section as a whole, with the white space the generator indents it with. */
const SECTION = /(>\s+)?(<!\[CDATA\[[\s\S]*?\]\]>)(?:\s+(?=<\/))?/g;

/**
 * Takes the white space out that the generator puts around CDATA sections when it indents. To a
 * reader it is part of the title. What stands inside a section is text, whatever it looks like.
 */
export function tightXml(xml: string): string {
  return xml.replace(SECTION, (_whole, before: string | undefined, section: string) =>
    before === undefined ? section : `>${section}`,
  );
}
