import { z } from 'zod';
import { LICENCE_NAME, LICENCE_URL } from './licence-words.ts';
import type { Collection } from './ogc-collection-text.ts';
import {
  collectionSchema,
  collectionsSchema,
  conformanceSchema,
  itemSchema,
  itemsSchema,
  landingSchema,
  MEDIA,
} from './ogc-endpoint.ts';
import { LIMIT, propertyFilterShape } from './ogc-items-endpoint.ts';

type Json = Record<string, unknown>;

/** The API in OpenAPI 3.0 (conformance class oas30), made from the contracts that check what comes in. */
export function ogcDescription(baseUrl: string, collections: Collection[]): Json {
  const collectionId = {
    ...inPath('collectionId', 'Id of a collection'),
    schema: { type: 'string', enum: collections.map(({ id }) => id) },
  };
  return {
    openapi: '3.0.3',
    info: { title: 'Meantime – OGC API – Features', version: '1', license: { name: LICENCE_NAME, url: LICENCE_URL } },
    servers: [{ url: `${baseUrl}/ogc` }],
    paths: {
      '/': operation('getLandingPage', 'Landing page', landingSchema, MEDIA.json),
      '/conformance': operation('getConformance', 'Conformance classes', conformanceSchema, MEDIA.json),
      '/collections': operation('getCollections', 'All collections', collectionsSchema, MEDIA.json),
      '/collections/{collectionId}': operation('describeCollection', 'One collection', collectionSchema, MEDIA.json, [
        collectionId,
      ]),
      '/collections/{collectionId}/items': operation(
        'getFeatures',
        'Features, a page at a time',
        itemsSchema,
        MEDIA.geoJson,
        [collectionId, ...itemParameters()],
      ),
      '/collections/{collectionId}/items/{featureId}': operation(
        'getFeature',
        'One feature',
        itemSchema,
        MEDIA.geoJson,
        [collectionId, inPath('featureId', 'Id of a feature')],
      ),
    },
    components: {
      responses: {
        Problem: {
          description: 'What is wrong and what to do about it (RFC 9457)',
          content: { 'application/problem+json': { schema: { type: 'object' } } },
        },
      },
    },
  };
}

function operation(
  operationId: string,
  summary: string,
  reply: z.ZodType,
  media: string,
  parameters: Json[] = [],
): Json {
  const problem = { $ref: '#/components/responses/Problem' };
  const answers = {
    200: {
      description: summary,
      content: { [media]: { schema: schemaOf(reply) }, [MEDIA.html]: { schema: { type: 'string' } } },
    },
    400: problem,
  };
  const responses = parameters.length > 0 ? { ...answers, 404: problem } : answers;
  return { get: { operationId, summary, tags: ['features'], parameters: [...parameters, formatParameter], responses } };
}

/** limit, bbox and datetime as the standard words them (/req/core/fc-limit-definition and so on), then our filters. */
function itemParameters(): Json[] {
  const numbers = (count: number): Json => ({ minItems: count, maxItems: count });
  return [
    inQuery('limit', 'How many features at most; above the maximum counts as the maximum', {
      type: 'integer',
      minimum: 1,
      maximum: LIMIT.most,
      default: LIMIT.usual,
    }),
    inQuery('bbox', 'west,south,east,north, or with heights; features without a place match as well', {
      type: 'array',
      oneOf: [numbers(4), numbers(6)],
      items: { type: 'number' },
    }),
    inQuery('datetime', 'An instant or an interval; features have no time, so all of them match', { type: 'string' }),
    inQuery('cursor', 'From the next link of the page before', { type: 'string' }),
    ...Object.entries(propertyFilterShape).map(([name, schema]) => {
      const { description, ...shape } = schemaOf(schema);
      return inQuery(name, String(description), shape);
    }),
  ];
}

const formatParameter = inQuery('f', 'json or html, whatever the Accept header says', {
  type: 'string',
  enum: ['json', 'html'],
});

function inQuery(name: string, description: string, schema: Json): Json {
  return { name, in: 'query', description, required: false, schema, style: 'form', explode: false };
}

function inPath(name: string, description: string): Json {
  return { name, in: 'path', description, required: true, schema: { type: 'string' } };
}

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'openapi-3.0',
    unrepresentable: 'any',
  });
  return rest;
}
