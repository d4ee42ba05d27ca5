import type { Request, Response } from 'express';
import {
  ogcCollectionView,
  ogcItemsView,
  ogcLandingView,
  type OgcLanding,
} from '../../../client/register/open-data/ogc-views.ts';
import type { SendPage } from '../../kernel/page.ts';
import { counted } from '../../kernel/text.ts';
import type { Collection } from './ogc-collection-text.ts';
import type { PublicAsset } from '../assets/public-asset-contract.ts';

/** What a browser gets at the addresses of OGC API – Features: the same, for people. */
export function sendLandingPage(sendPage: SendPage, req: Request, res: Response, landing: OgcLanding): Promise<void> {
  return sendPage(req, res, {
    title: landing.title,
    description: landing.description,
    body: ogcLandingView(landing),
    canonical: '/ogc',
  });
}

export function sendCollectionPage(
  sendPage: SendPage,
  req: Request,
  res: Response,
  collection: Collection,
  count: number,
): Promise<void> {
  const { id, title, description } = collection;
  return sendPage(req, res, {
    title,
    description,
    body: ogcCollectionView({ ...collection, count }),
    canonical: `/ogc/collections/${id}`,
  });
}

type ItemsPage = { matched: number; next: string | null; items: PublicAsset[] };

export function sendItemsPage(
  sendPage: SendPage,
  req: Request,
  res: Response,
  { id, title }: Collection,
  { matched, next, items }: ItemsPage,
): Promise<void> {
  const lines = items.map((asset) => ({
    id: asset.id,
    name: asset.name,
    place: asset.address.street ?? asset.address.postcode,
    owner: asset.owner.name,
  }));
  return sendPage(req, res, {
    title,
    description: `${counted(matched, 'place')} on the register.`,
    body: ogcItemsView({ id, title, matched, next, items: lines }),
    robots: 'noindex',
  });
}
