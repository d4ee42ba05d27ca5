import { join } from 'node:path';
import type { AreaService } from './ground/areas/area-service.ts';
import type { RequestServices } from './rooms/requests/requests.ts';
import type { HireServices } from './rooms/hires/hires.ts';
import { assetEditPages } from './register/assets/asset-edit-pages.ts';
import { assetFactsOn } from './register/assets/asset-edit-facts-store.ts';
import { deskAssetsOn } from './register/assets/asset-edit-list-store.ts';
import { assetPhotoPages } from './register/assets/asset-edit-photo-pages.ts';
import { assetPhotos } from './register/assets/asset-edit-photos.ts';
import { assetReleasing } from './register/assets/asset-edit-release.ts';
import { assetReleasePages } from './register/assets/asset-edit-release-pages.ts';
import { assetEditing } from './register/assets/asset-edit-service.ts';
import type { AssetRegister } from './register/assets/asset-register.ts';
import type { AssetService } from './register/assets/asset-service.ts';
import { publicAssetsOn } from './register/assets/public-asset-store.ts';
import { importerApart } from './app-import-screen.ts';
import { importDeps } from './app-imports.ts';
import { deskPages } from './front/desk/desk-pages.ts';
import { deskService } from './front/desk/desk-service.ts';
import { keepersService } from './front/desk/keepers-service.ts';
import { rightsPages } from './front/desk/rights-pages.ts';
import { rightsService } from './front/desk/rights-service.ts';
import { undeliveredPages } from './front/desk/undelivered-pages.ts';
import { undeliveredService } from './front/desk/undelivered-service.ts';
import { importScreenPages } from './register/imports/import-screen-pages.ts';
import { progressFiles } from './kernel/tables/progress-files.ts';
import { importScreens, uploadPath } from './register/imports/import-screen-service.ts';
import { importScreensOn } from './register/imports/import-screen-store.ts';
import { importWork } from './register/imports/import-screen-work.ts';
import { dayIn, type Clock } from './kernel/clock.ts';
import type { NeedService } from './rooms/finder/need-service.ts';
import type { Config } from './kernel/config.ts';
import type { Database } from './kernel/database.ts';
import type { Endpoint } from './kernel/endpoint.ts';
import type { InOneTransaction } from './kernel/facts.ts';
import type { NewId } from './kernel/ids.ts';
import type { ReactTo } from './kernel/reactions.ts';
import type { SendPage } from './kernel/page.ts';
import type { PhotoFiles } from './kernel/photo-files.ts';
import type { MailService } from './ground/notifications/mail-service.ts';
import type { PeopleService } from './ground/people/people-service.ts';
import type { Access } from './ground/people/role-contract.ts';
import type { RunningServices } from './rooms/running/running.ts';
import { spacesOn } from './rooms/spaces/space-store.ts';

/** Rights end at the end of a day here; areas in other zones are a few hours out, which is said in the operating guide. */
export const RIGHTS_ZONE = 'Europe/London';

type Deps = {
  config: Config;
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  areas: AreaService;
  assets: AssetService;
  register: AssetRegister;
  photos: PhotoFiles;
  people: PeopleService;
  mails: MailService;
  /** After another connection of this process has written. */
  reactions: ReactTo;
  onCommit(): Promise<void>;
  onError(error: unknown): void;
};

