import type { Area } from '../../ground/areas/area-contract.ts';
import type { RoomTerms } from '../../groups/compact/compact-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Audience, BookableSpace, Quote, Verdict, Wanted } from '../spaces/space-contract.ts';
import type { Place, PriceList } from './booking-contract.ts';
import type { RoomPass } from './trial-date-contract.ts';
import type { TakenBack } from './cancel-contract.ts';
import type { BookingGroup, Moment } from './draft-contract.ts';

/** The one rule whether a space may be booked on a date, apart from what else is booked there; to be asked for any number of dates. */
type RuleOf = (space: BookableSpace, people: number, moment: Moment) => (wanted: Wanted) => Verdict;
export type MakeQuote = (
  list: PriceList,
  audience: Audience,
  dates: readonly (Wanted & { staffed: boolean })[],
  ownInsurance: boolean,
) => Quote | null;

/** What bookings need of spaces, areas, groups, the compact and the benefit test. Reads go to the transaction in hand. */
export type BookingDeps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  areas: {
    all(db: Db): Promise<Area[]>;
    byId(db: Db, id: string): Promise<Area | undefined>;
    daysOff(db: Db, id: string): Promise<DaysOff>;
  };
  spaces: {
    bookable(db: Db, ids: readonly string[]): Promise<BookableSpace[]>;
    places(db: Db, ids: readonly string[]): Promise<Place[]>;
    /** Every space of a building that may be booked. */
    inAsset(db: Db, assetId: string): Promise<{ id: string; name: string }[]>;
  };
  groups: {
    byId(db: Db, id: string): Promise<BookingGroup | undefined>;
    /** The last day of the accepted policy of its own that lasts longest; null where it has none. */
    insuredUntil(db: Db, id: string): Promise<Day | null>;
  };
  terms(db: Db, areaId: string, day: Day): Promise<RoomTerms>;
  /** How a group stands with the room passport on a day: without a pass it may only ask, but for trial dates. */
  roomPass(db: Db, groupId: string, day: Day): Promise<RoomPass>;
  /**
   * Holds the date that an owner offers for one it takes back: a part of the act, because it can be refused.
   * @returns the id of the offer, null where none is made. @throws Problem 422 or 409, and nothing is taken back
   */
  holdInstead(unit: UnitOfWork, taken: TakenBack): Promise<string | null>;
  ruleOf: RuleOf;
  quote: MakeQuote;
  namesOf(db: Db, ids: readonly string[]): Promise<Map<string, string>>;
  /**
   * Looks at what telling of a booking looks at, so that the transaction knows it already: asked for with the rest, it needs no
   * statement of its own.
   */
  readAhead(db: Db, place: Pick<Place, 'areaId' | 'ownerId' | 'assetId'>): Promise<unknown>;
};

/** The part of it that only reads, in whichever transaction asks. */
export type BookingReads = Omit<BookingDeps, 'db' | 'inOneTransaction' | 'holdInstead'>;
