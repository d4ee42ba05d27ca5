import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { needsOn } from './need-store.ts';

/** Rooms that somebody wants to be told of: theirs alone, so that they go with them. */
export const needKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const saved = await needsOn(db).ofPerson(id);
    return [
      {
        name: 'needs',
        title: 'Rooms you wait for',
        entries: saved.map(({ wish, createdAt, endsOn, toldAt }) => ({
          wish,
          saved: createdAt,
          ends: endsOn,
          told: toldAt,
        })),
      },
    ];
  },
  erase: ({ trx }, { id }) => needsOn(trx).removeOfPerson(id),
};
