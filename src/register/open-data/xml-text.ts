/** Characters that XML 1.0 has no way to write at all (section 2.2), lone halves of a surrogate pair among them. */
const NOT_IN_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text that may stand in an XML element or attribute. */
export function xmlText(text: string): string {
  return text.replace(NOT_IN_XML, '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const XML_START = '<?xml version="1.0" encoding="UTF-8"?>\n';
