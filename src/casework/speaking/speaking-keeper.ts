import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { speakersOn } from './speaker-store.ts';

/** What somebody registered to say at hearings. What was read out stays in the minutes, without a name; the rest goes with the account. */
export const speakingKeeper: PersonalDataKeeper = {
  async partsFor(db, { id, email }) {
    const all = await speakersOn(db).ofPerson({ id, email });
    return [
      {
        name: 'speeches',
        title: 'Hearings at which you registered to speak',
        entries: all.map(({ side, manner, state, name, statement, needs, seconds, createdAt }) => ({
          side,
          how: manner,
          state,
          name,
          statement,
          needs,
          seconds,
          registered: createdAt,
        })),
      },
    ];
  },
  async erase({ trx }, { id, email }) {
    await speakersOn(trx).forgetPerson({ id, email });
  },
};
