import { z } from 'zod';
import { assetFilterShape, type AssetFilter } from '../assets/asset-filter.ts';
import { dayIn } from '../../kernel/clock.ts';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import type { Box } from '../../kernel/geo.ts';
import { openToAll } from './cors-endpoint.ts';
import { csvBeginning, csvLines } from '../../kernel/tables/csv-writing.ts';
import { boxSchema, outlineFeature, outlineFeatureSchema } from './feature-text.ts';
import { boxWith } from './feature-geometry-text.ts';
import { LGA_COLUMNS } from './lga-columns.ts';
import type { OpenDataDeps } from './open-data-deps.ts';
import { sendStreamed } from './streamed-reply.ts';

type Deps = Pick<OpenDataDeps, 'assets' | 'areas' | 'baseUrl' | 'clock'>;

const exportQuery = z.strictObject(assetFilterShape);
const collectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(outlineFeatureSchema),
  bbox: boxSchema.optional(),
});

/** The whole register, or what matches the filters, as one file. */
export function exportApi({ assets, areas, baseUrl, clock }: Deps): Endpoint[] {
  const fileHeaders = async (type: string, ending: string): Promise<Record<string, string>> => {
    const [area] = await areas.all();
    const day = dayIn(area?.timeZone ?? 'UTC', clock());
    return { 'Content-Type': type, 'Content-Disposition': `attachment; filename="meantime-assets-${day}.${ending}"` };
  };

  async function* csv(filter: AssetFilter): AsyncGenerator<string> {
    let text = csvBeginning(LGA_COLUMNS.map(({ name }) => name));
    for await (const batch of assets.everything(filter)) {
      yield text + csvLines(batch.map((asset) => LGA_COLUMNS.map(({ cell }) => cell(asset))));
      text = '';
    }
    if (text !== '') yield text;
  }

  /** `bbox` comes last, when all features have gone by; the order of members means nothing in JSON. */
  async function* geoJson(filter: AssetFilter): AsyncGenerator<string> {
    let box: Box | null = null;
    let before = '{"type":"FeatureCollection","features":[\n';
    for await (const batch of assets.everything(filter)) {
      const features = batch.map((asset) => outlineFeature(asset, baseUrl));
      for (const { geometry } of features) box = boxWith(box, geometry);
      if (features.length === 0) continue;
      yield before + features.map((feature) => JSON.stringify(feature)).join(',\n');
      before = ',\n';
    }
    const start = before.startsWith('{') ? before : '';
    yield `${start}\n]${box ? `,"bbox":${JSON.stringify(box)}` : ''}}\n`;
  }

  return [
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/api/assets.csv',
      summary: 'Assets that match the filters, in the columns of the Transparency Code',
      tag: 'downloads',
      query: exportQuery,
      reply: {
        type: 'text/csv',
        schema: z.string(),
        description: 'UTF-8 with a byte order mark, comma separated, a header line first (RFC 4180)',
      },
      async run({ query, req, res }) {
        await sendStreamed(
          req,
          openToAll(res),
          await fileHeaders('text/csv; charset=utf-8; header=present', 'csv'),
          csv(query),
        );
      },
    }),
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/api/assets.geojson',
      summary: 'Assets that match the filters, as GeoJSON',
      tag: 'downloads',
      query: exportQuery,
      reply: { type: 'application/geo+json', schema: collectionSchema, description: 'A FeatureCollection (RFC 7946)' },
      async run({ query, req, res }) {
        await sendStreamed(req, openToAll(res), await fileHeaders('application/geo+json', 'geojson'), geoJson(query));
      },
    }),
  ];
}
