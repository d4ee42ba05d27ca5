import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { isUnit, type Pause, type WorkedOut } from '../clocks/clock-contract.ts';
import { later, workedOut } from '../clocks/clock-rules.ts';
import { CASE_TERMS, type CaseTermName, type CaseTerms } from '../terms/case-term-contract.ts';
import type { CasePath, Proposal } from './proposal-contract.ts';
import { PROPOSAL_TABLE } from './proposal-table.ts';

/**
 * What a limit is counted with: days off are bank holidays, not days on which offices are shut by their own choice. Days on which the clock of
 * the case stood still, or will, are passed over.
 */
export type Counting = { terms: CaseTerms; daysOff: DaysOff; pauses: readonly Pause[] };
type Dated = Pick<
  Proposal,
  'state' | 'stateOn' | 'completeOn' | 'resultOn' | 'extensionDays' | 'path' | 'hearing' | 'assessedOn' | 'hearingOn'
>;

/** Where a building has days of its own. */
const OF_BUILDINGS: Partial<Record<CaseTermName, CaseTermName>> = {
  proposal_comments_wd: 'building_comments_wd',
  proposal_assessed_wd: 'building_assessed_wd',
  proposal_default_wd: 'building_default_wd',
};
const limitOn = (path: CasePath, limit: CaseTermName): CaseTermName =>
  path === 'building' ? (OF_BUILDINGS[limit] ?? limit) : limit;

/** The last day of a limit that begins with an event on a day, and every day that led to it. */
function limitFrom(limit: CaseTermName, from: Day, { terms, daysOff, pauses }: Counting, more = 0): WorkedOut {
  const { unit } = CASE_TERMS[limit];
  const worked = isUnit(unit) ? workedOut({ from, count: terms[limit] + more, unit, pauses }, daysOff) : null;
  return worked ?? { due: from, days: [] };
}

/**
 * How the day of the state came about; null for an end. The owner’s time ends so many working days after the result, and no earlier than
 * so many after the day on which the proposal was complete, whichever is later (casework reference, 8.1 and 8.2), longer by an extension, and on
 * land by a hearing. A hearing is held so many working days after that day, and after its own day the panel has its days.
 */
export function dueOf(proposal: Dated, counting: Counting): WorkedOut | null {
  const { state, stateOn, completeOn, resultOn, path, assessedOn, hearingOn } = proposal;
  const { limit } = PROPOSAL_TABLE[state];
  if (limit === null) return null;
  if (state === 'window')
    return later(
      limitFrom(limitOn(path, 'proposal_default_wd'), completeOn ?? stateOn, counting, moreTime(proposal, counting)),
      limitFrom(limit, resultOn ?? stateOn, counting),
    );
  if (state === 'hearing_due') return heardBy(completeOn ?? stateOn, assessedOn ?? stateOn, counting);
  const heard = state === 'hearing_called' || state === 'hearing_held';
  return limitFrom(limitOn(path, limit), (heard && hearingOn) || stateOn, counting);
}

/** The last day for a hearing: so many working days after complete, and however late the marks were there is time to call one. */
const heardBy = (complete: Day, scored: Day, counting: Counting): WorkedOut =>
  later(limitFrom('hearing_held_wd', complete, counting), limitFrom('hearing_call_wd', scored, counting));

/** Working days that the owner’s time is longer: by its extension, and by a hearing about land. */
const moreTime = ({ path, hearing, extensionDays }: Dated, { terms }: Counting): number =>
  extensionDays + (path === 'land' && hearing !== 'none' ? terms.hearing_land_wd : 0);

/** The dates that a proposal would have if it were sent complete on a day, everybody took all their time and a sign went up that day. */
export function datesIfSent(
  on: Day,
  counting: Counting,
  path: CasePath = 'land',
): { comments: Day; scored: Day; hearing: Day | null; silence: Day } {
  const comments = limitFrom(limitOn(path, 'proposal_comments_wd'), on, counting).due;
  const scored = limitFrom(limitOn(path, 'proposal_assessed_wd'), comments, counting).due;
  const hearing = path === 'building' ? heardBy(on, scored, counting).due : null;
  const result = hearing === null ? scored : limitFrom('hearing_result_wd', hearing, counting).due;
  const silence = later(
    limitFrom(limitOn(path, 'proposal_default_wd'), on, counting),
    limitFrom('proposal_window_wd', result, counting),
  ).due;
  return { comments, scored, hearing, silence };
}
