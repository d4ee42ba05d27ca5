import type { Standing } from '../../ground/cases/standing-contract.ts';
import type { Contact } from '../../ground/contacts/contact-contract.ts';
import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { Booking, DatedBooking, Occurrence, Place } from '../bookings/booking-contract.ts';
import type { Moment } from '../bookings/draft-contract.ts';
import type { Group, GroupPerson } from '../../groups/groups/group-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import type { ClockTime, Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Entry, LineFor, NewLine } from '../ledger/ledger-contract.ts';
import type { OpenMoney } from '../ledger/open-money-contract.ts';
import type { NewMail } from '../../ground/notifications/mail-contract.ts';
import type { Role, Scope } from '../../ground/people/role-contract.ts';
import type { GivenPaper } from './start-contract.ts';
import type { Condition, Paper, RoomRequest, Wish } from '../requests/request-contract.ts';
import type { BookableSpace, HirersLiability } from '../spaces/space-contract.ts';

/** Somebody with a right on a thing. */
export type Holder = { personId: string; role: Role; email: string | null; endsOn: string | null };

/** Bookings, and the steps of one, each a part of a larger piece of work. */
export type Bookings = {
  byIds(db: Db, ids: readonly string[]): Promise<Booking[]>;
  datesOfAll(db: Db, ids: readonly string[]): Promise<Occurrence[]>;
  take(unit: UnitOfWork, id: string): Promise<DatedBooking>;
  /** Saves a booking that the transaction holds, and counts the change. */
  save(unit: UnitOfWork, booking: Booking): Promise<void>;
  release(unit: UnitOfWork, holders: readonly string[]): Promise<void>;
  giveUp(
    unit: UnitOfWork,
    found: DatedBooking,
    given: readonly Occurrence[],
    to: Pick<Occurrence, 'state' | 'note'>,
  ): Promise<DatedBooking>;
  holdInstead(
    unit: UnitOfWork,
    booking: Booking,
    one: Occurrence,
    instead: {
      slot: { date: Day; from: ClockTime; to: ClockTime; space: BookableSpace };
      zone: string;
      moment: Moment;
      lapses: number;
    },
  ): Promise<{ held: Occurrence; until: number }>;
  put(unit: UnitOfWork, date: Occurrence, inPlaceOf: string): Promise<void>;
  reckoned(booking: Booking, occurrences: readonly Occurrence[]): Booking;
};

/** What the request that a booking came from has to do with it. */
export type Requests = {
  wishesOf(db: Db, requestIds: readonly string[]): Promise<Map<string, Wish>>;
  /** What decides where some requests stand. */
  statesOf(db: Db, requestIds: readonly string[]): Promise<Map<string, Pick<RoomRequest, 'state' | 'dueOn'>>>;
  /** Where a request stands that is not booked yet. @param how how its deposit is paid */
  standing(request: Pick<RoomRequest, 'state' | 'dueOn'>, how: string | null): Standing;
  /** How many requests of a group are under way. */
  countOpen(db: Db, groupId: string): Promise<number>;
  conditionsFor(
    wish: Pick<Wish, 'ownInsurance' | 'safeguarding'>,
    papers: readonly Paper[],
    liability: HirersLiability | null,
    first: Day,
    last: Day,
  ): Condition[];
};

/** What a booking needs of everything around it once it is certain, until it is closed. */
export type HireDeps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  baseUrl: string;
  rooms: {
    areas: { byId(db: Db, id: string): Promise<Area | undefined>; daysOff(db: Db, id: string): Promise<DaysOff> };
    spaces: {
      bookable(db: Db, ids: readonly string[]): Promise<BookableSpace[]>;
      places(db: Db, ids: readonly string[]): Promise<Place[]>;
    };
    momentIn(db: Db, area: Area): Promise<Moment>;
  };
  bookings: Bookings;
  requests: Requests;
  ledger: {
    of(db: Db, bookingId: string): Promise<Entry[]>;
    ofAll(db: Db, bookingIds: readonly string[]): Promise<Entry[]>;
    written(db: Db, personId: string, submission: string): Promise<Entry | undefined>;
    write(trx: Db, of: LineFor, personId: string, submission: string, lines: readonly NewLine[]): Promise<Entry[]>;
  };
  /** What is owed for a booking, by its days, and keeping that for lists and reminders. */
  openMoney: {
    ofBooking(db: Db, booking: Booking, entries: readonly Entry[]): Promise<OpenMoney[]>;
    keep(db: Db, booking: Booking, entries: readonly Entry[]): Promise<void>;
  };
  areas(): Promise<Area[]>;
  owners(db: Db): Promise<Owner[]>;
  /** How some owners and areas are reached and paid, by id. */
  contactsOf(db: Db, ids: readonly string[]): Promise<Map<string, Contact>>;
  groups: {
    byId(db: Db, id: string): Promise<Group | undefined>;
    byIds(db: Db, ids: readonly string[]): Promise<Group[]>;
    people(db: Db, groupId: string): Promise<GroupPerson[]>;
    /** Papers that nothing has replaced: those that a broker has accepted, and those that wait for it. */
    papersGivenOf(db: Db, groupIds: readonly string[]): Promise<(GivenPaper & { groupId: string })[]>;
  };
  /** By mail, or by a letter for an officer to print. */
  tell(
    unit: UnitOfWork,
    group: Pick<Group, 'id' | 'areaId'>,
    person: { personId: string; email: string | null },
    mail: Omit<NewMail, 'to'>,
  ): Promise<void>;
  writeMail(db: Db, mail: Omit<NewMail, 'calendar'>): Promise<void>;
  holders(db: Db, scope: Scope, ids: string[]): Promise<Holder[]>;
  /** Photos of damage: private. */
  photos: PhotoFiles;
  onError(error: unknown): void;
};
