import { Router } from 'express';
import { embedPage, type EmbedDeps } from './embed-page.ts';
import { feedPages } from './feed-pages.ts';
import type { OpenDataDeps, PublicRooms } from './open-data-deps.ts';
import { openDataPage } from './open-data-page.ts';
import { sitemapPages } from './sitemap-pages.ts';

/** Everything of open data that is not an endpoint of the API: its page, feeds, the page for embedding, what crawlers read. */
export function openDataPages(deps: Omit<OpenDataDeps, 'clock'> & EmbedDeps & { rooms: PublicRooms }): Router {
  return Router().use(openDataPage(deps), embedPage(deps), feedPages(deps), sitemapPages(deps));
}
