import { calendarService, type CalendarService } from './rooms/calendars/calendar-service.ts';
import type { Clock } from './kernel/clock.ts';
import type { Database } from './kernel/database.ts';
import type { InOneTransaction } from './kernel/facts.ts';
import type { NewId } from './kernel/ids.ts';
import type { PeopleService } from './ground/people/people-service.ts';
import { may, scopesFor } from './ground/people/role-rules.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  baseUrl: string;
  people: PeopleService;
  today(): string;
  isPublic(spaceId: string): Promise<boolean>;
};

/** Builds calendars and tells them who may see what: the one table decides, each time a calendar is read. */
export function calendarsOf({ people, today, ...deps }: Deps): CalendarService {
  return calendarService({
    ...deps,
    // A calendar program brings no passkey; its address was made by somebody who was signed in.
    whoIs: (personId) => people.who(personId, '', true),
    mayRead: (who, kind, thing) => may(who, kind === 'group' ? 'group.see_dates' : 'space.see_dates', thing, today()),
    lookedAfter: (who) => ({
      spaceIds: scopesFor(who, 'space.see_dates', 'space', today()),
      assetIds: scopesFor(who, 'space.see_dates', 'asset', today()),
      ownerIds: scopesFor(who, 'space.see_dates', 'owner', today()),
      groupIds: scopesFor(who, 'group.see_dates', 'group', today()),
    }),
  });
}
