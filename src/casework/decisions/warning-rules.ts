import type { Day } from '../../kernel/recurrence-contract.ts';
import { workingDaysBefore, type DaysOff } from '../../kernel/working-days.ts';
import type { CaseTerms } from '../terms/case-term-contract.ts';
import type { Warning } from './warning-contract.ts';

/**
 * Days on which the owner is warned, the first first: so many working days before the day on which silence grants.
 * @param offices days on which offices are shut, by law or by their own choice: those bring warnings forward
 */
export const warningDays = (due: Day, terms: CaseTerms, offices: DaysOff): Day[] =>
  [terms.proposal_warn_first_wd, terms.proposal_warn_again_wd, terms.proposal_warn_last_wd].map((count) =>
    workingDaysBefore(due, count, offices),
  );

/** Those whose day is to come, and the last of those whose day is over, today: so that nobody gets two at once. */
export function warningsBefore(
  dueOn: Day,
  terms: CaseTerms,
  offices: DaysOff,
  today: Day,
): Pick<Warning, 'dueOn' | 'nth' | 'daysBefore' | 'warnOn'>[] {
  if (dueOn < today) return [];
  const counts = [terms.proposal_warn_first_wd, terms.proposal_warn_again_wd, terms.proposal_warn_last_wd];
  const all = warningDays(dueOn, terms, offices).map((warnOn, at) => ({
    dueOn,
    nth: at + 1,
    daysBefore: counts[at] ?? 0,
    warnOn,
  }));
  const last = all.findLast(({ warnOn }) => warnOn <= today);
  return [...(last ? [{ ...last, warnOn: today }] : []), ...all.filter(({ warnOn }) => warnOn > today)];
}
