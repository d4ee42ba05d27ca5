import type { InterestFactKind } from '../../../src/casework/interests/interest-facts.ts';
import { changeViewingSchema } from '../../../src/casework/interests/viewing-contract.ts';
import { holidayService } from '../../../src/ground/areas/holiday-service.ts';
import { found } from '../../support/domain.ts';
import { answered, offered, onDay, registered, stored, TIME, timesOf, type Baths } from './an-interest.ts';

/** Who is told: whoever is interested, a neighbour who is too, the owner, the monitoring officer. */
export type Told = Partial<Record<'asker' | 'other' | 'owner' | 'monitor', readonly string[]>>;
type Walk = {
  /** From nothing to the moment before. @returns the id of the interest */
  before(baths: Baths): Promise<string>;
  act(baths: Baths, id: string): Promise<unknown>;
  /** Its state after. */
  state: string;
  told: Told;
};

const answeredOne = async (baths: Baths): Promise<string> => {
  const { id } = await registered(baths);
  await answered(baths, id);
  return id;
};
const withTime = async (baths: Baths): Promise<string> => {
  const id = await answeredOne(baths);
  await offered(baths, id);
  return id;
};
const withPlace = async (baths: Baths): Promise<string> => {
  const id = await withTime(baths);
  const [time] = await timesOf(baths);
  await baths.services.interests.own.take(baths.asker, id, { viewing: found(time).id, people: 2 });
  return id;
};
const seenOne = async (baths: Baths): Promise<string> => {
  const id = await withPlace(baths);
  await onDay(baths, baths.day(25));
  return id;
};
const chasedOne = async (baths: Baths): Promise<string> => {
  const { id } = await registered(baths);
  await onDay(baths, baths.day(8));
  return id;
};

