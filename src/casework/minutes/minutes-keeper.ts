import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { minutesOn } from './minutes-store.ts';

/** What somebody would have had minutes say. The words stand in the minutes, without a name. */
export const minutesKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const all = await minutesOn(db).correctionsOf(id);
    return [
      {
        name: 'corrections',
        title: 'Corrections of minutes that you sent',
        entries: all.map(({ words, state, reply, sentOn }) => ({ words, state, reply, sent: sentOn })),
      },
    ];
  },
  async erase({ trx }, { id }) {
    await minutesOn(trx).forgetPerson(id);
  },
};
