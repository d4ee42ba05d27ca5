import type { Db } from '../../kernel/database.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Area, Owner } from './area-contract.ts';
import { areasOn } from './area-store.ts';

/** Areas and owners as other features ask for them: in the transaction in hand. */
export const areaPorts = {
  all: (db: Db): Promise<Area[]> => areasOn(db).all(),
  byId: async (db: Db, id: string): Promise<Area | undefined> =>
    (await areasOn(db).all()).find((area) => area.id === id),
  bySlug: (db: Db, slug: string): Promise<Area | undefined> => areasOn(db).bySlug(slug),
  daysOff: async (db: Db, id: string): Promise<DaysOff> => new Set(await areasOn(db).daysOff(id)),
  /** Days that lengthen periods: bank holidays alone, not days on which offices are shut by their own choice. */
  bankHolidays: async (db: Db, id: string): Promise<DaysOff> => new Set(await areasOn(db).bankHolidays(id)),
  owners: (db: Db): Promise<Owner[]> => areasOn(db).owners(),
  ownerNamed: (db: Db, areaId: string, name: string): Promise<Owner | undefined> =>
    areasOn(db).ownerNamed(areaId, name),
  /** Keeps everybody else from writing what is the owner's, until the end of the transaction. */
  lockOwner: (trx: Db, id: string): Promise<void> => areasOn(trx).lockOwner(id),
};
