import type { Request } from 'express';
import { endpoint, type Endpoint } from '../../kernel/endpoint.ts';
import { notFound } from '../../kernel/problem.ts';
import { pointFeature } from './feature-text.ts';
import { addressWith, prefersHtml, sendDocument } from './ogc-reply.ts';
import { findCollection, type Collection } from './ogc-collection-text.ts';
import { collectionParams, itemParams, itemSchema, itemsSchema, MEDIA, plainQuery, type Link } from './ogc-endpoint.ts';
import { NOTHING, nothingOfUnknown, registerFilter } from './ogc-filter.ts';
import { sendItemsPage } from './ogc-pages.ts';
import type { OpenDataDeps } from './open-data-deps.ts';
import { idIn } from './public-id-endpoint.ts';
import { cursorOf, itemsQuery } from './ogc-items-endpoint.ts';
import type { PublicAsset } from '../assets/public-asset-contract.ts';

const tag = 'ogc';

/** The features of OGC API – Features 1.0: pages by key, so that a client that walks all of them meets each exactly once. */
export function ogcFeaturesApi({ assets, areas, sendPage, baseUrl }: OpenDataDeps): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/ogc/collections/:collectionId/items',
      summary: 'Features of a collection, a page at a time',
      tag,
      params: collectionParams,
      query: itemsQuery,
      reply: {
        type: MEDIA.geoJson,
        schema: itemsSchema,
        description: 'A FeatureCollection; its next link leads to the following page',
      },
      async run({ params, query: { f, limit, cursor, datetime: _datetime, ...asked }, req, res }) {
        const collection = findCollection(await areas.all(), params.collectionId);
        const wanted = registerFilter(asked, collection.area);
        const { items, matched, nextRow } = wanted
          ? await assets.keyset(wanted, cursor ?? 0, limit).catch(nothingOfUnknown)
          : NOTHING;
        const at = `${baseUrl}/ogc/collections/${collection.id}/items`;
        const next = nextRow === null ? null : addressWith(at, req.query, { cursor: cursorOf(nextRow) });
        if (prefersHtml(req, res, f)) return sendItemsPage(sendPage, req, res, collection, { matched, next, items });
        const links = pageLinks(at, req.query, next, collection, baseUrl);
        const features = items.map((asset) => pointFeature(asset, baseUrl));
        sendDocument(
          res,
          MEDIA.geoJson,
          {
            type: 'FeatureCollection',
            numberMatched: matched,
            numberReturned: features.length,
            links,
            features,
          },
          links,
        );
      },
    }),
    endpoint({
      method: 'get',
      act: 'register.read',
      path: '/ogc/collections/:collectionId/items/:featureId',
      summary: 'One feature',
      tag,
      params: itemParams,
      query: plainQuery,
      reply: { type: MEDIA.geoJson, schema: itemSchema, description: 'A Feature' },
      async run({ params, query, req, res }) {
        const collection = findCollection(await areas.all(), params.collectionId);
        const asset = await assets.show(idIn(params.featureId));
        if (collection.area !== null && asset.area.slug !== collection.area) throw notFound('feature');
        if (prefersHtml(req, res, query.f)) return res.redirect(303, `/assets/${asset.id}`);
        const links = itemLinks(asset, collection, baseUrl);
        sendDocument(res, MEDIA.geoJson, { ...pointFeature(asset, baseUrl), links }, links);
      },
    }),
  ];
}

/** /req/core/fc-links: this page, the page for people, the next page. */
function pageLinks(
  at: string,
  query: Request['query'],
  next: string | null,
  { id, title }: Collection,
  baseUrl: string,
): Link[] {
  return [
    { rel: 'self', href: addressWith(at, query, {}), type: MEDIA.geoJson, title: 'This page' },
    { rel: 'alternate', href: addressWith(at, query, { f: 'html' }), type: MEDIA.html, title: 'This page, for people' },
    ...(next === null ? [] : [{ rel: 'next', href: next, type: MEDIA.geoJson, title: 'The next page' }]),
    { rel: 'collection', href: `${baseUrl}/ogc/collections/${id}?f=json`, type: MEDIA.json, title },
  ];
}

function itemLinks(asset: PublicAsset, { id, title }: Collection, baseUrl: string): Link[] {
  const at = `${baseUrl}/ogc/collections/${id}`;
  return [
    { rel: 'self', href: `${at}/items/${asset.id}?f=json`, type: MEDIA.geoJson, title: asset.name },
    { rel: 'alternate', href: `${baseUrl}/assets/${asset.id}`, type: MEDIA.html, title: `${asset.name}, as a page` },
    { rel: 'collection', href: `${at}?f=json`, type: MEDIA.json, title },
  ];
}
