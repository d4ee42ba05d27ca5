import { Temporal } from 'temporal-polyfill';
import { invalid, type Problem } from '../../kernel/problem.ts';
import { datesOf } from '../../kernel/recurrence.ts';
import type { Booking, NotFree, Occurrence } from './booking-contract.ts';
import type { Change } from './booking-form-contract.ts';
import { clockWords } from './clock-change-words.ts';
import type { Context } from './draft-contract.ts';
import { dateToMove, planAdded, planOne, type ChangePlan, type Standing } from './change-rules.ts';
import { firstDay, planRest, ruleWished } from './series-change-rules.ts';

/** A booking that is to change, with everything around it. */
export type Around = { standing: Standing; context: Context };

export const notTheirs = (message: string): Problem => invalid([{ field: '', message }], 422);

/** What is wished for, worked out. @throws Problem 400 or 422 that says what is missing or too late */
export function planOf({ standing, context }: Around, wish: Change): ChangePlan {
  if (wish.what === 'one') {
    const found = dateToMove(standing, wish.date);
    if (typeof found === 'string') throw invalid([{ field: 'date', message: found }], 422);
    return planOne(standing, found, wish);
  }
  if (wish.what === 'add') {
    if (!wish.new_date) throw invalid([{ field: 'new_date', message: 'Choose the new date.' }]);
    const known = standing.occurrences.find(({ originalDate }) => originalDate === wish.new_date);
    if (known && standing.side === 'group' && !['planned', 'skipped', 'cancelled_by_group'].includes(known.state))
      throw notTheirs('The owner took this date back, so only they can bring it back.');
    return planAdded(standing, { ...wish, new_date: wish.new_date });
  }
  return planRest(
    standing,
    firstDay(standing, wish.date, context.moment.today),
    daysOfRule(standing, context, wish),
    wish,
    context.moment.daysOff,
  );
}

function daysOfRule({ booking, spaces }: Standing, { terms }: Context, wish: Change): string[] {
  const school = spaces.get(wish.space_id ?? booking.spaceId)?.terms ?? [];
  const days = datesOf(ruleWished(booking, wish), (day) => school.some(({ from, to }) => from <= day && day <= to));
  const last = days.at(-1);
  if (!last)
    throw invalid([
      { field: 'recurrence', message: 'This makes no date. Check the days of the week, the first and the last day.' },
    ]);
  if (Temporal.PlainDate.from(booking.startsOn).until(last).days <= terms.longest_series_days) return days;
  throw invalid([
    {
      field: 'recurrence',
      message: `Choose an earlier last day: a series may go on for up to ${terms.longest_series_days} days. It can be booked again before it ends.`,
    },
  ]);
}

/** All dates as they are after a change. */
export function afterwards(
  occurrences: readonly Occurrence[],
  { dropped }: ChangePlan,
  fresh: readonly Occurrence[],
  changed: readonly Occurrence[],
): Occurrence[] {
  const gone = new Set([...dropped, ...changed].map(({ id }) => id));
  return [...occurrences.filter(({ id }) => !gone.has(id)), ...changed, ...fresh].toSorted(
    (one, other) => one.starts - other.starts,
  );
}

/** What the record keeps of a change. */
export function factOf(
  { booking: was }: Standing,
  { booking, notFree }: { booking: Booking; notFree: readonly NotFree[] },
  { wished, before, dropped }: ChangePlan,
  { what, date }: Change,
) {
  const shown = ({ from, to, spaceId, recurrence, price }: Booking) => ({
    from,
    to,
    spaceId,
    recurrence,
    totalPence: price.quote?.totalPence ?? null,
  });
  return {
    before: {
      ...shown(was),
      dates: [...before, ...dropped].map(timesOf),
    },
    after: {
      ...shown(booking),
      what,
      since: date ?? null,
      dates: wished.map(({ occurrence }) => occurrence).map(timesOf),
      dropped: dropped.map(timesOf),
      notFree: notFree.map((one) => ({ date: one.date, why: one.why })),
    },
  };
}

const timesOf = (one: Occurrence) => {
  const { id, date, from, to, spaceId } = one;
  const clock = clockWords(one);
  return { id, date, from, to, spaceId, ...(clock !== null && { clock }) };
};
