import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { petitionsOn } from './petition-store.ts';
import { signaturesOn } from './signature-store.ts';

/** What somebody signed and what they did with petitions. A signature counts on without a name; the rest goes with the account. */
export const petitionKeeper: PersonalDataKeeper = {
  async partsFor(db, { id, email }) {
    const signed = email === null ? [] : await signaturesOn(db).ofEmail(email);
    const begun = await petitionsOn(db).begunBy(id);
    const sponsored = await petitionsOn(db).sponsoredBy(id);
    return [
      {
        name: 'petition_signatures',
        title: 'Petitions that were signed with your e-mail address',
        entries: signed.map(
          ({ name, postcode, basis, age, email: address, channel, standing, createdAt, confirmedAt }) => ({
            ...{ name, postcode, basis, age, address, channel, standing },
            signed: createdAt,
            confirmed: confirmedAt,
          }),
        ),
      },
      {
        name: 'petitions',
        title: 'Petitions that you began or sponsored',
        entries: [...begun, ...sponsored].map(({ number, wording, state, sponsorWords }) => ({
          ...{ number, wording, state },
          sponsored: sponsorWords,
        })),
      },
    ];
  },
  async erase({ trx }, { id, email }) {
    if (email !== null) await signaturesOn(trx).forget((await signaturesOn(trx).ofEmail(email)).map((one) => one.id));
    await petitionsOn(trx).forgetPerson(id);
  },
};
