import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Channel } from '../../ground/people/assisted-contract.ts';
import type { Obstacle } from '../bookings/booking-contract.ts';
import type { Wish } from './request-contract.ts';

/** What may go away again: what others have, and closed days that their owner may open. What the room's own rules refuse does not. */
export const MAY_GO: readonly Obstacle[] = ['taken', 'held', 'cleaning', 'closed'];

/**
 * How a group's place on a waiting list stands. `offered`: its dates were free, and a request was made of it, which is offered or asked
 * for. `taken`: the group has the dates. `lapsed`: it did not take them in time, or all dates have passed. `left` by the group.
 */
export const WAITING_STATES = ['waiting', 'offered', 'taken', 'lapsed', 'left'] as const;
export type WaitingState = (typeof WAITING_STATES)[number];

/** A group that waits for dates of a room that are taken: all of its wish, or those of its dates that were not free. */
export type WaitingPlace = {
  id: string;
  areaId: string;
  spaceId: string;
  groupId: string;
  state: WaitingState;
  wish: Wish;
  firstOn: Day;
  lastOn: Day;
  joinedAt: string;
  createdBy: string;
  channel: Channel;
  receivedOn: Day;
  readBack: string | null;
  /** The request that its offer became. */
  requestId: string | null;
  submission: string;
};

/** A place as lists show it. `ahead`: how many groups come before it for some of the same time. */
export type ShownPlace = { place: WaitingPlace; room: string; group: string; ahead: number };
