import { Router } from 'express';
import { openDataView } from '../../../client/register/open-data/open-data-view.ts';
import { assetFilterSchema, filterParams } from '../assets/asset-filter.ts';
import { parse } from '../../kernel/endpoint.ts';
import { LGA_COLUMNS } from './lga-columns.ts';
import { LICENCE_NAME, LICENCE_URL } from './licence-words.ts';
import { collectionsOf } from './ogc-collection-text.ts';
import type { OpenDataDeps } from './open-data-deps.ts';

type Deps = Pick<OpenDataDeps, 'assets' | 'areas' | 'sendPage' | 'baseUrl'>;

/** `/open-data`: what there is, under which licence, in which forms. Filters in its address go into the links. */
export function openDataPage({ assets, areas, sendPage, baseUrl }: Deps): Router {
  return Router().get('/open-data', async (req, res) => {
    const filter = parse(assetFilterSchema, req.query);
    const params = filterParams(filter).toString();
    const all = await areas.all();
    const body = openDataView({
      baseUrl,
      licence: { name: LICENCE_NAME, url: LICENCE_URL },
      total: (await assets.count({})).count,
      areas: await Promise.all(
        all.map(async ({ name, slug }) => ({ name, slug, count: (await assets.count({ area: slug })).count })),
      ),
      search: params === '' ? null : { count: (await assets.count(filter)).count, params },
      columns: LGA_COLUMNS,
      collection: collectionsOf(all)[0]?.id ?? 'assets',
    });
    await sendPage(req, res, {
      title: 'Open data',
      description:
        'The register of empty and under-used public places as CSV, GeoJSON, OGC API – Features and Atom, under the Open Government Licence.',
      body,
      canonical: '/open-data',
      jsonLd: datasetJsonLd(baseUrl),
      alternates: [
        { type: 'text/csv', href: '/api/assets.csv', title: 'All places as CSV' },
        { type: 'application/geo+json', href: '/api/assets.geojson', title: 'All places as GeoJSON' },
        { type: 'application/atom+xml', href: '/assets.atom', title: 'What changes' },
      ],
    });
  });
}

/** The register as a dataset, so that searches for data find it (schema.org/Dataset). */
function datasetJsonLd(baseUrl: string): Record<string, unknown> {
  const download = (encodingFormat: string, path: string) => ({
    '@type': 'DataDownload',
    encodingFormat,
    contentUrl: baseUrl + path,
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: 'Meantime: land and buildings of public bodies',
    description:
      'Land, buildings and rooms of public bodies that stand empty or are under-used: what, where, whose, in which state, and what may be done there.',
    url: `${baseUrl}/open-data`,
    license: LICENCE_URL,
    isAccessibleForFree: true,
    distribution: [download('text/csv', '/api/assets.csv'), download('application/geo+json', '/api/assets.geojson')],
  };
}
