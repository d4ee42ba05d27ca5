import { z } from 'zod';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { notFound } from '../../kernel/problem.ts';
import { assetFilterShape, assetListSchema } from './asset-filter.ts';
import { assetListReplySchema, mapReplySchema, publicAssetSchema } from './asset-schema-contract.ts';
import type { AssetService } from './asset-service.ts';

type Deps = { assets: AssetService };

const mapQuery = z.strictObject({
  ...assetFilterShape,
  view: z
    .string()
    .transform(onEarth)
    .pipe(assetFilterShape.bbox.unwrap())
    .optional()
    .describe('What the screen shows: west,south,east,north. Only what lies in it is drawn'),
  zoom: z.coerce
    .number('Give a zoom from 0 to 22.')
    .min(0, 'Give a zoom from 0 to 22.')
    .max(22, 'Give a zoom from 0 to 22.')
    .default(12)
    .describe('Web-mercator zoom of the screen'),
});

/** The register for programs. Filters are those of the page `/assets`, by the same names. */
export function assetApi({ assets }: Deps): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/api/assets',
      summary: 'Assets that match the filters, a page at a time',
      tag: 'assets',
      query: z.strictObject(assetListSchema.shape),
      reply: {
        type: 'application/json',
        schema: assetListReplySchema,
        description: 'One page; `next` is the cursor of the following one, or null',
      },
      async run({ query }) {
        const { items, totals, next, place } = await assets.list(query);
        return {
          total: totals.count,
          landAreaM2: totals.landM2,
          place: place ?? null,
          next,
          items: items.map(({ asset, distanceM }) => ({ ...asset, distanceM })),
        };
      },
    }),
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/api/assets/map',
      summary: 'Counted clusters and single places for one view of a map',
      tag: 'assets',
      query: mapQuery,
      reply: {
        type: 'application/json',
        schema: mapReplySchema,
        description: 'Clusters and places in the view, with counts of all that match',
      },
      run: ({ query: { view, zoom, ...filter } }) => assets.map(filter, view, zoom),
    }),
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/api/assets/:id',
      summary: 'One asset, as far as the public may know it',
      tag: 'assets',
      params: z.object({ id: z.string() }),
      reply: { type: 'application/json', schema: publicAssetSchema, description: 'The asset' },
      run: ({ params }) => assets.show(idIn(params.id)),
    }),
  ];
}

/** A screen may show more than the earth, several times over: what lies beyond is left out, and nobody is refused for it. */
function onEarth(view: string): string {
  const within = (text: string, most: number): string =>
    text.trim() === '' || !Number.isFinite(Number(text)) ? text : String(Math.max(-most, Math.min(most, Number(text))));
  return view
    .split(',')
    .map((part, at) => within(part, at % 2 === 0 ? 180 : 90))
    .join(',');
}

/** @throws Problem 404 when the text cannot be an id: nobody need know what ids look like. */
export function idIn(text: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) throw notFound('place');
  return text;
}
