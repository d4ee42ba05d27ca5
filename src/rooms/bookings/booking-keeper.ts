import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { bookingsOn } from './booking-store.ts';
import { recurrenceWords } from './booking-words.ts';

/** Bookings belong to the group: they stay when whoever made them goes. */
export const bookingKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const made = await bookingsOn(db).madeBy(id);
    return [
      {
        name: 'bookings',
        title: 'Rooms you booked or asked for, for a group',
        entries: made.map(({ groupId, spaceId, purpose, recurrence, from, to, createdAt, state }) => ({
          group: groupId,
          room: spaceId,
          purpose,
          on: recurrenceWords(recurrence),
          from,
          to,
          made: createdAt,
          state,
        })),
      },
    ];
  },
};
