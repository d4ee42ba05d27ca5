import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { roomImportsOn } from './room-import-store.ts';

/** Lists that somebody brings in: those that are not in the register yet go with them. */
export const roomImportKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const rooms = await roomImportsOn(db).by(id);
    return [
      {
        name: 'room_lists',
        title: 'Lists of rooms you uploaded',
        entries: rooms.map(({ fileName, ownerName, state, changedAt }) => ({
          file: fileName,
          of: ownerName,
          state,
          last_touched: changedAt,
        })),
      },
    ];
  },
  erase: ({ trx }, { id }) => roomImportsOn(trx).removeOpenOf(id),
};
