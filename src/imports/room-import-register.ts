import type { Asset, Shape } from '../assets/asset-contract.ts';
import type { UnitOfWork } from '../kernel/facts.ts';
import type { BookableSpace, Space } from '../spaces/space-contract.ts';
import type { NewTariff, NewWindow, SpaceFields } from '../spaces/space-edit-contract.ts';
import type { RoomBuilding } from './room-import-contract.ts';

export type RoomArea = { id: string; slug: string; name: string; timeZone: string; boundary: Shape };

/** What an import of rooms asks of the register and of the spaces. All calls are inside its transaction. */
export type RoomRegister = {
  /** The owner's buildings whose names have all the words of this one; hidden ones too. */
  buildingsCalled(name: string): Promise<Asset[]>;
  /** The building that an earlier list brought, whatever it is called now; also one that has left the register. */
  buildingWithCode(code: string): Promise<Asset | undefined>;
  addBuilding(building: RoomBuilding, code: string): Promise<Asset>;
  /** Says on the building that rooms in it can be booked. */
  openForBooking(asset: Asset): Promise<void>;
  rooms(assetId: string): Promise<BookableSpace[]>;
  addRoom(asset: Asset, fields: SpaceFields): Promise<Space>;
  changeRoom(asset: Asset, space: Space, fields: SpaceFields): Promise<void>;
  setPrices(asset: Asset, space: Space, tariffs: readonly NewTariff[]): Promise<void>;
  setHours(asset: Asset, space: Space, windows: readonly NewWindow[]): Promise<void>;
};

export type RoomImportDeps = {
  area(slug: string): Promise<RoomArea | undefined>;
  /** Runs the work in one transaction, which is undone when it throws. The owner is made when there is none of that name. */
  inOneTransaction<T>(scope: { area: RoomArea; ownerName: string; actor: string; source: string }, work: (register: RoomRegister, unit: UnitOfWork) => Promise<T>): Promise<T>;
};
