import type { Reaction } from '../kernel/reactions.ts';
import type { BookingFactKind } from './bookings/booking-facts.ts';
import type { HireFactKind } from './hires/hire-facts.ts';
import type { RequestFactKind } from './requests/request-facts.ts';
import type { RunningFactKind } from './running/running-facts.ts';

/** Everything that can happen to a booking, to the request that it comes from, and in the room. */
export type RoomFactKind = BookingFactKind | RequestFactKind | HireFactKind | RunningFactKind;

/**
 * One consequence, money for instance: what it does about each kind of fact. A new kind does not compile until every consequence says
 * what it does about it.
 */
export type Consequence = Readonly<Record<RoomFactKind, readonly Reaction[]>>;
