import type { Area } from '../../ground/areas/area-contract.ts';
import { isSoundBox, jointBox, type Box } from '../../kernel/geo.ts';
import { notFound } from '../../kernel/problem.ts';
import { FEATURE_PROPERTIES } from './feature-property-columns.ts';
import { LICENCE_NAME, LICENCE_URL } from './licence-words.ts';
import { CRS84, MEDIA, type Link } from './ogc-endpoint.ts';

/** A collection of features: the whole register, or what lies in one area. */
export type Collection = { id: string; title: string; description: string; area: string | null; box: Box };

const WORLD: Box = [-180, -90, 180, 90];
const WHOLE = 'assets';

/** One collection for everything, and one for each area. */
export function collectionsOf(areas: Area[]): Collection[] {
  const whole: Collection = {
    id: WHOLE,
    area: null,
    box: jointBox(areas.map(({ bbox }) => bbox)) ?? WORLD,
    title: 'All places',
    description:
      'Land and buildings of public bodies, as points. An empty building whose place is not public has the middle of its ward.',
  };
  const each = areas.map(({ slug, name, bbox }) => ({
    id: `${WHOLE}-${slug}`,
    area: slug,
    box: isSoundBox(bbox) ? bbox : WORLD,
    title: `Places in ${name}`,
    description: `Land and buildings of public bodies in ${name}, as points.`,
  }));
  return [whole, ...each];
}

/** @throws Problem 404 when there is no such collection. */
export function findCollection(areas: Area[], id: string): Collection {
  const found = collectionsOf(areas).find((one) => one.id === id);
  if (!found) throw notFound('collection');
  return found;
}

/**
 * What the features of every collection hold, as JSON Schema: without it, GDAL guesses types from the first features
 * and takes an area in square metres for a whole number. It reads one plain type for each property, so that one may be
 * null is said as OpenAPI 3.0 says it.
 */
export function featureSchemaDocument({ id, title }: Collection, baseUrl: string) {
  const properties = FEATURE_PROPERTIES.map(({ name, type, always, meaning, values, format }) => [
    name,
    {
      description: meaning,
      type,
      ...(values && { enum: values }),
      ...(format && { format }),
      ...(always ? {} : { nullable: true }),
    },
  ]);
  const always = FEATURE_PROPERTIES.filter((property) => property.always).map(({ name }) => name);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${baseUrl}/ogc/collections/${id}/schema`,
    title,
    type: 'object',
    required: ['type', 'id', 'geometry', 'properties'],
    properties: {
      type: { type: 'string', enum: ['Feature'] },
      id: { type: 'string' },
      geometry: { $ref: 'https://geojson.org/schema/Point.json', nullable: true },
      properties: {
        type: 'object',
        required: always,
        properties: Object.fromEntries(properties) as Record<string, unknown>,
      },
    },
  };
}

/** /req/core/sfc-md-success: what a client needs to know of a collection. There is no temporal extent. */
export function collectionDocument({ id, title, description, box }: Collection, baseUrl: string) {
  const at = `${baseUrl}/ogc/collections/${id}`;
  const links: Link[] = [
    { rel: 'self', href: `${at}?f=json`, type: MEDIA.json, title },
    { rel: 'alternate', href: `${at}?f=html`, type: MEDIA.html, title: `${title}, as a page` },
    // Without f: GDAL 3.6 writes an id behind it as it stands.
    { rel: 'items', href: `${at}/items`, type: MEDIA.geoJson, title: 'The features' },
    { rel: 'items', href: `${at}/items?f=html`, type: MEDIA.html, title: 'The features, as a page' },
    { rel: 'describedby', href: `${at}/schema`, type: MEDIA.schema, title: 'What the features hold' },
    // The same again: GDAL up to 3.6 compares the name of a relation by letter, and with a capital.
    { rel: 'describedBy', href: `${at}/schema`, type: MEDIA.schema, title: 'What the features hold' },
    { rel: 'license', href: LICENCE_URL, type: MEDIA.html, title: LICENCE_NAME },
  ];
  return {
    id,
    title,
    description,
    itemType: 'feature',
    crs: [CRS84],
    extent: { spatial: { bbox: [box], crs: CRS84 } },
    links,
  };
}
