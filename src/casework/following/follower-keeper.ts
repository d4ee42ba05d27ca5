import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { followersOn } from './follower-store.ts';

/** Proposals that somebody follows, which ends with their account. */
export const followerKeeper: PersonalDataKeeper = {
  async partsFor(db, { id, email }) {
    const followed = await followersOn(db).ofPerson({ id, email });
    return [
      {
        name: 'followed_proposals',
        title: 'Proposals that you follow',
        entries: followed.map(({ proposalId, since }) => ({ proposal: proposalId, since })),
      },
    ];
  },
  async erase({ trx }, { id, email }) {
    await followersOn(trx).removeOfPerson({ id, email });
  },
};
