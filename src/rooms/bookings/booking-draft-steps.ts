import { Temporal } from 'temporal-polyfill';
import { datesOf } from '../../kernel/recurrence.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { invalid } from '../../kernel/problem.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import { contextOf, judgeFor, priceListOf } from './booking-scene.ts';
import type { NewBooking } from './booking-form-contract.ts';
import type { NotFree, Occurrence, Price, WaitsFor } from './booking-contract.ts';
import type { BookingReads } from './booking-deps.ts';
import { isAllowed, plannedDate, skippedDate, type Allowed } from './booking-plan-rules.ts';
import { refused } from './booking-problem-words.ts';
import { pricedDate } from './booking-rules.ts';
import type { Context, Draft } from './draft-contract.ts';
import { fitsTrial } from './trial-date-contract.ts';
import { trialOf } from './trial-date-steps.ts';
import { overTheWeek } from './week-limit-steps.ts';

/**
 * Works out a wish: its dates, what the rules of the room say to each, the price, and whether somebody has to decide.
 * @throws Problem 404 for an unknown room or group, 400 for a rule without dates, 422 with the reason for each date that is refused
 */
export async function draftOf(deps: BookingReads, db: Db, wish: NewBooking): Promise<Draft> {
  const context = await contextOf(deps, db, wish.group_id, [wish.space_id]);
  const space = context.spaces.get(wish.space_id);
  if (!space) throw invalid([{ field: 'space_id', message: 'Choose a room.' }]);
  const bookingId = deps.newId();
  const { allowed, notFree } = await allowedDates(deps, db, wish, context, space, bookingId);
  if (allowed.length === 0 || (wish.dates === 'all' && notFree.some(({ why }) => why !== 'left_out')))
    throw refused(notFree);
  const dates = allowed.map(({ occurrence }) => occurrence);
  const price = await priceNow(deps, db, context, space, dates);
  const pass = await deps.roomPass(db, context.group.id, context.moment.today);
  const trial = pass.state === 'waiting' ? await trialOf(deps, db, context) : null;
  const skipped = notFree.map((one) =>
    skippedDate(kindOf(deps, bookingId, one.date), one, space.id, context.area.timeZone),
  );
  return {
    wish,
    bookingId,
    context,
    space,
    dates,
    skipped,
    notFree,
    price,
    trial,
    waitsFor: waitsFor(allowed, price, pass.state === 'passed' || fitsTrial(trial, dates.length)),
  };
}

async function allowedDates(
  deps: BookingReads,
  db: Db,
  wish: NewBooking,
  context: Context,
  space: BookableSpace,
  bookingId: string,
) {
  const days = daysOf(wish, space, context);
  const except = new Set([...wish.except, ...(wish.skip_days_off ? context.moment.daysOff : [])]);
  const judge = judgeFor(deps, wish.people, context.moment);
  const leftOut = (date: Day): NotFree => ({ date, from: wish.from, to: wish.to, why: 'left_out' });
  const judged = days.map((date) =>
    except.has(date)
      ? leftOut(date)
      : plannedDate(
          kindOf(deps, bookingId, date),
          { date, from: wish.from, to: wish.to, space },
          context.area.timeZone,
          judge,
        ),
  );
  const over = await overTheWeek(
    db,
    context,
    judged.filter(isAllowed).map(({ occurrence }) => occurrence.date),
  );
  const all = judged.map((one) =>
    isAllowed(one) && over.has(one.occurrence.date)
      ? { ...leftOut(one.occurrence.date), why: 'too_many_a_week' as const, most: context.terms.dates_a_week }
      : one,
  );
  return { allowed: all.filter(isAllowed), notFree: all.filter((one): one is NotFree => !isAllowed(one)) };
}

const kindOf = ({ newId }: BookingReads, bookingId: string, date: Day) => ({
  id: newId(),
  bookingId,
  originalDate: date,
  exception: null,
});

/** @throws Problem 400 when there are none, or they go on for longer than the area allows */
function daysOf({ recurrence }: NewBooking, { terms: schoolTerms }: BookableSpace, { terms }: Context): Day[] {
  const days = datesOf(recurrence, (day) => schoolTerms.some(({ from, to }) => from <= day && day <= to));
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last)
    throw invalid([
      { field: 'recurrence', message: 'This makes no date. Check the days of the week, the first and the last day.' },
    ]);
  if (Temporal.PlainDate.from(first).until(last).days <= terms.longest_series_days) return days;
  throw invalid([
    {
      field: 'recurrence',
      message: `Choose an earlier last day: a series may go on for up to ${terms.longest_series_days} days. It can be booked again before it ends.`,
    },
  ]);
}

/** The price by today's list, kept with the booking. */
async function priceNow(
  { groups, quote }: BookingReads,
  db: Db,
  { area, group, terms }: Context,
  space: BookableSpace,
  dates: readonly Occurrence[],
): Promise<Price> {
  const list = priceListOf(space, terms);
  const ownInsurance = await groups.insuredUntil(db, group.id, dates.at(-1)?.date ?? '');
  return {
    lists: { [space.id]: list },
    ownInsurance,
    quote: quote(
      list,
      group.audience,
      dates.map((one) => pricedDate(one, area.timeZone)),
      ownInsurance,
    ),
  };
}

/** @param mayHave whether the group may have a room at once: it has passed, or these are few enough to try */
const waitsFor = (allowed: readonly Allowed[], price: Price, mayHave: boolean): WaitsFor[] => [
  ...(allowed.some(({ approval }) => approval !== 'instant') ? (['owner'] as const) : []),
  ...(mayHave ? [] : (['test'] as const)),
  ...(price.quote ? [] : (['price'] as const)),
];
