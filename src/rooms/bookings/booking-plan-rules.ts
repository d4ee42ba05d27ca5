import { dated } from '../../kernel/recurrence.ts';
import type { ClockTime, Day } from '../../kernel/recurrence-contract.ts';
import type { Approval, BookableSpace, Verdict, Wanted } from '../spaces/space-contract.ts';
import type { NotFree, Occurrence } from './booking-contract.ts';
import { wantedOn } from './booking-rules.ts';

/** Asks the one rule about a date in a space, with everything else known. */
export type Judge = (space: BookableSpace, wanted: Wanted) => Verdict;
/** When a date is to be: on which day, at which times, in which space. */
export type Slot = { date: Day; from: ClockTime; to: ClockTime; space: BookableSpace };
type Kind = Pick<Occurrence, 'id' | 'bookingId' | 'originalDate' | 'exception'>;

/** A date that the space's rules allow, ready to be claimed, and how it would be approved. */
export type Allowed = { occurrence: Occurrence; approval: Approval };

/** What the rules of a space say to one date: the date itself, or why not. */
export function plannedDate(
  kind: Kind,
  { date, from, to, space }: Slot,
  zone: string,
  judge: Judge,
): Allowed | NotFree {
  // Read as an end on the next day it would be 24 hours, which nobody gets without saying so.
  if (from === to) return { date, from, to, why: 'no_length' };
  const verdict: Verdict =
    space.leaves.length === 0 ? { ok: false, refusal: 'not_bookable' } : judge(space, wantedOn(date, from, to));
  if (!verdict.ok) return { date, from, to, why: verdict.refusal };
  const at = dated(date, from, to, zone);
  const occurrence: Occurrence = {
    ...kind,
    date,
    from: at.from,
    to: at.to,
    starts: at.starts,
    ends: at.ends,
    spaceId: space.id,
    state: 'planned',
    staffed: verdict.staffed,
    charged: false,
    clockMoved: at.moved === true,
    paidTo: null,
    note: null,
  };
  return { occurrence, approval: verdict.approval };
}

export const isAllowed = (one: Allowed | NotFree): one is Allowed => 'occurrence' in one;

/** A date of the rule that is not booked, kept with the reason so that no later change brings it back unasked. */
export function skippedDate(kind: Kind, { date, from, to, why }: NotFree, spaceId: string, zone: string): Occurrence {
  const at = dated(date, from, to, zone);
  return {
    ...kind,
    date,
    from: at.from,
    to: at.to,
    starts: at.starts,
    ends: at.ends,
    spaceId,
    state: 'skipped',
    staffed: false,
    charged: false,
    clockMoved: at.moved === true,
    paidTo: null,
    note: why,
  };
}

/** What a change of the rule does to the dates that are still to come. */
export type SeriesPlan = {
  /** Dates that stay as they are, their claims untouched. */
  keep: Occurrence[];
  /** Days of the rule that are not there yet. */
  add: Day[];
  /** Dates that change their time or room. */
  change: { before: Occurrence; slot: Slot }[];
  /** Dates that the new rule does not have. */
  drop: Occurrence[];
};

/**
 * Compares the dates to come with a new rule. Exceptions are kept by the day that the rule gave: what was cancelled or left out
 * stays so, what was moved by itself stays where it was moved to, what was added stays. An exception whose day is no longer in
 * the rule goes with it, except for what was added.
 * @param days the days of the new rule, from the first that changes on
 * @param open dates that may still change; the others stay whatever the rule says
 */
export function seriesPlan(
  days: readonly Day[],
  occurrences: readonly Occurrence[],
  open: ReadonlySet<string>,
  slotOn: (day: Day) => Slot,
  zone: string,
  movedFrom: string | null,
): SeriesPlan {
  const plan: SeriesPlan = { keep: [], add: [], change: [], drop: [] };
  const wanted = new Set(days);
  const known = new Set(occurrences.map(({ originalDate }) => originalDate));
  plan.add = days.filter((day) => !known.has(day));
  for (const one of occurrences) {
    if (one.state !== 'planned' || !open.has(one.id)) plan.keep.push(one);
    else if (one.exception) keepException(plan, one, wanted, slotOn, movedFrom);
    else if (!wanted.has(one.originalDate)) plan.drop.push(one);
    else if (isSame(one, slotOn(one.originalDate), zone)) plan.keep.push(one);
    else plan.change.push({ before: one, slot: slotOn(one.originalDate) });
  }
  return plan;
}

function keepException(
  plan: SeriesPlan,
  one: Occurrence,
  wanted: ReadonlySet<Day>,
  slotOn: (day: Day) => Slot,
  movedFrom: string | null,
): void {
  if (one.exception === 'moved' && !wanted.has(one.originalDate)) return void plan.drop.push(one);
  // When the whole series goes to another room, dates at times of their own go with it.
  const { space } = slotOn(one.originalDate);
  if (one.spaceId === movedFrom && space.id !== movedFrom)
    plan.change.push({ before: one, slot: { date: one.date, from: one.from, to: one.to, space } });
  else plan.keep.push(one);
}

function isSame(one: Occurrence, { date, from, to, space }: Slot, zone: string): boolean {
  const at = dated(date, from, to, zone);
  return one.date === date && one.starts === at.starts && one.ends === at.ends && one.spaceId === space.id;
}
