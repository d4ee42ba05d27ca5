import type { Standing, Step } from '../../ground/cases/standing-contract.ts';
import type { Contact } from '../../ground/contacts/contact-contract.ts';
import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import type { Asker, Booking, BookingState, DatedBooking, Occurrence, Place } from '../bookings/booking-contract.ts';
import type { TrialsOfGroup } from '../bookings/trial-date-contract.ts';
import type { Draft, Look, LookedFor, Moment } from '../bookings/draft-contract.ts';
import type { Adoption, RoomTerms } from '../../groups/compact/compact-contract.ts';
import type { AnswerFact } from '../finder/answer-contract.ts';
import type { Group, GroupPerson } from '../../groups/groups/group-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Entry, LineFor, NewLine } from '../ledger/ledger-contract.ts';
import type { NewMail } from '../../ground/notifications/mail-contract.ts';
import type { Role, Scope, Thing, Who } from '../../ground/people/role-contract.ts';
import type { Facility } from '../spaces/facility-contract.ts';
import type { Audience, BookableSpace, Quote } from '../spaces/space-contract.ts';
import type { Passport, RoomRequest, Paper } from './request-contract.ts';

/** Somebody with a right on a thing. */
export type Holder = { personId: string; role: Role; name: string; email: string | null; endsOn: string | null };
/** A room that the finder would name beside the first choice, and why. */
export type Suggestion = { spaceId: string; name: string; place: string; why: string };
export type ToldGroup = Pick<Group, 'id' | 'areaId'>;

/** Rooms, where they are, and what can be had of them. */
export type Rooms = {
  areas: { byId(db: Db, id: string): Promise<Area | undefined>; daysOff(db: Db, id: string): Promise<DaysOff> };
  spaces: {
    bookable(db: Db, ids: readonly string[]): Promise<BookableSpace[]>;
    places(db: Db, ids: readonly string[]): Promise<Place[]>;
  };
  terms(db: Db, areaId: string, day: Day): Promise<RoomTerms>;
  momentIn(db: Db, area: Area): Promise<Moment>;
  /** Which of some facilities are not there for certain between two minutes of the day. */
  lacking(space: BookableSpace, needs: readonly Facility[], hours: { from: number; to: number }): AnswerFact[];
  /** What the dates of a booking would cost another audience; null where there is no price. */
  priceFor(booking: Booking, dates: readonly Occurrence[], audience: Audience): Quote | null;
  /** @returns the problem where the room cannot be had at all */
  look(db: Db, wished: LookedFor, spaceId: string): Promise<Look | Problem>;
};

/** Bookings that hold the dates of requests, and the steps of one, each a part of a larger piece of work. */
export type Bookings = {
  byId(db: Db, id: string): Promise<Booking | undefined>;
  datesOf(db: Db, id: string): Promise<Occurrence[]>;
  /** Minutes that each of some groups has had in rooms of an owner, on booked dates that began between two minutes. */
  minutesHad(
    db: Db,
    groupIds: readonly string[],
    ownerId: string,
    begun: { from: number; until: number },
  ): Promise<Map<string, number>>;
  datesOfAll(db: Db, ids: readonly string[]): Promise<Occurrence[]>;
  placeIn(
    unit: UnitOfWork,
    asker: Asker,
    draft: Draft & { submission: string },
    state: BookingState,
  ): Promise<DatedBooking>;
  take(unit: UnitOfWork, id: string): Promise<DatedBooking>;
  takeRooms(
    unit: UnitOfWork,
    bookingIds: readonly string[],
    spaceIds: readonly string[],
    now: number,
  ): Promise<Map<string, BookableSpace>>;
  turnFor(unit: UnitOfWork, occurrences: readonly Occurrence[]): Promise<unknown>;
  holdIn(
    unit: UnitOfWork,
    id: string,
    state: 'requested' | 'offered' | 'default_offered',
    until: number,
  ): Promise<DatedBooking>;
  confirmIn(unit: UnitOfWork, id: string, state: 'deposit_due' | 'confirmed'): Promise<DatedBooking>;
  /** Says which request a booking belongs to. It is no change of the booking. */
  comesFrom(unit: UnitOfWork, booking: Booking, request: Pick<RoomRequest, 'id' | 'caseNumber'>): Promise<void>;
  letGoIn(unit: UnitOfWork, id: string, state: 'declined' | 'withdrawn' | 'lapsed'): Promise<DatedBooking>;
  moveIn(
    unit: UnitOfWork,
    id: string,
    changed: Partial<Pick<Booking, 'state' | 'requestId' | 'caseNumber'>>,
  ): Promise<DatedBooking>;
  /** What a group has of trial dates. */
  trialsOf(db: Db, groupId: string): Promise<TrialsOfGroup>;
  /** Makes what is held trial dates, if the group may have so many. @returns whether they are */
  takeTrial(unit: UnitOfWork, id: string): Promise<boolean>;
  release(unit: UnitOfWork, holders: readonly string[]): Promise<void>;
  dropPast(unit: UnitOfWork, id: string, now: number): Promise<boolean>;
  namePrice(unit: UnitOfWork, id: string, pence: number): Promise<void>;
};

