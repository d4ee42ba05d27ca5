import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { commentsOn } from './comment-store.ts';

/** What somebody wrote about proposals. What everybody reads stays, without a name; the rest goes with the account. */
export const commentKeeper: PersonalDataKeeper = {
  async partsFor(db, { id, email }) {
    const written = await commentsOn(db).ofPerson({ id, email });
    return [
      {
        name: 'comments',
        title: 'What you wrote about proposals',
        entries: written.map(({ stance, original, shown, name, address, receivedOn, state, reply }) => ({
          stance,
          written: original,
          public: shown,
          name,
          address,
          received: receivedOn,
          state,
          reply,
        })),
      },
    ];
  },
  async erase({ trx }, { id, email }) {
    await commentsOn(trx).forgetPerson({ id, email });
  },
};
