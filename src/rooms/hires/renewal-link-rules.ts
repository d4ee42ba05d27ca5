import { DAY_NAMES } from '../finder/finder-contract.ts';
import { daysAfter } from '../../kernel/clock.ts';
import { datesOf } from '../../kernel/recurrence.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Booking } from '../bookings/booking-contract.ts';

const DAY_MS = 86_400_000;

/** The address of the form for a new request that carries a series over: the same wish, for as long again, from the day after its end. */
export function renewalLink({
  groupId,
  spaceId,
  recurrence,
  from,
  to,
  people,
  layout,
  startsOn,
  endsOn,
  audience,
  skipsDaysOff,
}: Pick<
  Booking,
  | 'groupId'
  | 'spaceId'
  | 'recurrence'
  | 'from'
  | 'to'
  | 'people'
  | 'layout'
  | 'startsOn'
  | 'endsOn'
  | 'audience'
  | 'skipsDaysOff'
>): string {
  const length = Math.max(0, (Date.parse(endsOn) - Date.parse(startsOn)) / DAY_MS);
  const first = firstDayAfter(recurrence, endsOn);
  const span = { from: first, until: daysAfter(first, length) };
  const query = new URLSearchParams({
    space: spaceId,
    start: from,
    end: to,
    people: String(people),
    as: audience,
    ...(layout && { layout }),
    ...span,
  });
  if (recurrence.kind === 'weekly') {
    query.set('repeat', 'weekly');
    query.set('every', String(recurrence.every));
    for (const weekday of recurrence.weekdays) query.append('day', DAY_NAMES[weekday - 1] ?? '');
  }
  if (recurrence.kind === 'monthly') {
    query.set('repeat', 'monthly');
    query.set('nth', recurrence.nth === -1 ? 'last' : String(recurrence.nth));
    query.set('day', DAY_NAMES[recurrence.weekday - 1] ?? '');
  }
  if (skipsDaysOff) query.set('off', 'skip');
  if ('termTime' in recurrence && recurrence.termTime) query.set('term', recurrence.termTime);
  return `/groups/${groupId}/ask?${query}`;
}

/** The day after the end; of an every-n-weeks rule the first of its own weeks that comes then, so that it does not begin anew in between. */
function firstDayAfter(recurrence: Booking['recurrence'], endsOn: Day): Day {
  const next = daysAfter(endsOn, 1);
  if (recurrence.kind !== 'weekly' || recurrence.every === 1) return next;
  return (
    datesOf({ ...recurrence, termTime: undefined, until: daysAfter(next, recurrence.every * 7 * 2) }).find(
      (day) => day >= next,
    ) ?? next
  );
}
