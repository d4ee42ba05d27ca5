import type { Area, Owner } from '../areas/area-contract.ts';
import type { Adoption } from '../compact/compact-contract.ts';
import type { Group, GroupPerson } from '../groups/group-contract.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database, Db } from '../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../kernel/facts.ts';
import type { NewId } from '../kernel/ids.ts';
import type { Day } from '../kernel/recurrence-contract.ts';
import type { MailText, NewMail } from '../notifications/mail-contract.ts';
import type { Role, Scope, Thing, Who } from '../people/role-contract.ts';
import type { BookingDeps } from '../bookings/booking-deps.ts';
import type { BookingService } from '../bookings/booking-service.ts';
import type { BookingSteps } from '../bookings/booking-steps.ts';
import type { Paper } from './condition-rules.ts';
import type { Passport, RoomRequest } from './request-contract.ts';

/** Somebody with a right on a thing. */
export type Holder = { personId: string; role: Role; name: string; email: string | null; endsOn: string | null };
/** A room that the finder would name beside the first choice, and why. */
export type Suggestion = { spaceId: string; name: string; place: string; why: string };
export type ToldGroup = Pick<Group, 'id' | 'areaId'>;

/** What requests need of everything around them. Whatever takes a `db` reads in the transaction in hand. */
export type RequestDeps = {
  db: Database; clock: Clock; newId: NewId; inOneTransaction: InOneTransaction; baseUrl: string;
  /** What bookings know of areas, spaces and groups, making one, and the steps of one. */
  rooms: BookingDeps; making: Pick<BookingService, 'placeIn'>; steps: BookingSteps;
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
  /** By mail, or by a letter for an officer to print. */
  tell(unit: UnitOfWork, group: ToldGroup, person: { personId: string; email: string | null }, mail: Omit<NewMail, 'to'>): Promise<void>;
  /** The dates of a booking as a calendar file, to go with a mail. */
  calendarFor(db: Db, groupId: string, bookingId: string): Promise<string>;
  writeMail(db: Db, mail: MailText & { to: string }): Promise<void>;
  holders(db: Db, scope: Scope, ids: string[]): Promise<Holder[]>;
  namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>>;
  /** Whoever an id belongs to, with the rights as they are now. */
  whoIs(personId: string): Promise<Who | null>;
  mayAnswer(who: Who, thing: Thing): boolean;
  /** Other rooms that would do, the best first. */
  suggest(request: RoomRequest, besides: readonly string[]): Promise<Suggestion[]>;
  onError(error: unknown): void;
};
