import { z } from 'zod';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import type { Shape } from '../../kernel/geo-contract.ts';
import { boxOf, isSoundBox } from '../../kernel/geo.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Area } from './area-contract.ts';
import type { AreaService } from './area-service.ts';

type Deps = { areas: AreaService };

const slugParams = z.object({ slug: z.string() });
/** What does not lie on earth, in an older database, is no outline that a map could draw. */
const shown = (shape: Shape | undefined): Shape | null => (shape && isSoundBox(boxOf(shape)) ? shape : null);
const GEOJSON = 'application/geo+json';

/** Areas, and what a map needs of them. */
export function areaApi({ areas }: Deps): Endpoint[] {
  const areaOf = async (slug: string): Promise<Area> => {
    const area = await areas.bySlug(slug);
    if (!area) throw notFound('area');
    return area;
  };
  return [
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/api/areas',
      summary: 'All areas that this register covers',
      tag: 'areas',
      reply: { type: 'application/json', description: 'The areas' },
      run: () => areas.all(),
    }),
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/api/areas/:slug/outline',
      summary: 'The outline of an area and of its wards',
      tag: 'areas',
      params: slugParams,
      reply: { type: GEOJSON, description: 'A FeatureCollection (RFC 7946)' },
      async run({ params, res }) {
        const area = await areaOf(params.slug);
        const boundary = await areas.boundary(area.id);
        const wards = await areas.wards(area.id);
        res.set('Cache-Control', 'public, max-age=3600');
        return {
          type: 'FeatureCollection',
          features: [
            { type: 'Feature', properties: { kind: 'boundary', name: area.name }, geometry: shown(boundary) },
            ...wards.map((ward) => ({
              type: 'Feature',
              properties: { kind: 'ward', code: ward.code, name: ward.name },
              geometry: shown(ward.shape),
            })),
          ],
        };
      },
    }),
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/api/areas/:slug/basemap',
      summary: 'The drawn base map of an area that brings one',
      tag: 'areas',
      params: slugParams,
      reply: { type: GEOJSON, description: 'A FeatureCollection; each feature says which layer it belongs to' },
      async run({ params, res }) {
        const basemap = await areas.basemap((await areaOf(params.slug)).id);
        if (!basemap) throw notFound('base map');
        res.set('Cache-Control', 'public, max-age=3600').type(GEOJSON).send(basemap);
      },
    }),
  ];
}
