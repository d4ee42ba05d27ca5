import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { enquiryFollowersOn } from './enquiry-follower-store.ts';
import { enquiriesOn } from './enquiry-store.ts';

/**
 * What somebody asked whose it is, and what they follow. A question goes on without whoever asked: others want to know, too. Who asked,
 * what they would like to do and what may be passed on go with the account.
 */
export const enquiryKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const store = enquiriesOn(db);
    const asked = await store.byAsker(id);
    const followed = await enquiryFollowersOn(db).followedBy(id);
    return [
      {
        name: 'questions',
        title: 'Places of which you asked whose they are',
        entries: asked.map(({ number, place, idea, groupName, consent, receivedOn, state, endedOn }) => ({
          number,
          place,
          idea,
          group: groupName,
          may_be_passed_on: consent,
          asked: receivedOn,
          state,
          ended: endedOn,
        })),
      },
      {
        name: 'followed_questions',
        title: 'Questions that you follow',
        entries: followed.map((question) => ({ question })),
      },
    ];
  },
  async erase({ trx }, { id }) {
    await enquiriesOn(trx).forgetAsker(id);
    await enquiryFollowersOn(trx).removeOfPerson(id);
  },
};
