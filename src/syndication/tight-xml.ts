/**
 * Takes the white space out that the generator puts around CDATA sections when it indents. To a
 * reader it is part of the title.
 */
export function tightXml(xml: string): string {
  return xml.replace(/>\s+<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\s+<\//g, ']]></');
}
