import { dayOf } from '../../kernel/day-contract.ts';
import { Router, type Request } from 'express';
import type { ListedPages } from '../assets/asset-slot.ts';
import type { OpenDataDeps } from './open-data-deps.ts';
import { idIn } from './public-id-endpoint.ts';
import { sitemapIndex, urlSet, type SitemapUrl } from './sitemap-text.ts';

type Deps = Pick<OpenDataDeps, 'assets' | 'baseUrl'> & { listed: readonly ListedPages[] };
/** Something that has a page, and the day on which it last changed where everybody may know it. */
type Entry = { id: string; changedOn: string | null };
/** One kind of page: its address, and which there are, in the order of their ids after one of them. */
type Kind = { name: string; path: string; after(id: string): Promise<Entry[]> };

/** Sitemaps may hold 50,000 addresses; smaller ones are quicker to make and to fetch. */
const PAGE = 5_000;
const XML = 'application/xml; charset=utf-8';
/** Pages that are there whatever the register holds. */
const STANDING = ['/', '/assets', '/spaces', '/open-data', '/about', '/accessibility', '/privacy'];

/**
 * What search engines may look at: places, and the rooms in them that everybody may see. A register that fits into one sitemap gets
 * one; else there is an index of sitemaps, each of which begins after the last id of the one before.
 */
export function sitemapPages({ assets, listed, baseUrl }: Deps): Router {
  const router = Router();
  const standing: SitemapUrl[] = STANDING.map((path) => ({ href: baseUrl + path, changedOn: null }));
  const places: Kind = {
    name: 'places',
    path: '/assets',
    after: async (id) =>
      (await assets.changes(id, PAGE)).map(({ id: found, changedAt }) => ({
        id: found,
        changedOn: changedAt === null ? null : dayOf(changedAt),
      })),
  };
  const others = listed.map(({ name, path, idsAfter }): Kind => ({
    name,
    path,
    after: async (id) => (await idsAfter(id, PAGE)).map((found) => ({ id: found, changedOn: null })),
  }));
  const kinds = [places, ...others];
  const urlsOf = ({ path }: Kind, entries: readonly Entry[]): SitemapUrl[] =>
    entries.map(({ id, changedOn }) => ({ href: `${baseUrl}${path}/${id}`, changedOn }));

  /** Every sitemap of one kind. */
  async function sitemapsOf(kind: Kind): Promise<SitemapUrl[]> {
    const sitemaps: SitemapUrl[] = [];
    let after = 'first';
    for (let page: Entry[] = await kind.after(''); page.length > 0; page = await kind.after(after)) {
      sitemaps.push({ href: `${baseUrl}/sitemap/${kind.name}/${after}.xml`, changedOn: latestDay(page) });
      after = page.at(-1)?.id ?? after;
    }
    return sitemaps;
  }

  router.get('/sitemap.xml', async (_req, res) => {
    const firsts: { kind: Kind; entries: Entry[] }[] = [];
    for (const kind of kinds) firsts.push({ kind, entries: await kind.after('') });
    if (firsts.every(({ entries }) => entries.length < PAGE))
      return void res
        .type(XML)
        .send(urlSet([...standing, ...firsts.flatMap(({ kind, entries }) => urlsOf(kind, entries))]));
    const sitemaps: SitemapUrl[] = [{ href: `${baseUrl}/sitemap/pages.xml`, changedOn: null }];
    for (const kind of kinds) sitemaps.push(...(await sitemapsOf(kind)));
    res.set('Cache-Control', 'public, max-age=3600').type(XML).send(sitemapIndex(sitemaps));
  });

  router.get('/sitemap/pages.xml', (_req, res) => void res.type(XML).send(urlSet(standing)));

  for (const kind of kinds) {
    router.get(`/sitemap/${kind.name}/:after.xml`, async (req: Request<{ after: string }>, res) => {
      const after = req.params.after === 'first' ? '' : idIn(req.params.after);
      res.type(XML).send(urlSet(urlsOf(kind, await kind.after(after))));
    });
  }

  /** Programs have `/api` and `/ogc`; what search engines need of them is in the pages already. */
  router.get('/robots.txt', (_req, res) => {
    res
      .type('text/plain')
      .send(`User-agent: *\nDisallow: /api/\nDisallow: /ogc/\nDisallow: /embed\n\nSitemap: ${baseUrl}/sitemap.xml\n`);
  });

  return router;
}

function latestDay(entries: readonly Entry[]): string | null {
  return entries.reduce<string | null>(
    (latest, { changedOn }) => (changedOn !== null && (latest === null || changedOn > latest) ? changedOn : latest),
    null,
  );
}
