import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { interestsOn } from './interest-store.ts';

/** Places that somebody was interested in. What they wrote goes with the account; that somebody asked stays. */
export const interestKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const own = await interestsOn(db).by(id);
    return [
      {
        name: 'interests',
        title: 'Places in which you registered an interest',
        entries: own.map(({ number, idea, groupName, note, receivedOn, state, endedOn }) => ({
          number,
          idea,
          group: groupName,
          what_you_saw: note,
          registered: receivedOn,
          state,
          ended: endedOn,
        })),
      },
    ];
  },
  async erase({ trx }, { id }) {
    await interestsOn(trx).forgetPerson(id);
  },
};
