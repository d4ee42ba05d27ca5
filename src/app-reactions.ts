import { testReactions } from './groups/benefit-test/test-facts.ts';
import { compactReactions } from './groups/compact/compact-facts.ts';
import { groupReactions } from './groups/groups/group-facts.ts';
import { areaReactions } from './ground/areas/area-facts.ts';
import { peopleReactions } from './ground/people/people-facts.ts';
import { retentionReactions } from './ground/retention/retention-facts.ts';
import type { Clock } from './kernel/clock.ts';
import type { NewId } from './kernel/ids.ts';
import { together, type Reactions, type ReactTo } from './kernel/reactions.ts';
import { assetReactions } from './register/assets/asset-facts.ts';
import { importReactions } from './register/imports/import-facts.ts';
import { bookingsOn } from './rooms/bookings/booking-store.ts';
import { calendarReactions } from './rooms/calendars/calendar-facts.ts';
import { needReactions } from './rooms/finder/need-facts.ts';
import { lookReactions } from './rooms/hires/look-reactions.ts';
import { ledgerReactions } from './rooms/ledger/ledger-reactions.ts';
import { spaceReactions } from './rooms/spaces/space-facts.ts';

/**
 * What follows from every kind of fact. A kind that no feature has a row for does not compile here: somebody must say what follows
 * from it, or that nothing does (docs/decisions/0019-consequences-follow-facts.md).
 */
export function reactionsOfTheHouse({ clock, newId }: { clock: Clock; newId: NewId }): ReactTo {
  const all: Reactions = together(
    areaReactions,
    peopleReactions,
    retentionReactions,
    assetReactions,
    importReactions,
    groupReactions,
    compactReactions,
    testReactions,
    spaceReactions,
    needReactions,
    calendarReactions,
    lookReactions,
    ledgerReactions({ clock, newId, bookings: { byId: (db, id) => bookingsOn(db).byId(id) } }),
  );
  return (kind) => all[kind];
}
