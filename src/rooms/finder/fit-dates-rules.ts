import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { heldStretch, LONGEST_CLAIM } from '../bookings/claim-contract.ts';
import {
  APPROVALS,
  type Approval,
  type Audience,
  type BookableSpace,
  type Quote,
  type Term,
  type Verdict,
  type Wanted,
} from '../spaces/space-contract.ts';
import type { AnswerFact, DateState } from './answer-contract.ts';
import type { DateAt, PricedDate } from './clock-rules.ts';
import type { FoundRoom, Taken } from './room-contract.ts';
import { isShut } from './shut-rules.ts';
import type { Asked } from './wish-rules.ts';

/** Now, in the zone of a place, and the days off of its area: what the rule of opening asks for. */
export type Moment = { today: Day; minute: number; daysOff: DaysOff };

/** The one rule of opening and the one rule of prices, as bookings use them too: free here means bookable a moment later. */
export type SpaceRules = {
  ruleOf(space: BookableSpace, people: number, moment: Moment): (wanted: Wanted) => Verdict;
  quote(
    space: BookableSpace,
    audience: Audience,
    dates: readonly (Wanted & { staffed: boolean })[],
    ownInsurance: boolean,
  ): Quote | null;
  isInTerm(terms: readonly Term[], date: Day): boolean;
};

/** A room with all that decides about it. `taken` is what its undivided spaces are taken by, in order of time. */
export type Room = {
  space: BookableSpace;
  found: FoundRoom;
  distanceM: number | null;
  zone: string;
  moment: Moment;
  taken: readonly Taken[];
};

/** How a room fits at its best common start. `states` go with `dates`, one each. */
export type Fit = {
  room: Room;
  start: number;
  dates: readonly DateAt[];
  states: readonly DateState[];
  free: readonly PricedDate[];
  approval: Approval | null;
  publishedOpen: boolean;
  facts: readonly AnswerFact[];
  perhapsNotAllowed: boolean;
  price: Quote | null;
  tooDear: boolean;
};

/** How a room stands on all its dates, at one start. */
export type AtStart = Pick<Fit, 'start' | 'dates' | 'states' | 'free' | 'approval' | 'publishedOpen'>;

/** The wanted dates, less those that are left out by the school terms or the days off of the place. */
export function datesFor(
  { zone, space, moment }: Room,
  { time, datesAt: at }: Asked,
  start: number,
  { isInTerm }: SpaceRules,
): readonly DateAt[] {
  const all = at(zone, start);
  const working = time?.daysOff === 'skip' ? all.filter(({ wanted }) => !moment.daysOff.has(wanted.date)) : all;
  return time?.term
    ? working.filter(({ wanted }) => isInTerm(space.terms, wanted.date) === (time.term === 'only'))
    : working;
}

/** How a room stands on all wanted dates, at one start. */
export function datesAt(room: Room, asked: Asked, start: number, rules: SpaceRules): AtStart {
  const dates = datesFor(room, asked, start, rules);
  const states: DateState[] = [];
  const free: PricedDate[] = [];
  let [approval, publishedOpen] = [0, true];
  const occupied = occupancy(room);
  const mayBook = rules.ruleOf(room.space, asked.people, room.moment);
  for (const date of dates) {
    const verdict = mayBook(date.wanted);
    const state = stateOf(verdict, date, occupied);
    states.push(state);
    if (!verdict.ok || state !== 'free') continue;
    free.push(verdict.staffed ? date.staffed : date.unstaffed);
    approval = Math.max(approval, APPROVALS.indexOf(verdict.approval));
    publishedOpen &&= verdict.publishedOpen;
  }
  return {
    start,
    dates,
    states,
    free,
    approval: APPROVALS[approval] ?? null,
    publishedOpen: publishedOpen && free.length > 0,
  };
}

/** How a room stands on one date. */
export const stateOf = (verdict: Verdict, { stretch }: DateAt, occupied: ReturnType<typeof occupancy>): DateState =>
  verdict.ok ? occupied(stretch) : verdict.refusal;

/** Whether a date is as good as free. */
export function passes(state: DateState, leavesOut: boolean): boolean {
  return state === 'free' || (leavesOut && isShut(state));
}

const AS_STATE = { booking: 'booked', hold: 'held', closure: 'closed' } as const;

/** What takes a stretch: others with the minutes before and after it, closures only the stretch itself. To be asked in order of time. */
export function occupancy({ space, taken }: Room): (stretch: { starts: number; ends: number }) => DateState {
  let passed = 0;
  return (stretch) => {
    const { starts, ends } = heldStretch(space, stretch);
    while (passed < taken.length && (taken[passed]?.starts ?? 0) <= starts - LONGEST_CLAIM) passed++;
    for (let at = passed; at < taken.length; at++) {
      const claim = taken[at];
      if (!claim || claim.starts >= ends) break;
      const closes = claim.kind === 'closure';
      if (claim.ends > (closes ? stretch.starts : starts) && claim.starts < (closes ? stretch.ends : ends))
        return AS_STATE[claim.kind];
    }
    return 'free';
  };
}
