import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { partnersOn } from './partner-store.ts';

/** Whom somebody asked to ask for a place together, and what they said for a group of theirs. */
export const partnerKeeper: PersonalDataKeeper = {
  async partsFor(db, { id, email }) {
    const entries = await partnersOn(db).ofPerson({ id, email });
    return [
      {
        name: 'asked_together',
        title: 'Asking for a place together with other groups',
        entries: entries.map(({ proposalId, state, askedAt, answeredAt, askedBy }) => ({
          proposal: proposalId,
          part: askedBy === id ? 'asked' : 'was asked',
          state,
          asked: askedAt,
          answered: answeredAt,
        })),
      },
    ];
  },
  async erase({ trx }, { id, email }) {
    await partnersOn(trx).forgetPerson({ id, email });
  },
};
