import { heldStretch, LONGEST_CLAIM } from '../bookings/claim-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
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
import type { AnswerDate, AnswerFact, DateState } from './answer-contract.ts';
import type { FoundRoom, Taken } from './room-contract.ts';
import type { DateAt, PricedDate } from './clock-rules.ts';
import { canPay } from './finder-contract.ts';
import { factOf, lacking, mentions } from './fact-rules.ts';
import { canBeHeld, isShut, mayLeaveOut } from './shut-rules.ts';
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

/** Steps between starts that are tried: finer ones are not what people mean by a time. */
const TRIED_STEP = 15;

/** The best common start within the wanted hours: the one with most free dates, and of these the earliest. */
export function fitOf(room: Room, asked: Asked, rules: SpaceRules): Fit {
  if (!asked.time)
    return completed(
      room,
      asked,
      { start: 0, dates: [], states: [], free: [], approval: null, publishedOpen: false },
      rules,
    );
  const { earliest, latest, minutes } = asked.time;
  return completed(
    room,
    asked,
    bestOf(startsBetween(earliest, latest - minutes, room.space.stepMinutes), (start) =>
      datesAt(room, asked, start, rules),
    ),
    rules,
  );
}

/** How a room fits at one start, whether that is within the wanted hours or not. */
export function fitAt(room: Room, asked: Asked, start: number, rules: SpaceRules): Fit {
  return completed(room, asked, datesAt(room, asked, start, rules), rules);
}

/** Whether a room fits at all, without finding out how well: stops at the first thing in the way. */
export function canFit(room: Room, asked: Asked, rules: SpaceRules): boolean {
  const { time } = asked;
  if (!time) return isComplete(fitOf(room, asked, rules), asked);
  return startsBetween(time.earliest, time.latest - time.minutes, room.space.stepMinutes).some((start) => {
    const [dates, occupied, mayBook] = [
      datesFor(room, asked, start, rules),
      occupancy(room),
      rules.ruleOf(room.space, asked.people, room.moment),
    ];
    const leavesOut = mayLeaveOut(time);
    return (
      dates.every((date) => passes(stateOf(mayBook(date.wanted), date, occupied), leavesOut)) &&
      isComplete(fitAt(room, asked, start, rules), asked)
    );
  });
}

/** The dates with how the room stands on each. */
export const answerDates = ({ dates, states }: Pick<Fit, 'dates' | 'states'>): AnswerDate[] =>
  dates.map(({ wanted }, at) => ({ date: wanted.date, state: states[at] ?? 'not_open' }));

/** Free on every date, less a few on which it is shut, with everything that it must have, and within what can be paid. */
export const isComplete = (fit: Fit, { time }: Asked): boolean =>
  fitsButDates(fit) && (time === null || canBeHeld(fit.states, time));
export const fitsButDates = ({ facts, tooDear }: Fit): boolean => !tooDear && lacking(facts).length === 0;

/** Starts at the room's own steps; where none lies in between, the first one itself, so that the rule can say why not. */
export function startsBetween(first: number, last: number, step: number): number[] {
  const every = step * Math.ceil(TRIED_STEP / step);
  const starts: number[] = [];
  for (let start = Math.ceil(first / step) * step; start <= last; start += every) starts.push(start);
  return starts.length > 0 ? starts : [first];
}

type AtStart = Pick<Fit, 'start' | 'dates' | 'states' | 'free' | 'approval' | 'publishedOpen'>;

function bestOf(starts: readonly number[], at: (start: number) => AtStart): AtStart {
  const [first = 0, ...others] = starts;
  let best = at(first);
  for (const start of others) {
    if (best.free.length === best.dates.length) break;
    const next = at(start);
    if (next.free.length > best.free.length) best = next;
  }
  return best;
}

/** The wanted dates, less those that are left out by the school terms or the days off of the place. */
function datesFor(
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

function datesAt(room: Room, asked: Asked, start: number, rules: SpaceRules): AtStart {
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

const stateOf = (verdict: Verdict, { stretch }: DateAt, occupied: ReturnType<typeof occupancy>): DateState =>
  verdict.ok ? occupied(stretch) : verdict.refusal;

function passes(state: DateState, leavesOut: boolean): boolean {
  return state === 'free' || (leavesOut && isShut(state));
}

const AS_STATE = { booking: 'booked', hold: 'held', closure: 'closed' } as const;

/** What takes a stretch with the minutes before and after it. To be asked in order of time. */
function occupancy({ space, taken }: Room): (stretch: { starts: number; ends: number }) => DateState {
  let passed = 0;
  return (stretch) => {
    const { starts, ends } = heldStretch(space, stretch);
    while (passed < taken.length && (taken[passed]?.starts ?? 0) <= starts - LONGEST_CLAIM) passed++;
    for (let at = passed; at < taken.length; at++) {
      const claim = taken[at];
      if (!claim || claim.starts >= ends) break;
      if (claim.ends > starts) return AS_STATE[claim.kind];
    }
    return 'free';
  };
}

function completed(room: Room, asked: Asked, at: AtStart, { quote }: SpaceRules): Fit {
  const price = at.free.length > 0 ? quote(room.space, asked.audience, at.free, asked.ownInsurance) : null;
  return {
    room,
    ...at,
    price,
    tooDear: asked.time !== null && at.free.length > 0 && isTooDear(price, at.free.length, asked),
    facts: asked.needs.map((need) => factOf(room.space, need, at.start, at.start + (asked.time?.minutes ?? 0))),
    perhapsNotAllowed: mentions(room.space.notAllowed, asked.text),
  };
}

/** A price that nobody knows cannot be promised to be within what can be paid. */
function isTooDear(price: Quote | null, dates: number, asked: Pick<Asked, 'most' | 'time'>): boolean {
  return (
    asked.most !== null && (price === null || price.totalPence > canPay(asked.most, dates, asked.time?.minutes ?? 0))
  );
}