/** For each kind of fact: what leads to it, and all that follows. A new kind does not compile until it is here. */
export const INTEREST_WALKS: Record<InterestFactKind, Walk> = {
  interest_registered: {
    before: () => Promise.resolve(''),
    act: (baths) => registered(baths),
    state: 'asked',
    told: { asker: ['interest_registered_asker'], owner: ['interest_registered_owner'] },
  },
  interest_answered: {
    before: async (baths) => (await registered(baths)).id,
    act: answered,
    state: 'answered',
    told: { asker: ['interest_answered_asker'] },
  },
  interest_declined: {
    before: answeredOne,
    act: ({ services, owner }, id) =>
      services.interests.answering.decline(owner, id, {
        seen: 'answered',
        reason: 'danger',
        outcome: 'The roof may fall: report of 3 August. Ask again next year.',
      }),
    state: 'declined',
    told: { asker: ['interest_declined_asker'] },
  },
  interest_chased: {
    before: async (baths) => (await registered(baths)).id,
    act: (baths) => onDay(baths, baths.day(8)),
    state: 'chased',
    told: { asker: ['interest_chased_asker'], owner: ['interest_chased_owner'], monitor: ['interest_chased_officers'] },
  },
  interest_answered_by_register: {
    before: chasedOne,
    act: (baths) => onDay(baths, baths.day(15)),
    state: 'answered',
    told: { asker: ['interest_answered_by_register_asker'], owner: ['interest_answered_by_register_owner'] },
  },
  interest_times_offered: {
    before: answeredOne,
    act: (baths, id) => offered(baths, id),
    state: 'viewing',
    told: { asker: ['interest_times_offered_asker'] },
  },
  interest_viewing_chased: {
    before: answeredOne,
    act: (baths) => onDay(baths, baths.day(22)),
    state: 'viewing_chased',
    told: {
      asker: ['interest_viewing_chased_asker'],
      owner: ['interest_viewing_chased_owner'],
      monitor: ['interest_viewing_chased_officers'],
    },
  },
  interest_left_unseen: {
    before: async (baths) => {
      const id = await answeredOne(baths);
      await onDay(baths, baths.day(22));
      return id;
    },
    act: (baths) => onDay(baths, baths.day(29)),
    state: 'unseen',
    told: { asker: ['interest_left_unseen_asker'], owner: ['interest_left_unseen_owner'] },
  },
  interest_times_lost: {
    before: withTime,
    act: async (baths) =>
      baths.services.interests.viewings.cancel(baths.owner, found((await timesOf(baths))[0]).id, 'The lock is broken.'),
    state: 'answered',
    told: { asker: ['interest_times_lost_asker'], owner: ['interest_times_lost_owner'] },
  },
  interest_seen: {
    before: withPlace,
    act: (baths) => onDay(baths, baths.day(25)),
    state: 'seen',
    told: { asker: ['interest_seen_asker'] },
  },
  interest_closed: {
    before: withTime,
    act: (baths) => onDay(baths, baths.day(25)),
    state: 'closed',
    told: { asker: ['interest_closed_asker'] },
  },
  interest_withdrawn: {
    before: answeredOne,
    act: ({ services, asker }, id) => services.interests.own.withdraw(asker, id, 'answered'),
    state: 'withdrawn',
    told: { asker: ['interest_withdrawn_asker'] },
  },
  interest_noted: {
    before: seenOne,
    act: ({ services, asker }, id) => services.interests.own.note(asker, id, 'Two dry halls.'),
    state: 'seen',
    told: {},
  },
  interest_note_used: {
    before: async (baths) => {
      const id = await seenOne(baths);
      await baths.services.interests.own.note(baths.asker, id, 'Two dry halls.');
      return id;
    },
    async act(baths, id) {
      const { services, asker, lead, groupId } = baths;
      const asLead = { ...asker, rights: lead.rights };
      const { testId } = await services.proposals.writing.begin(asLead, { asset: baths.baths.id, group: groupId });
      await services.interests.own.useNote(asLead, id, { test: testId, criterion: 'NEED' });
    },
    state: 'seen',
    told: {},
  },
  viewing_offered: {
    before: withPlace,
    // Who has a place keeps it, and need not hear of another time; a neighbour who waits does.
    async act(baths, id) {
      const { id: neighbour } = await registered(baths, baths.other);
      await answered(baths, neighbour);
      await offered(baths, id, { day: baths.day(28) });
    },
    state: 'viewing',
    told: {
      other: [
        'interest_registered_asker',
        'interest_answered_asker',
        'interest_times_offered_asker',
        'interest_times_offered_asker',
      ],
      owner: ['interest_registered_owner'],
    },
  },
  viewing_changed: {
    before: withPlace,
    act: async (baths) =>
      baths.services.interests.viewings.change(
        baths.owner,
        found((await timesOf(baths))[0]).id,
        changeViewingSchema.parse({ ...TIME, day: baths.day(24), reason: 'The caretaker is away.' }),
      ),
    state: 'viewing',
    told: { asker: ['viewing_changed'] },
  },
  viewing_cancelled: {
    before: withPlace,
    act: async (baths) =>
      baths.services.interests.viewings.cancel(baths.owner, found((await timesOf(baths))[0]).id, 'The lock is broken.'),
    state: 'answered',
    told: { asker: ['viewing_cancelled', 'interest_times_lost_asker'], owner: ['interest_times_lost_owner'] },
  },
  viewing_place_taken: {
    before: withTime,
    act: async (baths, id) =>
      baths.services.interests.own.take(baths.asker, id, { viewing: found((await timesOf(baths))[0]).id, people: 1 }),
    state: 'viewing',
    told: { asker: ['viewing_place_taken'] },
  },
  viewing_place_given_back: {
    before: withPlace,
    act: ({ services, asker }, id) => services.interests.own.giveBack(asker, id),
    state: 'viewing',
    told: { asker: ['viewing_place_given_back'] },
  },
  viewing_came_noted: {
    before: async (baths) => {
      const id = await withPlace(baths);
      await onDay(baths, baths.day(23));
      return id;
    },
    act: async (baths) =>
      baths.services.interests.viewings.came(baths.caretaker, found((await timesOf(baths))[0]).id, []),
    state: 'viewing',
    told: {},
  },
  // Last: the calendar stays as it is then.
  interest_date_moved: {
    before: async (baths) => (await registered(baths)).id,
    act: (baths) =>
      holidayService({ clock: baths.clock.now, inOneTransaction: baths.services.inOneTransaction }).take([
        { calendar: 'england-and-wales', days: [baths.day(3)], years: [baths.day(3).slice(0, 4)] },
      ]),
    state: 'asked',
    told: { asker: ['interest_date_moved_asker'] },
  },
};

/** The state of an interest of whoever asked, however it was begun. */
export const stateOf = async (baths: Baths, id: string): Promise<string> =>
  (await stored(baths, id === '' ? ((await baths.services.interests.lists.by(baths.asker.personId))[0]?.id ?? '') : id))
    .state;
