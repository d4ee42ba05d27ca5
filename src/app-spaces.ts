import { assetsOn } from './register/assets/asset-store.ts';
import { deskAssetsOn } from './register/assets/asset-edit-list-store.ts';
import type { AssetService } from './register/assets/asset-service.ts';
import { publicAssetsOn } from './register/assets/public-asset-store.ts';
import type { AreaService } from './ground/areas/area-service.ts';
import type { CompactService } from './groups/compact/compact-service.ts';
import type { Clock } from './kernel/clock.ts';
import type { Config } from './kernel/config.ts';
import type { Database } from './kernel/database.ts';
import type { Endpoint } from './kernel/endpoint.ts';
import type { InOneTransaction } from './kernel/facts.ts';
import type { NewId } from './kernel/ids.ts';
import type { SendPage } from './kernel/page.ts';
import type { PhotoFiles } from './kernel/photo-files.ts';
import { notFound } from './kernel/problem.ts';
import { spaceJsonLd } from './register/open-data/space-json-ld.ts';
import type { PeopleService } from './ground/people/people-service.ts';
import type { Access } from './ground/people/role-contract.ts';
import { calendarDaysPages } from './rooms/spaces/calendar-days-pages.ts';
import { deskSpacePages } from './rooms/spaces/desk-space-pages.ts';
import { hoursPages } from './rooms/spaces/hours-pages.ts';
import { partsPages } from './rooms/spaces/parts-pages.ts';
import type { PublicSpace } from './rooms/spaces/public-space-contract.ts';
import { spacePageService, type SpacePageService } from './rooms/spaces/space-page-service.ts';
import { spacePages } from './rooms/spaces/space-pages.ts';
import { spacePhotoPages } from './rooms/spaces/space-photo-pages.ts';
import { spaceServices, type SpaceServices } from './rooms/spaces/spaces.ts';
import { yearCopyPages } from './rooms/spaces/year-copy-pages.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  photos: PhotoFiles;
  areas: AreaService;
  people: PeopleService;
};

/** Hands the register to the spaces: in which place they are, and whose it is. */
export function spacesOf({ db, clock, newId, inOneTransaction, photos, areas, people }: Deps): SpaceServices {
  return spaceServices({
    db,
    clock,
    newId,
    inOneTransaction,
    photos,
    places: {
      async thing(assetId) {
        const found = (await deskAssetsOn(db).byIds([assetId])).get(assetId);
        if (!found) throw notFound('place');
        const area = (await areas.all()).find(({ id }) => id === found.areaId);
        return { assetId, ownerId: found.ownerId, areaId: found.areaId, timeZone: area?.timeZone ?? 'UTC' };
      },
      hold: async (trx, assetId) => void (await assetsOn(trx).held(assetId)),
    },
    namesOf: async (ids) =>
      new Map((await people.byIds(ids)).map(({ id, name, email }) => [id, name || email || 'Somebody'])),
  });
}

type Showing = Pick<Deps, 'db' | 'clock' | 'areas'> & { assets: AssetService; compact: CompactService };

/** What everybody may see of spaces: as far as the public may know their place, and as the area answers wishes. */
export function spacePagesOf({ db, clock, areas, assets, compact }: Showing): SpacePageService {
  return spacePageService({
    db,
    clock,
    areas,
    shown: assets.show,
    async answering(areaId, ownerId, day) {
      const [{ terms }, joined] = [await compact.termsOn(areaId, day), await compact.inForce([ownerId], day)];
      return { workingDays: terms.owner_answers_wd, byDefault: joined.has(ownerId) };
    },
  });
}

type Parts = Pick<Deps, 'db' | 'areas' | 'photos'> & {
  config: Config;
  spaceEditing: SpaceServices;
  spaceShowing: SpacePageService;
};

/** Every endpoint of spaces. */
export function spaceEndpoints(
  { config, db, areas, photos, spaceEditing, spaceShowing }: Parts,
  access: Access,
  sendPage: SendPage,
): Endpoint[] {
  const desk = {
    spaces: spaceEditing,
    pages: spaceShowing,
    access,
    sendPage,
    areas,
    async placeNames(assetId: string) {
      const [found, shown] = [
        (await deskAssetsOn(db).byIds([assetId])).get(assetId),
        await publicAssetsOn(db).byId(assetId),
      ];
      const owner = (await areas.owners()).find(({ id }) => id === found?.ownerId);
      const area = (await areas.all()).find(({ id }) => id === found?.areaId);
      return {
        name: found?.name ?? 'A place',
        ownerName: owner?.name ?? 'Its owner',
        areaSlug: area?.slug ?? '',
        areaName: area?.name ?? '',
        hidden: shown?.redacted ?? true,
      };
    },
  };
  return [
    ...deskSpacePages(desk),
    ...hoursPages(desk),
    ...partsPages(desk),
    ...spacePhotoPages({ ...desk, files: photos }),
    ...calendarDaysPages(desk),
    ...yearCopyPages(desk),
    ...spacePages({ pages: spaceShowing, sendPage, askAt, jsonLd: (space) => spaceJsonLd(space, config.baseUrl) }),
  ];
}

/** Where a group goes on from a space: it asks for it, or looks at other rooms near one that cannot be asked for. */
function askAt({ id, asset, bookable, hours }: PublicSpace): { href: string; label: string } {
  if (bookable && hours.length > 0) return { href: `/spaces/${id}/ask`, label: 'Ask for this room' };
  return {
    href: `/spaces?area=${asset.area.slug}${asset.address.postcode ? `&near=${encodeURIComponent(asset.address.postcode)}` : ''}`,
    label: 'Look at other rooms near here',
  };
}
