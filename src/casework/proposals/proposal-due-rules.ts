import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { isUnit, type Pause, type WorkedOut } from '../clocks/clock-contract.ts';
import { later, workedOut } from '../clocks/clock-rules.ts';
import { CASE_TERMS, type CaseTermName, type CaseTerms } from '../terms/case-term-contract.ts';
import type { Proposal } from './proposal-contract.ts';
import { PROPOSAL_TABLE } from './proposal-table.ts';

/**
 * What a limit is counted with: days off are bank holidays, not days on which offices are shut by their own choice. Days on which the clock of
 * the case stood still, or will, are passed over.
 */
export type Counting = { terms: CaseTerms; daysOff: DaysOff; pauses: readonly Pause[] };
type Dated = Pick<Proposal, 'state' | 'stateOn' | 'completeOn' | 'resultOn' | 'extensionDays'>;

/** The last day of a limit that begins with an event on a day, and every day that led to it. */
function limitFrom(limit: CaseTermName, from: Day, { terms, daysOff, pauses }: Counting, more = 0): WorkedOut {
  const { unit } = CASE_TERMS[limit];
  const worked = isUnit(unit) ? workedOut({ from, count: terms[limit] + more, unit, pauses }, daysOff) : null;
  return worked ?? { due: from, days: [] };
}

/**
 * How the day of the state came about; null for an end. The owner’s time ends so many working days after the result, and no earlier than
 * so many after the day on which the proposal was complete, whichever is later (casework reference, 8.1), longer by an extension.
 */
export function dueOf(
  { state, stateOn, completeOn, resultOn, extensionDays }: Dated,
  counting: Counting,
): WorkedOut | null {
  const { limit } = PROPOSAL_TABLE[state];
  if (limit === null) return null;
  if (state !== 'window') return limitFrom(limit, stateOn, counting);
  return later(
    limitFrom('proposal_default_wd', completeOn ?? stateOn, counting, extensionDays),
    limitFrom(limit, resultOn ?? stateOn, counting),
  );
}

/** The dates that a proposal would have if it were sent complete on a day, everybody took all their time and the sign went up that day. */
export function datesIfSent(on: Day, counting: Counting): { comments: Day; scored: Day; silence: Day } {
  const comments = limitFrom('proposal_comments_wd', on, counting).due;
  const scored = limitFrom('proposal_assessed_wd', comments, counting).due;
  const silence = later(
    limitFrom('proposal_default_wd', on, counting),
    limitFrom('proposal_window_wd', scored, counting),
  ).due;
  return { comments, scored, silence };
}
