import { filterParams } from '../assets/asset-filter.ts';
import { mapOf } from '../assets/asset-map-page.ts';
import type { AssetService } from '../assets/asset-service.ts';
import type { AreaService } from '../../ground/areas/area-service.ts';
import { gathered, type Contribution, type Kernel } from '../../kernel/wing.ts';
import { openDataEndpoints } from './open-data-api.ts';
import { openDataPages } from './open-data-pages.ts';

/** The public register for programs, search engines and the pages of others. */
export function openDataFeature(
  { config, clock }: Kernel,
  { areas, assets }: { areas: AreaService; assets: AssetService },
): Contribution {
  const { baseUrl, tiles } = config;
  return {
    endpoints: ({ sendPage }) => openDataEndpoints({ assets, areas, sendPage, baseUrl, clock }),
    publicPages: ({ sendPage, bundle, house }) => [
      openDataPages({
        assets,
        listed: gathered(house, 'listedPages'),
        areas,
        sendPage,
        baseUrl,
        bundle,
        map: (shown, filter, place) =>
          mapOf({
            areas: shown,
            areaSlug: filter.area,
            params: filterParams(filter),
            tiles,
            box: filter.bbox,
            place,
            km: filter.km,
          }),
      }),
    ],
  };
}
