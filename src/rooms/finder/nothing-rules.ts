import type { Weekday } from '../../kernel/recurrence-contract.ts';
import { clockOf } from '../spaces/time-contract.ts';
import type { DateState } from './answer-contract.ts';
import { lacking } from './fact-rules.ts';
import { closedWords, ruledOutWords as words } from './nothing-words.ts';
import type { Asked } from './wish-rules.ts';
import type { Fit } from './fit-dates-rules.ts';

/** How many rooms there are around, large enough, and with each of the facilities; and how many the largest takes. */
type Counts = { all: number; roomy: number; largest: number; each: readonly number[] };
const OBSTACLES = ['noTerms', 'notThen', 'notOpen', 'closedSome', 'tooSoon', 'otherRules', 'taken', 'tooDear'] as const;
type Obstacle = (typeof OBSTACLES)[number];
const CLOSED: readonly DateState[] = ['not_open', 'outside_terms', 'bank_holiday'];
const TAKEN: readonly DateState[] = ['booked', 'held', 'closed'];

/**
 * Why no room fits: from all rooms around to those that have what is needed, and what stands in the way of these.
 * @param where as `whereWords` says it  @param weekdays on which it is wanted
 */
export function ruledOut(
  where: string,
  asked: Asked,
  counts: Counts,
  fits: readonly Fit[],
  weekdays: readonly Weekday[],
): string[] {
  if (counts.all === 0) return [words.noRoom(where)];
  const around = words.around(where, counts.all);
  if (counts.roomy === 0) return [around, words.tooSmall(counts.all, asked.people, counts.largest)];
  const roomy = asked.people > 0 && counts.roomy < counts.all ? [words.roomy(counts.roomy, asked.people)] : [];
  if (fits.length === 0)
    return [around, ...roomy, words.lacking(asked.needs.map((need, at) => [need, counts.each[at] ?? 0] as const))];
  return [around, ...roomy, inTheWay(asked, fits, weekdays)];
}

function inTheWay(asked: Asked, fits: readonly Fit[], weekdays: readonly Weekday[]): string {
  const counts = new Map<Obstacle, number>();
  for (const fit of fits) counts.set(obstacleOf(fit), (counts.get(obstacleOf(fit)) ?? 0) + 1);
  if (asked.time && counts.get('notOpen') === fits.length)
    return words.closed(fits.length, asked.needs, whenClosed(asked.time, fits, weekdays));
  return words.mixed(
    fits.length,
    asked.needs,
    OBSTACLES.flatMap((obstacle) => (counts.has(obstacle) ? [words[obstacle](counts.get(obstacle) ?? 0)] : [])),
  );
}

/** The first thing that would have to change. */
function obstacleOf(fit: Fit): Obstacle {
  if (lacking(fit.facts).length > 0) return 'notThen';
  if (fit.dates.length === 0) return 'noTerms';
  const states = fit.states.filter((state) => state !== 'free');
  if (states.some((state) => CLOSED.includes(state)) && !states.some((state) => TAKEN.includes(state)))
    return fit.free.length === 0 ? 'notOpen' : 'closedSome';
  if (states.some((state) => TAKEN.includes(state))) return 'taken';
  if (states.length > 0) return states.every((state) => state === 'too_soon') ? 'tooSoon' : 'otherRules';
  return 'tooDear';
}

/** Closed all day, closed from some hour on, or open at other hours. */
function whenClosed(
  { earliest, latest, minutes }: NonNullable<Asked['time']>,
  fits: readonly Fit[],
  weekdays: readonly Weekday[],
) {
  const windows = fits.flatMap(({ room }) => room.space.windows.filter(({ weekday }) => weekdays.includes(weekday)));
  if (windows.length === 0) return closedWords.allDay(weekdays);
  const last = Math.max(...windows.map(({ to }) => to));
  return last < earliest + minutes
    ? closedWords.after(clockOf(last), weekdays)
    : closedWords.then(clockOf(earliest), clockOf(latest));
}
