import type { PersonalDataKeeper } from '../../ground/people/personal-data-slot.ts';
import { calendarLinksOn } from './calendar-link-store.ts';

/** Addresses of calendars that somebody made: of no use without them. */
export const calendarKeeper: PersonalDataKeeper = {
  async partsFor(db, { id }) {
    const links = await calendarLinksOn(db).linksOf(id);
    return [
      {
        name: 'calendars',
        title: 'Your calendar addresses',
        entries: links.map(({ kind, createdAt, readAt }) => ({ whose: kind, made: createdAt, last_read: readAt })),
      },
    ];
  },
  erase: ({ trx }, { id }) => calendarLinksOn(trx).forgetLinksOf(id),
};