/** What stands behind the desk. */
export function deskServices({
  config,
  db,
  clock,
  newId,
  inOneTransaction,
  areas,
  assets,
  register,
  photos,
  people,
  mails,
  reactions,
  onCommit,
  onError,
}: Deps) {
  const today = (): string => dayIn(RIGHTS_ZONE, clock());
  const namesOf = async (ids: readonly string[]): Promise<Map<string, string>> =>
    new Map((await people.byIds(ids)).map(({ id, name, email }) => [id, name || email || 'Somebody']));
  const list = deskAssetsOn(db);
  const rights = rightsService({
    db,
    inOneTransaction,
    baseUrl: config.baseUrl,
    today,
    people,
    owners: areas.owners,
    writeMail: mails.write,
    assetsCalled: (areaId, reference) => list.called(areaId, reference),
    roomsIn: (assetId) => spacesOn(db).inAsset(assetId),
  });
  const editing = assetEditing({ db, inOneTransaction, register, areas, namesOf });
  const releasing = assetReleasing({ db, register, editing, today: (timeZone) => dayIn(timeZone, clock()) });
  const assetPictures = assetPhotos({ editing, photos, newId });
  const overview = deskService({
    today,
    list,
    namesOf,
    publicNames: (ids) => publicAssetsOn(db).byIds(ids),
    counts: assets.counts,
    wards: areas.wards,
    changes: assetFactsOn(db).ofArea,
    imports: importScreensOn(db),
  });
  const undelivered = undeliveredService({ db, owners: areas.owners, failures: mails.failures });
  const dir = join(config.dataDir, 'imports');
  const progress = progressFiles(dir);
  const apart = importerApart({
    databaseUrl: config.databaseUrl,
    clock,
    newId,
    register,
    reactions,
    onCommit,
    onError,
  });
  const importing = importWork({ db, clock, newId, apart, progress, pathOf: uploadPath(dir), onError });
  const { decisions } = importDeps({ db, inOneTransaction, areas, register, clock, newId });
  const screens = importScreens({ db, clock, newId, dir, work: importing, progress, decisions });
  const keepers = keepersService({
    db,
    clock,
    inOneTransaction,
    baseUrl: config.baseUrl,
    today,
    people,
    writeMail: mails.write,
    roomsIn: (assetId) => spacesOn(db).inAsset(assetId),
  });
  return { screens, importing, rights, keepers, editing, releasing, assetPictures, overview, undelivered, today };
}
export type DeskServices = ReturnType<typeof deskServices>;

type Parts = {
  config: Config;
  areas: AreaService;
  clock: Clock;
  photos: PhotoFiles;
  desk: DeskServices;
  hires: HireServices;
  needs: NeedService;
  requests: RequestServices;
  running: RunningServices;
};

/** Every endpoint of the desk. */
export function deskEndpoints(
  { config, areas, clock, photos, desk, hires, needs, requests, running }: Parts,
  access: Access,
  sendPage: SendPage,
): Endpoint[] {
  const pages = { editing: desk.editing, access, sendPage, clock, tiles: config.tiles };
  return [
    ...deskPages({
      unmetNear: needs.unmetNear,
      running: {
        toRing: running.noShows.count,
        buildingsOf: (id) => running.looking.buildingsOf({ areaIds: [], ownerIds: [id], assetIds: [], spaceIds: [] }),
      },
      desk: desk.overview,
      undelivered: desk.undelivered,
      access,
      sendPage,
      areas,
      roomRequests: {
        inArea: async (id) =>
          requests.lists.counts({
            id,
            timeZone: (await areas.all()).find((area) => area.id === id)?.timeZone ?? 'UTC',
          }),
        toAnswer: (id) => requests.lists.countOfOwner({ ownerIds: [id], assetIds: [] }),
      },
      bookingsDue: {
        inArea: (id) => hires.dueForKeepers({ areaIds: [id] }),
        ofOwner: (id) => hires.dueForKeepers({ ownerIds: [id] }),
      },
    }),
    ...undeliveredPages({ undelivered: desk.undelivered, sendPage, areas }),
    ...rightsPages({ rights: desk.rights, access, sendPage, areas }),
    ...importScreenPages({ screens: desk.screens, access, sendPage, areas }),
    ...assetEditPages(pages),
    ...assetPhotoPages({ ...pages, photos: desk.assetPictures, files: photos }),
    ...assetReleasePages({ ...pages, releasing: desk.releasing }),
  ];
}
