import { Router, type Response } from 'express';
import { z } from 'zod';
import { assetFilterShape, filterParams } from '../assets/asset-filter.ts';
import { parse } from '../../kernel/endpoint.ts';
import { ATOM, atomFeed, type AtomEntry, type AtomFeed } from './atom-text.ts';
import { openToAll } from './cors-endpoint.ts';
import { changeEntry, historyEntries } from './feed-entry-text.ts';
import type { OpenDataDeps } from './open-data-deps.ts';
import { idIn } from './public-id-endpoint.ts';

type Deps = Pick<OpenDataDeps, 'assets' | 'baseUrl'>;

const NEWEST = 30;
const filters = z.strictObject(assetFilterShape);

/** Atom feeds: what changes at one place, or among all that match some filters. Following needs no account. */
export function feedPages({ assets, baseUrl }: Deps): Router {
  const router = Router();

  router.get('/assets.atom', async (req, res) => {
    const filter = parse(filters, req.query);
    const entries: AtomEntry[] = [];
    for (const change of await assets.latest(filter, NEWEST)) {
      const [latest] = await assets.history(change.asset);
      entries.push(changeEntry(change, latest, baseUrl));
    }
    const params = filterParams(filter).toString();
    const query = params === '' ? '' : `?${params}`;
    send(res, {
      title: 'Places on the register: what changes',
      subtitle: params === '' ? 'All places' : `Places that match: ${params.replaceAll('&', ', ')}`,
      self: `${baseUrl}/assets.atom${query}`,
      alternate: `${baseUrl}/assets${query}`,
      entries,
    });
  });

  router.get('/assets/:id/feed.atom', async (req, res) => {
    const asset = await assets.show(idIn(req.params.id));
    const page = `${baseUrl}/assets/${asset.id}`;
    send(res, {
      title: `${asset.name}: what changes`,
      subtitle: `Public history of ${asset.name}`,
      self: `${page}/feed.atom`,
      alternate: page,
      entries: historyEntries(asset, await assets.history(asset), baseUrl),
    });
  });

  return router;
}

/** Readers ask again and again: five minutes from a cache do no harm. */
function send(res: Response, feed: AtomFeed): void {
  openToAll(res).set({ 'Content-Type': ATOM, 'Cache-Control': 'public, max-age=300' }).send(atomFeed(feed));
}
