import { areaPorts } from '../../ground/areas/area-ports.ts';
import type { Owner } from '../../ground/areas/area-contract.ts';
import type { AreaService } from '../../ground/areas/area-service.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { Asset } from '../../register/assets/asset-contract.ts';
import { deskAssetsOn } from '../../register/assets/asset-edit-list-store.ts';
import type { AssetRegister, RegisterWriting } from '../../register/assets/asset-register-service.ts';
import { routesOf } from '../../register/assets/asset-route-rules.ts';
import type { Place } from '../spaces/space-deps.ts';
import { spacesOn } from '../spaces/space-store.ts';
import type { SpaceServices } from '../spaces/space-services.ts';
import type { RoomRegister } from './room-import-deps.ts';
import { roomImportService, type RoomImportService } from './room-import-service.ts';

type Deps = {
  inOneTransaction: InOneTransaction;
  areas: AreaService;
  register: AssetRegister;
  spaceEditing: SpaceServices;
};
type Writing = {
  unit: UnitOfWork;
  writing: RegisterWriting;
  owner: Owner;
  timeZone: string;
  actor: string;
  source: string;
};

/** How many buildings with like names are compared. */
const CANDIDATES = 50;

/** Hands the register and the spaces to the import of rooms: what a list brings goes through the same doors as any other change. */
export function roomImportingOn({ inOneTransaction, areas, register, spaceEditing }: Deps): RoomImportService {
  return roomImportService({
    async area(slug) {
      const area = await areas.bySlug(slug);
      const boundary = area && (await areas.boundary(area.id));
      return area && boundary && { id: area.id, slug, name: area.name, timeZone: area.timeZone, boundary };
    },
    inOneTransaction: ({ area, ownerName, actor, source }, work) =>
      inOneTransaction(async (unit) => {
        const found = await areaPorts.bySlug(unit.trx, area.slug);
        if (!found) throw new Error(`The area ${area.slug} went away during an import.`);
        const owner = await areas.ownerNamed(unit.trx, area.id, ownerName);
        await areaPorts.lockOwner(unit.trx, owner.id);
        const writing = await register.writing({ unit, area: found, owners: [owner], actor });
        const result = await work(
          registerOf({ unit, writing, owner, timeZone: area.timeZone, actor, source }, register, spaceEditing),
          unit,
        );
        await writing.finish();
        return result;
      }),
  });
}

function registerOf(
  { unit, writing, owner, timeZone, actor, source }: Writing,
  register: AssetRegister,
  spaces: SpaceServices,
): RoomRegister {
  const placeOf = (asset: Asset): Place => ({
    assetId: asset.id,
    ownerId: asset.ownerId,
    areaId: asset.areaId,
    timeZone,
  });
  const from = `From the owner’s list of rooms “${source}”.`;
  return {
    async buildingsCalled(name) {
      const found = await deskAssetsOn(unit.trx).search({ ownerId: owner.id }, name, 0, CANDIDATES);
      return (
        await register.records(
          unit.trx,
          found.map(({ id }) => id),
        )
      ).filter(({ kind }) => kind === 'building');
    },
    buildingsWithCodes: async (codes) =>
      new Map([...(await writing.find(owner, [...codes]))].map(([code, { asset }]) => [code, asset])),
    addBuildings: (buildings) =>
      writing.add(
        owner,
        buildings.map(({ building: { name, street, town, postcode, point }, code, letsRooms }) => ({
          code,
          kind: 'building' as const,
          name,
          state: 'in_use' as const,
          address: { number: null, street, town, postcode },
          point,
          ownershipSource: 'The owner’s list of rooms',
          routes: letsRooms ? [BOOK] : [],
        })),
        { source: from, list: null },
      ),
    async openForBooking(assets) {
      // Empty buildings are released by an officer, not by a list.
      const closed = assets.filter(
        (asset) => asset.state !== 'vacant' && !routesOf(asset).some(({ route }) => route === 'book_space'),
      );
      if (closed.length > 0)
        await writing.change(
          closed.map((asset) => ({
            before: asset,
            fields: { routes: [...routesOf(asset).filter(({ route }) => route !== 'not_available'), BOOK] },
          })),
          from,
        );
    },
    async closeForBooking(assets) {
      const open = assets.filter((asset) => asset.routes.some(isOurs));
      if (open.length > 0)
        await writing.change(
          open.map((asset) => ({ before: asset, fields: { routes: asset.routes.filter((route) => !isOurs(route)) } })),
          from,
        );
    },
    async rooms(assetIds) {
      // Always in the same order, so that two who hold several never wait for each other.
      for (const id of assetIds.toSorted()) await register.lock(unit.trx, id);
      return spacesOn(unit.trx).bookable((await spacesOn(unit.trx).inAssets(assetIds)).map(({ id }) => id));
    },
    addRooms: (rooms) =>
      spaces.bulk.addAllIn(
        unit,
        actor,
        rooms.map(({ asset, ...room }) => ({ place: placeOf(asset), ...room })),
      ),
    changeRoom: (asset, space, fields) =>
      spaces.changeIn(unit, actor, placeOf(asset), space, fields, 'Changed by the owner’s list of rooms.'),
    setPrices: (asset, space, tariffs) => spaces.hours.setPricesIn(unit, actor, space, asset.areaId, tariffs, space),
    setHours: (asset, space, windows) => spaces.hours.setHoursIn(unit, actor, space, asset.areaId, windows),
  };
}

const BOOK = { route: 'book_space' as const, reason: 'Groups can book rooms here.' };
const isOurs = ({ route, reason }: Asset['routes'][number]): boolean => route === BOOK.route && reason === BOOK.reason;
