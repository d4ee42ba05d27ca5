import { LICENCE_NAME } from './licence-words.ts';
import { XML_START, xmlText } from './xml-text.ts';

/** `updated` is an instant; ids never change and are never used again (RFC 4287, section 4.2.6). */
export type AtomEntry = { id: string; title: string; updated: string; href: string; summary: string };
export type AtomFeed = { title: string; subtitle: string; self: string; alternate: string; entries: AtomEntry[] };

export const ATOM = 'application/atom+xml; charset=utf-8';

/** When a feed without entries was updated: it never was. */
const NEVER = '1970-01-01T00:00:00Z';

/** An Atom feed (RFC 4287), the latest entry first. */
export function atomFeed({ title, subtitle, self, alternate, entries }: AtomFeed): string {
  const latest = entries.toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
  return `${XML_START}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>${xmlText(self)}</id>
<title>${xmlText(title)}</title>
<subtitle>${xmlText(subtitle)}</subtitle>
<updated>${latest[0]?.updated ?? NEVER}</updated>
<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(alternate)}"/>
<author><name>Meantime</name></author>
<rights>${LICENCE_NAME}</rights>
${latest.map(entryXml).join('')}</feed>
`;
}

function entryXml({ id, title, updated, href, summary }: AtomEntry): string {
  return `<entry>
<id>${xmlText(id)}</id>
<title>${xmlText(title)}</title>
<updated>${updated}</updated>
<link rel="alternate" type="text/html" href="${xmlText(href)}"/>
<summary>${xmlText(summary)}</summary>
</entry>
`;
}
