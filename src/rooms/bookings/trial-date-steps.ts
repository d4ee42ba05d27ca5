import { monthsBefore } from '../../kernel/clock.ts';
import { takeTurnOf, type Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { dated } from '../../kernel/recurrence.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Occurrence } from './booking-contract.ts';
import type { BookingReads } from './booking-deps.ts';
import { contextOf, momentIn } from './booking-scene.ts';
import type { BookingSteps } from './booking-steps.ts';
import { askInstead } from './booking-problem-words.ts';
import type { Context } from './draft-contract.ts';
import { occurrencesOn } from './occurrence-store.ts';
import {
  type RoomPass,
  type TrialDates,
  type TrialNumbers,
  type TrialsOfGroup,
  fitsTrial,
} from './trial-date-contract.ts';

type Deps = Pick<BookingReads, 'roomPass'>;
type Taking = BookingReads & { steps: Pick<BookingSteps, 'take' | 'moveIn'> };
type Trying = Pick<Context, 'group' | 'terms' | 'area' | 'moment'>;

/**
 * Trial dates count for so many months, over all tests of a group: taking answers back and sending them again gains no more of them.
 */
const MONTHS = 12;
const NOT_PASSED: readonly RoomPass['state'][] = ['waiting', 'nearly', 'not_yet'];

/** What a group whose test is being scored may have of trial dates; null for every other group. */
export async function trialOf(
  { roomPass }: Deps,
  db: Db,
  { group, terms, area, moment }: Trying,
): Promise<TrialDates | null> {
  const { state, resultBy } = await roomPass(db, group.id, moment.today);
  if (state !== 'waiting' || terms.trial_dates === 0) return null;
  const had = await occurrencesOn(db).trialDates(group.id, countedFrom(moment.today, area.timeZone));
  return { most: terms.trial_dates, held: had.length, resultBy };
}

const countedFrom = (today: Day, timeZone: string): number =>
  dated(monthsBefore(today, MONTHS), '00:00', '24:00', timeZone).starts;

/**
 * Looks once more where time is taken, after the turn of the group: of several who book for it at the same moment, on several servers, each
 * counts what those before it have taken.
 * @param givingUp dates that it has now and would not have any more
 * @throws Problem 422 that says how many are left, and what to do
 */
export async function mustFitTheTrial(
  deps: Deps,
  { trx }: Pick<UnitOfWork, 'trx'>,
  context: Trying,
  spaceId: string,
  dates: readonly Occurrence[],
  givingUp: readonly Occurrence[] = [],
): Promise<void> {
  await takeTurnOf(trx, turnOfDates(context.group.id));
  if ((await deps.roomPass(trx, context.group.id, context.moment.today)).state === 'passed') return;
  const trial = await trialOf(deps, trx, context);
  const more = dates.length - givingUp.length;
  if (trial !== null && more <= 0) return;
  if (!fitsTrial(trial, more))
    throw askInstead(['test'], 0, context.group.id, spaceId, trial && { ...trial, wanted: more });
}

/** Having what is held as trial dates, and what a group has of them. */
export function trialSteps(deps: Taking) {
  return {
    /** What a group may have now, and where the dates of its bookings come; empty once it has passed, when they are dates like any other. */
    async trialsOf(db: Db, groupId: string): Promise<TrialsOfGroup> {
      const numbers = new Map<string, TrialNumbers>();
      const group = await deps.groups.byId(db, groupId);
      const area = group && (await deps.areas.byId(db, group.areaId));
      if (!area) return { now: null, numbers };
      const moment = await momentIn(deps, db, area);
      const { state } = await deps.roomPass(db, groupId, moment.today);
      if (!NOT_PASSED.includes(state)) return { now: null, numbers };
      const terms = await deps.terms(db, area.id, moment.today);
      const had = await occurrencesOn(db).trialDates(groupId, countedFrom(moment.today, area.timeZone));
      for (const [at, { bookingId }] of had.entries())
        numbers.set(bookingId, {
          numbers: [...(numbers.get(bookingId)?.numbers ?? []), at + 1],
          most: terms.trial_dates,
        });
      return { now: await trialOf(deps, db, { group, area, moment, terms }), numbers };
    },

    /** Makes the dates of a booking trial dates, if its group may have so many. @returns whether they are */
    async takeTrial(unit: UnitOfWork, bookingId: string): Promise<boolean> {
      const { booking, occurrences } = await deps.steps.take(unit, bookingId);
      const context = await contextOf(deps, unit.trx, booking.groupId, [booking.spaceId]);
      await takeTurnOf(unit.trx, turnOfDates(booking.groupId));
      const planned = occurrences.filter(({ state }) => state === 'planned');
      if (!fitsTrial(await trialOf(deps, unit.trx, context), planned.length)) return false;
      await deps.steps.moveIn(unit, bookingId, { trial: true });
      return true;
    },
  };
}

/** Whoever takes dates for a group goes one after the other. */
export const turnOfDates = (groupId: string): string => `dates of ${groupId}`;
