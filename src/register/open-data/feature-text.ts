import { z } from 'zod';
import { outlineGeometry, pointGeometry, type Geometry } from './feature-geometry-text.ts';
import { FEATURE_PROPERTIES } from './feature-property-columns.ts';
import type { FeatureProperty, PropertyValue } from './feature-value-columns.ts';
import type { PublicAsset } from '../assets/public-asset-contract.ts';

export type AssetFeature = {
  type: 'Feature';
  id: string;
  geometry: Geometry | null;
  properties: Record<string, PropertyValue>;
};

/** An asset as a GeoJSON feature (RFC 7946, section 3.2): its outline where that is public, else its point, else no geometry. */
export function outlineFeature(asset: PublicAsset, baseUrl: string): AssetFeature {
  return featureOf(asset, baseUrl, asset.shape ? outlineGeometry(asset.shape) : pointOf(asset));
}

/** An asset as a point: one kind of geometry a layer is what desktop maps handle best, and what `bbox` looks at. */
export function pointFeature(asset: PublicAsset, baseUrl: string): AssetFeature {
  return featureOf(asset, baseUrl, pointOf(asset));
}

function featureOf(asset: PublicAsset, baseUrl: string, geometry: Geometry | null): AssetFeature {
  const properties = Object.fromEntries(FEATURE_PROPERTIES.map(({ name, of }) => [name, of(asset)]));
  return {
    type: 'Feature',
    id: asset.id,
    geometry,
    properties: { ...properties, url: `${baseUrl}/assets/${asset.id}` },
  };
}

function pointOf({ point }: PublicAsset): Geometry | null {
  return point && pointGeometry(point);
}

const position = z.array(z.number()).min(2).max(2).describe('Longitude and latitude (WGS 84)');
const ring = z.array(position).min(4);
const pointSchema = z.object({ type: z.literal('Point'), coordinates: position });
const outlineSchemas = [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
] as const;

const propertiesSchema = z.object(
  Object.fromEntries(FEATURE_PROPERTIES.map((property) => [property.name, schemaOf(property)])),
);
const featureSchemaWith = (geometry: z.ZodType) =>
  z.object({ type: z.literal('Feature'), id: z.string(), geometry: geometry.nullable(), properties: propertiesSchema });

export const pointFeatureSchema = featureSchemaWith(pointSchema);
export const outlineFeatureSchema = featureSchemaWith(z.union([pointSchema, ...outlineSchemas]));

/** West, south, east, north (RFC 7946, section 5). */
export const boxSchema = z.array(z.number()).min(4).max(4);

function schemaOf({ type, always, values, meaning }: FeatureProperty): z.ZodType {
  const plain =
    values && values.length > 0
      ? z.enum(values)
      : { string: z.string(), number: z.number(), boolean: z.boolean() }[type];
  return (always ? plain : plain.nullable()).describe(meaning);
}
