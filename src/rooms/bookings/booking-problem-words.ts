import { conflict, invalid, Problem, type Mistake } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { NotFree, Occurrence, WaitsFor } from './booking-contract.ts';
import type { TrialDates } from './trial-date-contract.ts';
import { trialsWords } from './trial-date-words.ts';
import { CHANGED_MEANWHILE, IS_OVER, notFreeWords, timeWords } from './booking-words.ts';
import { dateWords } from '../../kernel/day-words.ts';

/** Why each date cannot be had; programs find the day in `field`. */
const mistakesOf = (notFree: readonly NotFree[]): Mistake[] =>
  notFree.map((one) => ({
    field: one.date,
    message: `${dateWords(one.date)}, ${timeWords(one.from, one.to)}: ${notFreeWords(one)}.`,
  }));

/** Somebody else has the room on some of the dates. Nothing was booked or given up. @param wanted how many dates were asked for */
export function taken(notFree: readonly NotFree[], wanted: number): Problem {
  const count =
    notFree.length === wanted && wanted > 1
      ? `None of the ${wanted} dates is`
      : wanted === 1
        ? 'The date is not'
        : `${notFree.length} of ${wanted} dates ${notFree.length === 1 ? 'is' : 'are'} not`;
  const hint =
    notFree.length < wanted
      ? 'Choose other dates, or take only those that are free.'
      : 'Choose another time or another room.';
  return new Problem(
    409,
    'The room is not free',
    `${count} free, so nothing was changed. ${hint}`,
    mistakesOf(notFree),
  );
}

/** A date is added on a day that the booking has already: one session a day is all that a booking can have. */
export function alreadyThere({ date, from, to }: Pick<Occurrence, 'date' | 'from' | 'to'>, wanted: Day): Problem {
  const stands = `${dateWords(date)}, ${timeWords(from, to)}`;
  const message =
    date === wanted
      ? `You have ${stands} already, and a booking has one session a day. For other times move that date; for a second session make a new booking.`
      : `The session of ${dateWords(wanted)} was moved to ${stands}, and it is the same date of the series. Move it back if you want it on ${dateWords(wanted)}; for a second session make a new booking.`;
  return invalid([{ field: 'new_date', message: `Nothing was added. ${message}` }], 422);
}

/** The rules of the room or of the area forbid some of the dates. */
export function refused(notFree: readonly NotFree[]): Problem {
  return invalid(mistakesOf(notFree), 422);
}

const WAITS: Record<WaitsFor, string> = {
  owner: 'The owner decides about this time.',
  test: 'Your group has not passed the test for rooms.',
  price: 'The owner has named no price for groups like yours.',
};

/**
 * What somebody has to decide or to pay first is not booked at once: a request leads through that, and holds the dates meanwhile.
 * @param trial for a group whose test is being scored: its trial dates, and how many it wants now
 */
export function askInstead(
  waitsFor: readonly WaitsFor[],
  depositPence: number,
  groupId: string,
  spaceId: string,
  trial: (TrialDates & { wanted: number }) | null,
): Problem {
  const why = [
    ...waitsFor.map((one) =>
      one === 'test' && trial && !waitsFor.includes('owner') ? trialsWords(trial, trial.wanted) : WAITS[one],
    ),
    ...(depositPence > 0 ? [`A deposit of £${(depositPence / 100).toFixed(2)} is paid before the first date.`] : []),
  ];
  return new Problem(
    422,
    'Ask for it with a request',
    `${why.join(' ')} So it cannot be booked at once. Ask for it with a request: /groups/${groupId}/ask?space=${spaceId}`,
  );
}

/** A room is had at once only by whoever may sign for the group. @param isLead false for everybody but its lead and officers to whom the lead spoke */
export function mustBeSigned(agrees: 'yes' | undefined, isLead: boolean): void {
  if (!isLead)
    throw invalid([{ field: 'agrees', message: 'Only the lead of the group signs for it: ask them to book.' }], 422);
  if (agrees !== 'yes')
    throw invalid(
      [{ field: 'agrees', message: 'Say that the group agrees to the terms of the area and of the room: send "yes".' }],
      422,
    );
}

export const changedMeanwhile = (): Problem => conflict(CHANGED_MEANWHILE);
export const isOver = (): Problem => conflict(IS_OVER);

/** An owner wants dates back for which a group has been promised longer notice (casework reference 9.3, C6). @param now minute since 1970 */
export function tooLateToTakeBack(
  dates: readonly Pick<Occurrence, 'date' | 'from' | 'to' | 'starts'>[],
  days: number,
  now: number,
): Problem {
  const left = (starts: number): string => {
    const whole = Math.floor((starts - now) / (24 * 60));
    return whole === 1 ? '1 day is' : `${whole} days are`;
  };
  const possible =
    'You can ask the group to move or cancel it, or take back later dates. Only danger or an emergency goes at shorter notice: then choose that reason.';
  return invalid(
    dates.map(({ date, from, to, starts }) => ({
      field: date,
      message: `${dateWords(date)}, ${timeWords(from, to)}: owners give ${days} days’ notice, and ${left(starts)} left. ${possible}`,
    })),
    422,
  );
}
