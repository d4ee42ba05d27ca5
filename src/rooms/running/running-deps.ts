import type { Area } from '../../ground/areas/area-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Occurrence } from '../bookings/booking-contract.ts';
import type { Closure, InTheWay, NewClosure } from '../bookings/closure-contract.ts';
import type { Stretch } from '../../kernel/recurrence-contract.ts';
import type { ActName, Thing, Who } from '../../ground/people/role-contract.ts';
import type { DateNeed, NeedingDate } from '../bookings/date-need-contract.ts';
import type { Term } from '../spaces/space-contract.ts';
import type { Lead } from './no-show-contract.ts';
import type { LookedAfter } from './running-contract.ts';

/** What running a building needs of areas, bookings and rights. Reads go to the transaction in hand where one is given. */
export type RunningDeps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  areas: { all(): Promise<Area[]> };
  may(who: Who | null, act: ActName, thing: Thing): boolean;
  /** Ids of what somebody may do an act to, by rights of their own. */
  held(who: Who, act: ActName): LookedAfter;
  dates: {
    /** A date whose booking is held until the end of the transaction, so that nobody cancels it meanwhile. */
    lock(trx: Db, id: string): Promise<Occurrence | undefined>;
    setState(trx: Db, id: string, changed: Pick<Occurrence, 'state' | 'charged' | 'note'>, at: string): Promise<void>;
  };
  /** What some dates lack, by date: papers without which nobody is let in, being shown round. */
  needsOf(db: Db, dates: readonly NeedingDate[]): Promise<Map<string, DateNeed>>;
  /** Times in which a building or a room cannot be booked. */
  closures: {
    preview(wanted: Pick<NewClosure, 'assetId' | 'spaceId'> & Stretch): Promise<InTheWay[]>;
    /** Closes in a larger piece of work; the same form twice closes once. @throws Problem 409 when a booking is in the way */
    closeIn(unit: UnitOfWork, personId: string, wanted: NewClosure): Promise<Closure>;
    /** @throws Problem 404 */
    reopen(personId: string, id: string): Promise<void>;
    inAsset(assetId: string, stretch: Stretch): Promise<Closure[]>;
  };
  /** The school terms that go for a building: its own, or its area’s. */
  schoolTerms(areaId: string, assetId: string): Promise<Term[]>;
  /** How many dates a group may miss before somebody rings them: the area's terms on a day. */
  missedBeforeCall(areaId: string, day: string): Promise<number>;
  /** Who leads each of these groups, for officers’ eyes. */
  leadsOf(groupIds: readonly string[]): Promise<Map<string, Lead>>;
  namesOf(personIds: readonly string[]): Promise<Map<string, string>>;
};
