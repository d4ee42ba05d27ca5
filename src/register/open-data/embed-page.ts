import { Router, type Response } from 'express';
import { z } from 'zod';
import type { MapData } from '../../../client/register/assets/map-view.ts';
import { embedView, type EmbedPlace } from '../../../client/register/open-data/embed-view.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { assetFilterShape, filterParams, type AssetFilter } from '../assets/asset-filter.ts';
import type { Bundle } from '../../kernel/bundle.ts';
import { parse } from '../../kernel/endpoint.ts';
import { escaped, htmlOf } from '../../kernel/html-text.ts';
import type { OpenDataDeps } from './open-data-deps.ts';
import type { PublicAsset } from '../assets/public-asset-contract.ts';

export type EmbedDeps = Pick<OpenDataDeps, 'assets' | 'areas' | 'baseUrl'> & {
  bundle: Bundle;
  /** What the map island is told for these filters; `place` is what `near` stands for. */
  map(areas: readonly Area[], filter: AssetFilter, place: { lon: number; lat: number } | undefined): MapData;
};

const LISTED = 25;
const filters = z.strictObject(assetFilterShape);

/** `/embed`: map and list for the pages of others, without what stands around our own. */
export function embedPage({ assets, areas, baseUrl, bundle, map }: EmbedDeps): Router {
  return Router().get('/embed', async (req, res) => {
    mayBeFramed(res);
    const filter = parse(filters, req.query);
    const { items, totals, place } = await assets.list({ ...filter, limit: LISTED });
    const all = await areas.all();
    const body = embedView({
      total: totals.count,
      places: items.map(({ asset }) => placeOf(asset, baseUrl)),
      allHref: `${baseUrl}/assets?${filterParams(filter)}`.replace(/\?$/, ''),
      map: map(all, filter, place?.point),
    });
    res.type('html').send(bareDocument(htmlOf(body), bundle));
  });
}

/** Every other page of ours refuses to be framed, so that nobody can lay it under a click. This one only shows. */
function mayBeFramed(res: Response): void {
  const policy = res.getHeader('Content-Security-Policy');
  if (typeof policy === 'string')
    res.setHeader('Content-Security-Policy', policy.replace(/frame-ancestors [^;]*/, 'frame-ancestors *'));
  res.removeHeader('X-Frame-Options');
  res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
}

function placeOf({ id, name, state, address, ward }: PublicAsset, baseUrl: string): EmbedPlace {
  return { href: `${baseUrl}/assets/${id}`, name, state, where: address.street ?? ward?.name ?? address.postcode };
}

/** Our other pages may not be framed, so every link here, also those that the map makes, opens in a window of its own. */
function bareDocument(body: string, { styles, scripts }: Bundle): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<base target="_blank">
<meta name="color-scheme" content="light dark">
<title>Places in the meantime – Meantime</title>
${styles.map((href) => `<link rel="stylesheet" href="${escaped(href)}">`).join('\n')}
${scripts.map((src) => `<script type="module" src="${escaped(src)}"></script>`).join('\n')}
</head>
<body>${body}</body>
</html>
`;
}
