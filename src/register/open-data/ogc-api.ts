import { z } from 'zod';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { prefersHtml, sendDocument } from './ogc-reply.ts';
import { collectionDocument, collectionsOf, featureSchemaDocument, findCollection } from './ogc-collection-text.ts';
import {
  collectionParams,
  collectionSchema,
  collectionsSchema,
  conformanceSchema,
  CONFORMS_TO,
  landingSchema,
  MEDIA,
  plainQuery,
  type Link,
} from './ogc-endpoint.ts';
import { ogcDescription } from './ogc-description-text.ts';
import { landingDocument } from './ogc-landing-text.ts';
import { sendCollectionPage, sendLandingPage } from './ogc-pages.ts';
import type { OpenDataDeps } from './open-data-deps.ts';

type Deps = Pick<OpenDataDeps, 'assets' | 'areas' | 'sendPage' | 'baseUrl'>;

const tag = 'ogc';

/** OGC API – Features 1.0: what QGIS, ogr2ogr and other map software read directly. */
export function ogcApi({ assets, areas, sendPage, baseUrl }: Deps): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/ogc',
      summary: 'Landing page of OGC API – Features',
      tag,
      query: plainQuery,
      reply: { type: MEDIA.json, schema: landingSchema, description: 'Links to everything else' },
      async run({ query, req, res }) {
        const document = landingDocument(baseUrl);
        if (!prefersHtml(req, res, query.f)) return sendDocument(res, MEDIA.json, document, document.links);
        await sendLandingPage(sendPage, req, res, {
          ...document,
          address: `${baseUrl}/ogc`,
          collections: collectionsOf(await areas.all()),
        });
      },
    }),
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/ogc/conformance',
      summary: 'Which parts of the standard are kept',
      tag,
      query: plainQuery,
      reply: { type: MEDIA.json, schema: conformanceSchema, description: 'Names of conformance classes' },
      run: ({ res }) => sendDocument(res, MEDIA.json, { conformsTo: CONFORMS_TO }),
    }),
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/ogc/api',
      summary: 'Description of this API in OpenAPI 3.0',
      tag,
      query: plainQuery,
      reply: { type: MEDIA.openApi, schema: z.record(z.string(), z.unknown()), description: 'An OpenAPI 3.0 document' },
      run: async ({ res }) =>
        sendDocument(res, MEDIA.openApi, ogcDescription(baseUrl, collectionsOf(await areas.all()))),
    }),
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/ogc/collections',
      summary: 'All collections',
      tag,
      query: plainQuery,
      reply: {
        type: MEDIA.json,
        schema: collectionsSchema,
        description: 'The whole register, and one collection for each area',
      },
      async run({ query, req, res }) {
        if (prefersHtml(req, res, query.f)) return res.redirect(303, '/ogc?f=html');
        const self: Link = {
          rel: 'self',
          href: `${baseUrl}/ogc/collections?f=json`,
          type: MEDIA.json,
          title: 'Collections',
        };
        const alternate: Link = {
          rel: 'alternate',
          href: `${baseUrl}/ogc/collections?f=html`,
          type: MEDIA.html,
          title: 'Collections, as a page',
        };
        const all = collectionsOf(await areas.all());
        const links = [self, alternate];
        sendDocument(
          res,
          MEDIA.json,
          { links, collections: all.map((one) => collectionDocument(one, baseUrl)) },
          links,
        );
      },
    }),
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/ogc/collections/:collectionId',
      summary: 'One collection',
      tag,
      params: collectionParams,
      query: plainQuery,
      reply: { type: MEDIA.json, schema: collectionSchema, description: 'What the collection is and where it reaches' },
      async run({ params, query, req, res }) {
        const collection = findCollection(await areas.all(), params.collectionId);
        if (!prefersHtml(req, res, query.f)) {
          const document = collectionDocument(collection, baseUrl);
          return sendDocument(res, MEDIA.json, document, document.links);
        }
        const { count } = await assets.count(collection.area === null ? {} : { area: collection.area });
        await sendCollectionPage(sendPage, req, res, collection, count);
      },
    }),
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/ogc/collections/:collectionId/schema',
      summary: 'What the features of a collection hold',
      tag,
      params: collectionParams,
      query: plainQuery,
      reply: {
        type: MEDIA.schema,
        schema: z.record(z.string(), z.unknown()),
        description: 'A JSON Schema of the properties',
      },
      run: async ({ params, res }) =>
        sendDocument(
          res,
          MEDIA.schema,
          featureSchemaDocument(findCollection(await areas.all(), params.collectionId), baseUrl),
        ),
    }),
  ];
}
