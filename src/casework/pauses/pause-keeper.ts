import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { pausesOn } from './pause-store.ts';

/** What somebody let the clock of a case stand still for. It stays on the record of the case; who it was goes with the account. */
export const pauseKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const asked = await pausesOn(db).askedBy(id);
    return [
      {
        name: 'pauses',
        title: 'Pauses and stops of cases that you asked for',
        entries: asked.map(({ kind, reason, askedOn, endedOn }) => ({ kind, reason, asked: askedOn, ended: endedOn })),
      },
    ];
  },
  async erase({ trx }, { id }) {
    await pausesOn(trx).forgetPerson(id);
  },
};
