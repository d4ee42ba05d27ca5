import { Temporal } from 'temporal-polyfill';
import { takeTurnOf, type Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Occurrence } from './booking-contract.ts';
import { refused } from './booking-problem-words.ts';
import { mondayOf, tooManyAWeek } from './booking-rules.ts';
import type { Context } from './draft-contract.ts';
import { occurrencesOn } from './occurrence-store.ts';
import { turnOfDates } from './trial-date-steps.ts';

type Limited = Pick<Context, 'group' | 'terms'>;

/**
 * Days on which a group would have more dates in a week than the area's terms give to one group.
 * @param givingUp dates that it has now and would not have any more
 */
export async function overTheWeek(
  db: Db,
  { group, terms }: Limited,
  days: readonly Day[],
  givingUp: readonly Occurrence[] = [],
): Promise<Set<Day>> {
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
  if (!first || !last) return new Set();
  const had = await occurrencesOn(db).plannedDays(
    group.id,
    mondayOf(first),
    Temporal.PlainDate.from(mondayOf(last)).add({ days: 6 }).toString(),
  );
  for (const { date } of givingUp) if (had.includes(date)) had.splice(had.indexOf(date), 1);
  return tooManyAWeek(days, had, terms.dates_a_week);
}

/** Two people of a group who book different rooms at the same moment come one after the other. After the turn of the rooms. */
export const takeTurnOfGroup = (trx: Db, groupId: string): Promise<void> => takeTurnOf(trx, turnOfDates(groupId));

/**
 * The same once more where time is taken, in the turn of the group.
 * @throws Problem 422 that names the days that are too many
 */
export async function mustFitTheWeek(
  trx: Db,
  context: Limited,
  dates: readonly Occurrence[],
  givingUp: readonly Occurrence[] = [],
): Promise<void> {
  const over = await overTheWeek(
    trx,
    context,
    dates.map(({ date }) => date),
    givingUp,
  );
  if (over.size > 0)
    throw refused(
      dates
        .filter(({ date }) => over.has(date))
        .map(({ date, from, to }) => ({ date, from, to, why: 'too_many_a_week', most: context.terms.dates_a_week })),
    );
}
