import { dated } from '../../kernel/recurrence.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import type { Booking, NotFree, Occurrence } from './booking-contract.ts';
import type { Change } from './booking-form-contract.ts';
import { isAllowed, plannedDate, skippedDate, type Allowed, type Judge, type Slot } from './booking-plan-rules.ts';
import { alreadyThere } from './booking-problem-words.ts';
import { freeUntil } from './booking-rules.ts';

/** On whose side somebody changes a booking: the group, within its deadlines, or the officers and owners who decide about the room. */
export type Side = 'group' | 'officer';

/** What a change comes to, before any time is taken. */
export type ChangePlan = {
  /** Dates that need time: new ones, and those that change theirs. The latter keep their id. */
  wished: Allowed[];
  before: Occurrence[];
  /** Dates that the new rule does not have: they go without a trace but in the record. */
  dropped: Occurrence[];
  /** What the rules of the room refuse. */
  refused: NotFree[];
  /** Days of the rule that are left out by wish, without anybody having to decide again. */
  leftOut: NotFree[];
  /** Dates that a new rule keeps by another day than before, whether they change or not. */
  carried: Occurrence[];
  rule: Partial<Pick<Booking, 'recurrence' | 'from' | 'to' | 'spaceId'>>;
};
/** The booking and what is known around it. */
export type Standing = {
  booking: Booking;
  occurrences: readonly Occurrence[];
  spaces: ReadonlyMap<string, BookableSpace>;
  side: Side;
  now: number;
  judge: Judge;
  newId(): string;
};

/** A sentence that says why a date cannot be changed, or the date. */
export type Found = Occurrence | string;

/** Whether a date can still be moved: groups until its deadline, officers until it begins. */
export function canMove(one: Occurrence, { booking, side, now }: Pick<Standing, 'booking' | 'side' | 'now'>): boolean {
  return one.state === 'planned' && one.starts > now && (side === 'officer' || freeUntil(one, booking) >= now);
}

export function dateToMove(standing: Standing, date: Day | undefined): Found {
  const one = standing.occurrences.find(({ originalDate }) => originalDate === date);
  if (!one) return 'Choose a date of this booking.';
  if (one.state !== 'planned') return 'This date is not booked any more.';
  return canMove(one, standing)
    ? one
    : 'It is too late to move this date. You can still cancel it, or give back the end of it.';
}

/** Moves one date. A date that comes back to where the rule has it is no exception any more. */
export function planOne({ booking, spaces, judge }: Standing, one: Occurrence, wish: Change): ChangePlan {
  const space = spaces.get(wish.space_id ?? one.spaceId);
  const slot = { date: wish.new_date ?? one.date, from: wish.from ?? one.from, to: wish.to ?? one.to };
  if (!space || isAt(one, { ...slot, space }, booking.zone)) return NOTHING;
  const asRuled =
    slot.date === one.originalDate &&
    slot.from === booking.from &&
    slot.to === booking.to &&
    space.id === booking.spaceId;
  const kind = {
    id: one.id,
    bookingId: booking.id,
    originalDate: one.originalDate,
    exception: one.exception === 'added' ? ('added' as const) : asRuled ? null : ('moved' as const),
  };
  return planned([plannedDate(kind, { ...slot, space }, booking.zone, judge)], [one]);
}

/** Puts in another date, or brings back one that was cancelled or left out. @throws Problem 422 where the day has one already */
export function planAdded(
  { booking, occurrences, spaces, judge, newId }: Standing,
  wish: Change & { new_date: Day },
): ChangePlan {
  const space = spaces.get(wish.space_id ?? booking.spaceId);
  const known = occurrences.find(({ originalDate }) => originalDate === wish.new_date);
  if (!space) return NOTHING;
  const slot = { date: wish.new_date, from: wish.from ?? booking.from, to: wish.to ?? booking.to, space };
  const there = occurrences.find(
    (one) => one.state === 'planned' && [one.date, one.originalDate].includes(wish.new_date),
  );
  if (there) {
    // The same form sent twice asks for what is there by now.
    if (wish.version !== booking.version && isAt(there, slot, booking.zone)) return NOTHING;
    throw alreadyThere(there, wish.new_date);
  }
  const asRuled =
    known !== undefined &&
    known.exception !== 'added' &&
    slot.from === booking.from &&
    slot.to === booking.to &&
    space.id === booking.spaceId;
  const kind = {
    id: known?.id ?? newId(),
    bookingId: booking.id,
    originalDate: wish.new_date,
    exception: asRuled ? null : ('added' as const),
  };
  return planned([plannedDate(kind, slot, booking.zone, judge)], known ? [known] : []);
}

/** Every date as it is after the change. Of dates that could not be had, new ones are kept as skipped, so that nothing brings them back unasked. */
export function datesAfter(
  { booking, newId }: Standing,
  plan: ChangePlan,
  missed: ReadonlyMap<string, NotFree['why']>,
  occurrences: readonly Occurrence[],
): { fresh: Occurrence[]; changed: Occurrence[] } {
  const known = new Set(plan.before.map(({ id }) => id));
  const wished = plan.wished.map(({ occurrence }) => occurrence);
  const gone = new Set([...plan.dropped, ...plan.carried].map(({ id }) => id));
  const staying = [...occurrences.filter(({ id }) => !gone.has(id)), ...plan.carried];
  const days = new Set(staying.map(({ originalDate }) => originalDate));
  const skipped = [...plan.refused, ...plan.leftOut]
    .filter(({ date }) => plan.rule.recurrence && !days.has(date))
    .map((one) =>
      skippedDate(
        { id: newId(), bookingId: booking.id, originalDate: one.date, exception: null },
        one,
        plan.rule.spaceId ?? booking.spaceId,
        booking.zone,
      ),
    );
  const fresh = wished
    .filter(({ id }) => !known.has(id))
    .map((one): Occurrence => {
      const why = missed.get(one.id);
      return why === undefined ? one : { ...one, state: 'skipped', note: why };
    });
  const changed = wished.filter(({ id }) => known.has(id) && !missed.has(id));
  const ids = new Set(changed.map(({ id }) => id));
  const kept = plan.carried.filter(({ id }) => !ids.has(id)).map(keptByItself);
  return { fresh: [...fresh, ...skipped], changed: [...changed, ...kept] };
}

/** A date that stays where it was while the rule has another day for it is an exception from then on. */
const keptByItself = (one: Occurrence): Occurrence =>
  one.state === 'planned' ? { ...one, exception: one.exception ?? 'moved' } : one;

export const changesNothing = ({ wished, dropped, refused, leftOut }: ChangePlan): boolean =>
  wished.length + dropped.length + refused.length + leftOut.length === 0;

export const NOTHING: ChangePlan = {
  wished: [],
  before: [],
  dropped: [],
  refused: [],
  leftOut: [],
  carried: [],
  rule: {},
};

export function planned(judged: readonly (Allowed | NotFree)[], before: Occurrence[]): ChangePlan {
  return {
    ...NOTHING,
    wished: judged.filter(isAllowed),
    before,
    refused: judged.filter((one): one is NotFree => !isAllowed(one)),
  };
}

function isAt(one: Occurrence, { date, from, to, space }: Slot, zone: string): boolean {
  const at = dated(date, from, to, zone);
  return one.date === date && one.starts === at.starts && one.ends === at.ends && one.spaceId === space.id;
}
