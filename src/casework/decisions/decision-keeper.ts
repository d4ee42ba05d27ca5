import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { decisionsOn } from './decision-store.ts';
import { groundsOn } from './ground-store.ts';
import { warningsOn } from './warning-store.ts';

/** What somebody showed, signed or asked for in cases. It stays on the record of the case; who it was goes with the account. */
export const decisionKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const filed = await groundsOn(db).filedBy(id);
    const { signed, corrected, calledIn, asked } = await decisionsOn(db).by(id);
    return [
      {
        name: 'grounds',
        title: 'Grounds that you showed for an owner',
        entries: filed.map(({ ground, statement, filedOn, state }) => ({ ground, statement, shown: filedOn, state })),
      },
      {
        name: 'decisions',
        title: 'What you decided, put right, called in, or asked to be reviewed',
        entries: [
          ...signed.map(({ ruling, reasons, signedOn }) => ({ what: ruling, words: reasons, on: signedOn })),
          ...corrected.map(({ words, correctedOn }) => ({ what: 'correction', words, on: correctedOn })),
          ...calledIn.map(({ reason, askedOn }) => ({ what: 'call-in', words: reason, on: askedOn })),
          ...asked.map(({ reason, askedOn }) => ({ what: 'review asked for', words: reason, on: askedOn })),
        ],
      },
    ];
  },
  async erase({ trx }, { id }) {
    await groundsOn(trx).forgetPerson(id);
    await decisionsOn(trx).forgetPerson(id);
    await warningsOn(trx).forgetPerson(id);
  },
};
