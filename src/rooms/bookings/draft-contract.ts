import type { Area } from '../../ground/areas/area-contract.ts';
import type { RoomTerms } from '../../groups/compact/compact-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Approval, Audience, BookableSpace, Quote } from '../spaces/space-contract.ts';
import type { Booking, NotFree, Occurrence, Place, Price, WaitsFor } from './booking-contract.ts';
import type { NewBooking } from './booking-form-contract.ts';
import type { TrialDates } from './trial-date-contract.ts';

/** What booking knows of a group. `outsideName` is for everybody. */
export type BookingGroup = {
  id: string;
  areaId: string;
  name: string;
  outsideName: string;
  audience: Audience;
  leadId: string | null;
};
/** Today and the time of day where the room is, and the days off there. */
export type Moment = { today: Day; minute: number; daysOff: ReadonlySet<Day> };
/** Everything around a booking that decides about it. `now` is the present minute since 1970. */
export type Context = {
  area: Area;
  group: BookingGroup;
  places: Place[];
  spaces: Map<string, BookableSpace>;
  terms: RoomTerms;
  moment: Moment;
  now: number;
};

/** A wish that the rules allow, worked out to every date, before any time is taken. */
export type Draft = {
  wish: NewBooking;
  bookingId: string;
  context: Context;
  space: BookableSpace;
  dates: Occurrence[];
  /** Days of the rule that are not booked, with the reason. */
  skipped: Occurrence[];
  notFree: NotFree[];
  price: Price;
  /** For a group whose test is being scored: its trial dates, these not counted. Null for every other. */
  trial: TrialDates | null;
  /** What it waits for; empty when it can be confirmed at once. */
  waitsFor: WaitsFor[];
};

/** A group's wish as somebody asks about it, with the price and the insurance that it is to be looked at with. */
export type LookedFor = {
  groupId: string;
  wish: Pick<Booking, 'recurrence' | 'from' | 'to' | 'people' | 'layout' | 'purpose' | 'audience'> & {
    ownInsurance: boolean;
    showName: boolean;
    skipsDaysOff: boolean;
  };
};

/** What a room says to a wish: every date with why it cannot be had, who else wants it, and the price. */
export type Look = {
  draft: Draft;
  /** Dates that can be had, and those of them that somebody else has asked for and not been offered. */
  dates: Occurrence[];
  contested: Day[];
  leftOut: NotFree[];
  quote: Quote | null;
  approval: Approval;
  publishedOpen: boolean;
};
