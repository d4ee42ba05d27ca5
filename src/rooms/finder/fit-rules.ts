import type { Quote } from '../spaces/space-contract.ts';
import type { AnswerDate } from './answer-contract.ts';
import { canPay } from './finder-contract.ts';
import { factOf, lacking, mentions } from './fact-rules.ts';
import { canBeHeld, mayLeaveOut } from './shut-rules.ts';
import type { Asked } from './wish-rules.ts';
import {
  type SpaceRules,
  type Room,
  type Fit,
  type AtStart,
  datesFor,
  datesAt,
  stateOf,
  passes,
  occupancy,
} from './fit-dates-rules.ts';

/** Steps between starts that are tried: finer ones are not what people mean by a time. */
const TRIED_STEP = 15;
const DAY = 24 * 60;

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

/**
 * Starts at the room's own steps, on the day that is asked for; where none lies in between, the first one itself, so that the rule can
 * say why not.
 */
export function startsBetween(first: number, last: number, step: number): number[] {
  const every = step * Math.ceil(TRIED_STEP / step);
  const starts: number[] = [];
  for (let start = Math.ceil(first / step) * step; start <= last && start < DAY; start += every) starts.push(start);
  return starts.length > 0 ? starts : [first];
}

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
