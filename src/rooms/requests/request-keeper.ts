import type { Db } from '../../kernel/database.ts';
import type { PersonalDataPart } from '../../ground/people/personal-data-contract.ts';
import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { recurrenceWords } from '../bookings/booking-words.ts';
import { optionsOn } from './option-store.ts';
import { requestsOn } from './request-store.ts';
import { waitingOn } from './waiting-store.ts';

/** Requests and places on waiting lists belong to the group; answers belong to the owner. */
export const requestKeeper: PersonalDataKeeper = {
  partsFor: async (db, { id }) => [await requestsBy(db, id), await placesOf(db, id), await answersBy(db, id)],
  // Links to answer for an owner with are of no use any more.
  erase: ({ trx }, { id }) => optionsOn(trx).forgetLinksOf(id),
};

async function requestsBy(db: Db, personId: string): Promise<PersonalDataPart> {
  const asked = await requestsOn(db).by(personId);
  return {
    name: 'room_requests',
    title: 'Rooms you asked for, for a group',
    entries: asked.map(({ groupId, wish, state, receivedOn, createdAt }) => ({
      group: groupId,
      purpose: wish.purpose,
      on: recurrenceWords(wish.recurrence),
      received: receivedOn,
      written: createdAt,
      state,
    })),
  };
}

async function placesOf(db: Db, personId: string): Promise<PersonalDataPart> {
  const waits = await waitingOn(db).by(personId);
  return {
    name: 'waiting_places',
    title: 'Rooms you wait for, for a group',
    entries: waits.map(({ groupId, spaceId, wish, receivedOn, joinedAt, state }) => ({
      group: groupId,
      room: spaceId,
      purpose: wish.purpose,
      on: recurrenceWords(wish.recurrence),
      received: receivedOn,
      joined: joinedAt,
      state,
    })),
  };
}

async function answersBy(db: Db, personId: string): Promise<PersonalDataPart> {
  const answers = await optionsOn(db).answeredBy(personId);
  return {
    name: 'room_answers',
    title: 'Requests for rooms that you answered for an owner',
    entries: answers.map(({ requestId, spaceId, state, reason, note, answeredOn }) => ({
      request: requestId,
      room: spaceId,
      answer: state,
      reason,
      note,
      answered: answeredOn,
    })),
  };
}
