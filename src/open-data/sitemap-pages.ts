import { Router } from 'express';
import type { OpenDataDeps } from './open-data-deps.ts';
import { idIn } from './public-id.ts';
import { sitemapIndex, urlSet, type SitemapUrl } from './sitemap.ts';

type Deps = Pick<OpenDataDeps, 'assets' | 'baseUrl'>;
type Changes = { id: string; changedAt: string | null }[];

/** Sitemaps may hold 50,000 addresses; smaller ones are quicker to make and to fetch. */
const PAGE = 5_000;
const XML = 'application/xml; charset=utf-8';
/** Pages that are there whatever the register holds. */
const STANDING = ['/', '/assets', '/open-data', '/about', '/accessibility', '/privacy'];

/**
 * What search engines may look at. A register that fits into one sitemap gets one; else there is an index of sitemaps,
 * each of which begins after the last id of the one before.
 */
export function sitemapPages({ assets, baseUrl }: Deps): Router {
  const router = Router();
  const standing: SitemapUrl[] = STANDING.map((path) => ({ href: baseUrl + path, changedOn: null }));
  const urlsOf = (changes: Changes): SitemapUrl[] => changes.map(({ id, changedAt }) => ({ href: `${baseUrl}/assets/${id}`, changedOn: dayOf(changedAt) }));

  router.get('/sitemap.xml', async (_req, res) => {
    const first = await assets.changes('', PAGE);
    if (first.length < PAGE) return void res.type(XML).send(urlSet([...standing, ...urlsOf(first)]));
    const sitemaps: SitemapUrl[] = [{ href: `${baseUrl}/sitemap/pages.xml`, changedOn: null }];
    let after = 'first';
    for (let page = first; page.length > 0; page = await assets.changes(after, PAGE)) {
      sitemaps.push({ href: `${baseUrl}/sitemap/places/${after}.xml`, changedOn: latestDay(page) });
      after = page.at(-1)?.id ?? after;
    }
    res.set('Cache-Control', 'public, max-age=3600').type(XML).send(sitemapIndex(sitemaps));
  });

  router.get('/sitemap/pages.xml', (_req, res) => void res.type(XML).send(urlSet(standing)));

  router.get('/sitemap/places/:after.xml', async (req, res) => {
    const after = req.params.after === 'first' ? '' : idIn(req.params.after);
    res.type(XML).send(urlSet(urlsOf(await assets.changes(after, PAGE))));
  });

  /** Programs have `/api` and `/ogc`; what search engines need of them is in the pages already. */
  router.get('/robots.txt', (_req, res) => {
    res.type('text/plain').send(`User-agent: *\nDisallow: /api/\nDisallow: /ogc/\nDisallow: /embed\n\nSitemap: ${baseUrl}/sitemap.xml\n`);
  });

  return router;
}

const dayOf = (instant: string | null): string | null => instant && instant.slice(0, 10);

function latestDay(changes: Changes): string | null {
  return changes.reduce<string | null>((latest, { changedAt }) => (changedAt !== null && (latest === null || changedAt > latest) ? changedAt : latest), null)?.slice(0, 10) ?? null;
}
