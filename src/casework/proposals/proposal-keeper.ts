import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { proposalsOn } from './proposal-store.ts';

/** Proposals that somebody began for a group. They are the group’s and stay; who began them goes with the account. */
export const proposalKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const begun = await proposalsOn(db).begunBy(id);
    return [
      {
        name: 'proposals',
        title: 'Proposals that you began for a group',
        entries: begun.map(({ number, use, starts, ends, receivedOn, state, endedOn }) => ({
          number,
          use,
          starts,
          ends,
          sent: receivedOn,
          state,
          ended: endedOn,
        })),
      },
    ];
  },
  async erase({ trx }, { id }) {
    await proposalsOn(trx).forgetWriter(id);
  },
};
