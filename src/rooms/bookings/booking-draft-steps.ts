import { Temporal } from 'temporal-polyfill';
import { datesOf } from '../../kernel/recurrence.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { together, type Db } from '../../kernel/database.ts';
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

/** Everything that decides about a booking and what follows from it, looked up at once. For a transaction that has the turn of the room. */
export async function sceneFor(
  deps: BookingReads,
  trx: Db,
  { space_id: spaceId, group_id: groupId }: NewBooking,
): Promise<Context> {
  const [context] = await together(trx, () => [
    contextOf(deps, trx, groupId, [spaceId], (place) => deps.readAhead(trx, place)),
    deps.groups.insuredUntil(trx, groupId),
    deps.roomPass(trx, groupId, ''),
  ]);
  return context;
}

/**
 * Works out a wish: its dates, what the rules of the room say to each, the price, and whether somebody has to decide.
 * @param known what is around the wish, where that has been read already
 * @throws Problem 404 for an unknown room or group, 400 for a rule without dates, 422 with the reason for each date that is refused
 */
export async function draftOf(deps: BookingReads, db: Db, wish: NewBooking, known?: Context): Promise<Draft> {
  const context = known ?? (await contextOf(deps, db, wish.group_id, [wish.space_id]));
  const space = context.spaces.get(wish.space_id);
  if (!space) throw invalid([{ field: 'space_id', message: 'Choose a room.' }]);
  const bookingId = deps.newId();
  const { group, moment } = context;
  const [{ allowed, notFree }, insuredUntil, pass] = await together(db, () => [
    allowedDates(deps, db, wish, context, space, bookingId),
    deps.groups.insuredUntil(db, group.id),
    deps.roomPass(db, group.id, moment.today),
  ]);
  if (allowed.length === 0 || (wish.dates === 'all' && notFree.some(({ why }) => why !== 'left_out')))
    throw refused(notFree);
  const dates = allowed.map(({ occurrence }) => occurrence);
  const price = priceNow(deps, context, space, dates, insuredUntil);
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
function priceNow(
  { quote }: BookingReads,
  { area, group, terms }: Context,
  space: BookableSpace,
  dates: readonly Occurrence[],
  insuredUntil: Day | null,
): Price {
  const list = priceListOf(space, terms);
  const ownInsurance = insuredUntil !== null && insuredUntil >= (dates.at(-1)?.date ?? '');
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
