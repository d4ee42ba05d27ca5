import type { Asset, Shape } from '../../register/assets/asset-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { BookableSpace, Space } from '../spaces/space-contract.ts';
import type { NewTariff, NewWindow, SpaceFields } from '../spaces/space-edit-contract.ts';
import type { RoomBuilding } from './room-import-contract.ts';

export type RoomArea = { id: string; slug: string; name: string; timeZone: string; boundary: Shape };

/** A building that only a list of rooms names, and the code that it gets. */
export type NewBuilding = { building: RoomBuilding; code: string; letsRooms: boolean };
export type NewRoom = {
  asset: Asset;
  fields: SpaceFields;
  tariffs: readonly NewTariff[];
  windows: readonly NewWindow[];
};

/** What an import of rooms asks of the register and of the spaces. All calls are inside its transaction. */
export type RoomRegister = {
  /** The owner's buildings whose names have all the words of this one; hidden ones too. */
  buildingsCalled(name: string): Promise<Asset[]>;
  /** The buildings that an earlier list brought, whatever they are called now, by their codes; also those that have left the register. */
  buildingsWithCodes(codes: readonly string[]): Promise<Map<string, Asset>>;
  addBuildings(buildings: readonly NewBuilding[]): Promise<Asset[]>;
  /** Says on these buildings that rooms in them can be booked. */
  openForBooking(assets: readonly Asset[]): Promise<void>;
  /** Takes back that rooms in these buildings can be booked, where it was a list that said so. */
  closeForBooking(assets: readonly Asset[]): Promise<void>;
  /** The rooms of these buildings, which are held until the end. */
  rooms(assetIds: readonly string[]): Promise<BookableSpace[]>;
  /** @returns their ids, in the same order */
  addRooms(rooms: readonly NewRoom[]): Promise<string[]>;
  changeRoom(asset: Asset, space: Space, fields: SpaceFields): Promise<void>;
  setPrices(asset: Asset, space: Space, tariffs: readonly NewTariff[]): Promise<void>;
  setHours(asset: Asset, space: Space, windows: readonly NewWindow[]): Promise<void>;
};

export type RoomImportDeps = {
  area(slug: string): Promise<RoomArea | undefined>;
  /** Runs the work in one transaction, which is undone when it throws. The owner is made when there is none of that name. */
  inOneTransaction<T>(
    scope: { area: RoomArea; ownerName: string; actor: string; source: string },
    work: (register: RoomRegister, unit: UnitOfWork) => Promise<T>,
  ): Promise<T>;
};