/** What is owed and paid for a booking. */
export type Ledger = {
  of(db: Db, bookingId: string): Promise<Entry[]>;
  written(db: Db, personId: string, submission: string): Promise<Entry | undefined>;
  hasReceipt(db: Db, areaId: string, receiptNo: string): Promise<boolean>;
  write(trx: Db, of: LineFor, personId: string, submission: string, lines: readonly NewLine[]): Promise<Entry[]>;
};

/** What requests need of everything around them. Whatever takes a `db` reads in the transaction in hand. */
export type RequestDeps = {
  /** Gives a request its number to say on the telephone. */
  caseNumber(db: Db, area: Pick<Area, 'id' | 'slug'>, of: { kind: 'room_request'; id: string }): Promise<string>;
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  baseUrl: string;
  rooms: Rooms;
  bookings: Bookings;
  ledger: Ledger;
  areas(): Promise<Area[]>;
  owners(db: Db): Promise<Owner[]>;
  /** The decision by which each of some owners is in the compact on a day. */
  inCompact(db: Db, ownerIds: readonly string[], day: Day): Promise<Map<string, Adoption>>;
  passportOf(db: Db, groupId: string, day: Day): Promise<Passport>;
  groups: {
    byId(db: Db, id: string): Promise<Group | undefined>;
    people(db: Db, groupId: string): Promise<GroupPerson[]>;
    /** Papers that a broker has accepted and nothing has replaced. */
    papers(db: Db, groupId: string): Promise<Paper[]>;
  };
  /** Where some bookings stand, by id. */
  bookingStandings(db: Db, bookingIds: readonly string[]): Promise<Map<string, Standing>>;
  /** What is next for a group’s benefit test. */
  testSteps(groupId: string): Promise<readonly Step[]>;
  /** How some owners and areas are reached and paid, by id. */
  contactsOf(db: Db, ids: readonly string[]): Promise<Map<string, Contact>>;
  /** How an area is reached, as the end of a sentence; null where nobody has said. */
  reachOf(db: Db, areaId: string): Promise<string | null>;
  /** By mail, or by a letter for an officer to print. */
  tell(
    unit: UnitOfWork,
    group: ToldGroup,
    person: { personId: string; email: string | null },
    mail: Omit<NewMail, 'to'>,
  ): Promise<void>;
  writeMail(db: Db, mail: Omit<NewMail, 'calendar'>): Promise<void>;
  holders(db: Db, scope: Scope, ids: string[]): Promise<Holder[]>;
  namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>>;
  /** Whoever an id belongs to, with the rights as they are now. */
  whoIs(personId: string): Promise<Who | null>;
  mayAnswer(who: Who, thing: Thing): boolean;
  /** Other rooms that would do, the best first. */
  suggest(request: RoomRequest, besides: readonly string[]): Promise<Suggestion[]>;
  onError(error: unknown): void;
};

/** What sending, asking, offering and taking need: nothing that looks at who is signed in. */
export type RequestCore = Omit<
  RequestDeps,
  'areas' | 'bookingStandings' | 'testSteps' | 'reachOf' | 'namesOf' | 'whoIs' | 'mayAnswer' | 'suggest' | 'onError'
>;
