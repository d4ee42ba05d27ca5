import { z } from 'zod';
import { boxSchema, pointFeatureSchema } from './feature-text.ts';

/** OGC 17-069r4 (OGC API – Features, part 1: core, version 1.0.1). Names of rules in comments are those of the standard. */
const CLASSES = 'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf';
export const CONFORMS_TO = [`${CLASSES}/core`, `${CLASSES}/oas30`, `${CLASSES}/geojson`];

/** The only system that features come in: longitude and latitude, WGS 84. */
export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';

export const MEDIA = {
  json: 'application/json',
  geoJson: 'application/geo+json',
  html: 'text/html',
  schema: 'application/schema+json',
  openApi: 'application/vnd.oai.openapi+json;version=3.0',
} as const;

export const format = z
  .enum(['json', 'html'], 'Give f as json or html.')
  .optional()
  .describe('json or html, whatever the Accept header says');
export const plainQuery = z.strictObject({ f: format });

export const collectionParams = z.object({
  collectionId: z.string().describe('Id of a collection, for instance assets'),
});
export const itemParams = collectionParams.extend({ featureId: z.string().describe('Id of an asset') });

export const linkSchema = z.object({ href: z.string(), rel: z.string(), type: z.string(), title: z.string() });
export type Link = z.infer<typeof linkSchema>;
const linksSchema = z.array(linkSchema);
export const landingSchema = z.object({ title: z.string(), description: z.string(), links: linksSchema });
export const conformanceSchema = z.object({ conformsTo: z.array(z.string()) });
export const collectionSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  itemType: z.literal('feature'),
  crs: z.array(z.string()),
  extent: z.object({ spatial: z.object({ bbox: z.array(boxSchema), crs: z.string() }) }),
  links: linksSchema,
});
export const collectionsSchema = z.object({ links: linksSchema, collections: z.array(collectionSchema) });
export const itemsSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(pointFeatureSchema),
  links: linksSchema,
  numberMatched: z.number().int(),
  numberReturned: z.number().int(),
});
export const itemSchema = pointFeatureSchema.extend({ links: linksSchema });
