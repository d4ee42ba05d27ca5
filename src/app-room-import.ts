import type { Owner } from './areas/area-contract.ts';
import type { AreaService } from './areas/area-service.ts';
import { areasOn } from './areas/area-store.ts';
import type { Asset } from './assets/asset-contract.ts';
import { deskAssetsOn } from './assets/asset-edit-list-store.ts';
import type { AssetRegister, RegisterWriting } from './assets/asset-register.ts';
import { assetsOn } from './assets/asset-store.ts';
import { routesOf } from './assets/asset-routes.ts';
import { roomImportPages } from './imports/room-import-pages.ts';
import { roomImportService } from './imports/room-import-service.ts';
import { roomImportScreens } from './imports/room-import-screen-service.ts';
import type { RoomRegister } from './imports/room-import-register.ts';
import type { Clock } from './kernel/clock.ts';
import type { Database } from './kernel/database.ts';
import type { Endpoint } from './kernel/endpoint.ts';
import type { InOneTransaction, UnitOfWork } from './kernel/facts.ts';
import type { NewId } from './kernel/ids.ts';
import type { SendPage } from './kernel/page.ts';
import type { Access } from './people/role-contract.ts';
import type { Place } from './spaces/space-deps.ts';
import { spacesOn } from './spaces/space-store.ts';
import type { SpaceServices } from './spaces/spaces.ts';

type Deps = { db: Database; clock: Clock; newId: NewId; inOneTransaction: InOneTransaction; areas: AreaService; register: AssetRegister; spaceEditing: SpaceServices };
type Writing = { unit: UnitOfWork; writing: RegisterWriting; owner: Owner; timeZone: string; actor: string; source: string };

/** How many buildings with like names are compared. */
const CANDIDATES = 50;

/** Hands the register and the spaces to the import of rooms: what a list brings goes through the same doors as any other change. */
export function roomImportsOf({ db, clock, newId, inOneTransaction, areas, register, spaceEditing }: Deps) {
  const service = roomImportService({
    async area(slug) {
      const area = await areas.bySlug(slug);
      const boundary = area && (await areas.boundary(area.id));
      return area && boundary && { id: area.id, slug, name: area.name, timeZone: area.timeZone, boundary };
    },
    inOneTransaction: ({ area, ownerName, actor, source }, work) =>
      inOneTransaction(async (unit) => {
        const found = await areasOn(unit.trx).bySlug(area.slug);
        if (!found) throw new Error(`The area ${area.slug} went away during an import.`);
        const owner = await areas.ownerNamed(unit.trx, area.id, ownerName);
        await areasOn(unit.trx).holdOwner(owner.id);
        const writing = await register.writing({ unit, area: found, owners: [owner], actor });
        const result = await work(registerOf({ unit, writing, owner, timeZone: area.timeZone, actor, source }, spaceEditing), unit);
        await writing.finish();
        return result;
      }),
  });
  return { ...service, screens: roomImportScreens({ db, clock, newId, service, ownerOf: (areaId, name) => areasOn(db).ownerNamed(areaId, name) }) };
}
export type RoomImports = ReturnType<typeof roomImportsOf>;

export function roomImportEndpoints({ roomImports, areas }: { roomImports: RoomImports; areas: AreaService }, access: Access, sendPage: SendPage): Endpoint[] {
  return roomImportPages({ screens: roomImports.screens, access, sendPage, areas });
}

function registerOf({ unit, writing, owner, timeZone, actor, source }: Writing, spaces: SpaceServices): RoomRegister {
  const placeOf = (asset: Asset): Place => ({ assetId: asset.id, ownerId: asset.ownerId, areaId: asset.areaId, timeZone });
  const from = `From the owner’s list of rooms “${source}”.`;
  return {
    async buildingsCalled(name) {
      const found = await deskAssetsOn(unit.trx).search({ ownerId: owner.id }, name, 0, CANDIDATES);
      return (await assetsOn(unit.trx).byIds(found.map(({ id }) => id))).filter(({ kind }) => kind === 'building');
    },
    buildingWithCode: async (code) => (await writing.find(owner, [code])).get(code)?.asset,
    async addBuilding({ name, street, town, postcode, point }, code) {
      const [asset] = await writing.add(owner, [{ code, kind: 'building', name, state: 'in_use', address: { number: null, street, town, postcode }, point, ownershipSource: 'The owner’s list of rooms', routes: [BOOK] }], { source: from, list: null });
      if (!asset) throw new Error(`The building ${name} was not stored.`);
      return asset;
    },
    async openForBooking(asset) {
      const routes = routesOf(asset);
      // Empty buildings are released by an officer, not by a list.
      if (asset.state === 'vacant' || routes.some(({ route }) => route === 'book_space')) return;
      await writing.change([{ before: asset, fields: { routes: [...routes.filter(({ route }) => route !== 'not_available'), BOOK] } }], from);
    },
    async rooms(assetId) {
      await assetsOn(unit.trx).held(assetId);
      const summaries = await spacesOn(unit.trx).inAsset(assetId);
      return spacesOn(unit.trx).bookable(summaries.map(({ id }) => id));
    },
    addRoom: (asset, fields) => spaces.addIn(unit, actor, placeOf(asset), fields, { parentId: null, submission: null }),
    changeRoom: (asset, space, fields) => spaces.changeIn(unit, actor, placeOf(asset), space, fields, 'Changed by the owner’s list of rooms.'),
    setPrices: (asset, space, tariffs) => spaces.hours.setPricesIn(unit, actor, space, asset.areaId, tariffs, space),
    setHours: (asset, space, windows) => spaces.hours.setHoursIn(unit, actor, space, asset.areaId, windows),
  };
}

const BOOK = { route: 'book_space' as const, reason: 'Groups can book rooms here.' };
