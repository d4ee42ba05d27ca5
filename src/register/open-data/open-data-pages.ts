import { Router } from 'express';
import { embedPage, type EmbedDeps } from './embed-page.ts';
import { feedPages } from './feed-pages.ts';
import type { OpenDataDeps } from './open-data-deps.ts';
import type { ListedPages } from '../assets/asset-slot.ts';
import { openDataPage } from './open-data-page.ts';
import { sitemapPages } from './sitemap-pages.ts';

/** Everything of open data that is not an endpoint of the API: its page, feeds, the page for embedding, what crawlers read. */
export function openDataPages(
  deps: Omit<OpenDataDeps, 'clock'> & EmbedDeps & { listed: readonly ListedPages[] },
): Router {
  return Router().use(openDataPage(deps), embedPage(deps), feedPages(deps), sitemapPages(deps));
}
