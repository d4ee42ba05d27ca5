import { XML_START, xmlText } from './xml-text.ts';

/** A page, and the day of its last change where that may be told. */
export type SitemapUrl = { href: string; changedOn: string | null };

const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';

export function urlSet(urls: SitemapUrl[]): string {
  return `${XML_START}<urlset xmlns="${SCHEMA}">\n${urls.map((url) => `<url>${inside(url)}</url>\n`).join('')}</urlset>\n`;
}

/** The list of the other sitemaps. */
export function sitemapIndex(sitemaps: SitemapUrl[]): string {
  return `${XML_START}<sitemapindex xmlns="${SCHEMA}">\n${sitemaps.map((sitemap) => `<sitemap>${inside(sitemap)}</sitemap>\n`).join('')}</sitemapindex>\n`;
}

function inside({ href, changedOn }: SitemapUrl): string {
  return `<loc>${xmlText(href)}</loc>${changedOn ? `<lastmod>${changedOn}</lastmod>` : ''}`;
}
