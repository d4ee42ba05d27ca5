import { dateWords } from '../../kernel/day-words.ts';
import { daysAfter } from '../../kernel/day-contract.ts';
import type { Mistake } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { isWorkingDay, lastDayForClearNotice, STATUTE_CLEAR_DAYS, type DaysOff } from '../../kernel/working-days.ts';

/** The first working day for which notice can still be given on a day, with so many clear working days between. */
export function firstDayWithNotice(today: Day, clear: number, daysOff: DaysOff): Day {
  let day = daysAfter(today, 1);
  while (!isWorkingDay(day, daysOff) || lastDayForClearNotice(day, clear, daysOff) < today) day = daysAfter(day, 1);
  return day;
}

/** The last days for the notice of a hearing: by the area’s policy, and by the law where a committee holds it. */
export const noticeBy = (day: Day, policy: number, committee: boolean, daysOff: DaysOff) => ({
  policyLatest: lastDayForClearNotice(day, policy, daysOff),
  statuteLatest: committee ? lastDayForClearNotice(day, STATUTE_CLEAR_DAYS, daysOff) : null,
});

type Wanted = { day: Day; today: Day; clear: number; limitOn: Day; daysOff: DaysOff };

/**
 * What is wrong with a day for a hearing; nothing where it may be held then.
 * @param clear clear working days of notice @param limitOn the last day on which it may be held
 */
export function dayMistakes({ day, today, clear, limitOn, daysOff }: Wanted): Mistake[] {
  const first = firstDayWithNotice(today, clear, daysOff);
  const fault = (message: string): Mistake[] => [{ field: 'day', message }];
  if (first > limitOn)
    return fault(
      `No day is left: with ${clear} clear working days of notice the first is ${dateWords(first)}, and it must be held by ${dateWords(limitOn)}. The panel decides on the papers then.`,
    );
  if (!isWorkingDay(day, daysOff)) return fault('Choose a working day.');
  if (day < first)
    return fault(
      `That is too soon: ${clear} clear working days lie between the notice and the hearing. The first day that is possible is ${dateWords(first)}.`,
    );
  if (day > limitOn) return fault(`It must be held by ${dateWords(limitOn)}.`);
  return [];
}
