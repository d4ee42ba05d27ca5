import { Router } from 'express';
import type { AssetListViewData } from '../../../client/register/assets/asset-list-view.ts';
import { assetListView } from '../../../client/register/assets/asset-list-view.ts';
import { assetView } from '../../../client/register/assets/asset-view.ts';
import type { MapData } from '../../../client/register/assets/map-view.ts';
import { whereIs } from '../../../client/register/assets/asset-card-part.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn, monthsBefore, type Clock } from '../../kernel/clock.ts';
import { parse } from '../../kernel/endpoint.ts';
import type { SendPage } from '../../kernel/page.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Part } from '../../kernel/wing.ts';
import { idIn } from './asset-api.ts';
import { assetListSchema, filterParams, type AssetListQuery } from './asset-filter.ts';
import { choicesFrom, headingOf, valuesFrom, withoutEach } from './asset-list-page.ts';
import type { AssetList, AssetService } from './asset-service.ts';
import { mapOf, type Tiles } from './asset-map-page.ts';
import { costOfLeavingEmpty } from './leaving-empty-rules.ts';
import type { PublicAsset } from './public-asset-contract.ts';

type Deps = {
  assets: AssetService;
  /** What others show on the page of a place that everybody may know. */
  parts: readonly ((asset: PublicAsset) => Promise<Part>)[];
  jsonLd(asset: PublicAsset): Record<string, unknown>;
  sendPage: SendPage;
  clock: Clock;
  tiles: Tiles;
};

/** A check that is older than this many months is pointed out. */
const OLD_AFTER_MONTHS = 6;
/** Zoom of the small map on an asset's page, by how closely its place is known. */
const SMALL_MAP_DEGREES = { exact: 0.004, postcode: 0.006, district: 0.04, ward: 0.03, none: 0 };

/** The list with its map, and the page of one asset. */
export function assetPages({ assets, parts, jsonLd, sendPage, clock, tiles }: Deps): Router {
  const router = Router();

  router.get('/assets', async (req, res) => {
    const values = valuesFrom(req.query);
    try {
      const query = parse(assetListSchema, req.query);
      const list = await assets.list(query);
      const wider = list.totals.count === 0 ? await widerThan(query) : [];
      const data = {
        heading: headingOf(query, list.names.areas),
        values,
        choices: choicesFrom(list.names, query.area),
        mistakes: [],
        found: found(query, list),
        wider,
      };
      await sendPage(req, res, {
        title: pageTitle(data.heading, query),
        description: 'Public land, buildings and rooms: what stands empty, whose it is, and what may be done about it.',
        body: assetListView(data),
        canonical: `/assets?${filterParams({ area: query.area, kind: query.kind })}`.replace(/\?$/, ''),
        alternates: [{ type: 'application/atom+xml', href: data.found.feedHref, title: 'What changes' }],
        ...(query.cursor || query.q ? { robots: 'noindex' as const } : {}),
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 400) throw error;
      const data: AssetListViewData = {
        heading: 'Find a place',
        values,
        choices: choicesFrom(await assets.names(), values.area),
        mistakes: error.mistakes,
        found: null,
        wider: [],
      };
      await sendPage(req, res, {
        status: 400,
        title: `Error: ${data.heading}`,
        description: error.message,
        body: assetListView(data),
        robots: 'noindex',
      });
    }
  });

  router.get('/assets/:id', async (req, res, next) => {
    if (/\.\w+$/.test(req.params.id)) return next();
    const asset = await assets.show(idIn(req.params.id));
    const [history, inside, nearby, names] = await Promise.all([
      assets.history(asset),
      Promise.all(parts.map((part) => part(asset))),
      assets.nearby(asset),
      assets.names(),
    ]);
    const area = names.areas.find(({ id }) => id === asset.area.id);
    const today = dayIn(area?.timeZone ?? 'UTC', clock());
    await sendPage(req, res, {
      title: asset.name,
      description:
        asset.description ?? `${asset.name}, ${whereIs(asset)}: state, owner, history and what may be done here.`,
      body: assetView({
        asset,
        leavingEmpty: costOfLeavingEmpty(asset),
        history,
        inside,
        nearby,
        map: area ? smallMap(asset, area) : null,
        oldBefore: monthsBefore(today, OLD_AFTER_MONTHS),
      }),
      canonical: `/assets/${asset.id}`,
      about: { areaId: asset.area.id, ownerId: asset.owner.id },
      jsonLd: jsonLd(asset),
      alternates: [
        { type: 'application/atom+xml', href: `/assets/${asset.id}/feed.atom`, title: `Changes at ${asset.name}` },
      ],
    });
  });

  return router;

  function found(
    query: AssetListQuery,
    { items, totals, next, names, place }: AssetList,
  ): NonNullable<AssetListViewData['found']> {
    const { cursor, limit, sort, ...filter } = query;
    const params = filterParams(filter);
    return {
      items,
      totals,
      nextHref: next ? `/assets?${filterParams({ ...query, cursor: next })}` : null,
      firstHref: `/assets?${filterParams({ ...filter, bbox: undefined })}`,
      map: mapOf({
        areas: names.areas,
        areaSlug: query.area,
        params,
        tiles,
        box: query.bbox,
        place: place?.point,
        km: query.km,
      }),
      csvHref: `/api/assets.csv?${params}`,
      geojsonHref: `/api/assets.geojson?${params}`,
      feedHref: `/assets.atom?${params}`,
    };
  }

  async function widerThan(query: AssetListQuery): Promise<AssetListViewData['wider']> {
    const options = withoutEach(query);
    const counts = await assets.counts(options.map((option) => option.query));
    return options
      .map(({ label, query: less }, index) => ({
        label,
        href: `/assets?${filterParams(less)}`,
        count: counts[index] ?? 0,
      }))
      .filter(({ count }) => count > 0);
  }

  function smallMap(asset: PublicAsset, area: Area): MapData | null {
    if (!asset.point) return null;
    const { lon, lat } = asset.point;
    const reach = SMALL_MAP_DEGREES[asset.precision];
    const map = mapOf({
      areas: [area],
      areaSlug: area.slug,
      params: filterParams({ area: area.slug }),
      tiles,
      box: [lon - reach * 1.7, lat - reach, lon + reach * 1.7, lat + reach],
    });
    return {
      ...map,
      label: `Map around ${asset.name}`,
      focus: { id: asset.id, point: [lon, lat], precision: asset.precision, kind: asset.kind, state: asset.state },
    };
  }
}

function pageTitle(heading: string, { q, cursor }: AssetListQuery): string {
  return [heading, q && `“${q}”`, cursor && 'more'].filter((part) => part).join(', ');
}
