import { daysAfter } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import type { Pause } from '../clocks/clock-contract.ts';
import { daysPaused, dueOn } from '../clocks/clock-rules.ts';
import type { ProposalState } from '../proposals/proposal-contract.ts';
import { CASE_TERMS, type CaseTerms } from '../terms/case-term-contract.ts';
import type { CasePause } from './pause-contract.ts';
import type { PauseKind } from './pause-kind-contract.ts';
import { PAUSE_TABLE } from './pause-table.ts';
import { PAUSE_WORDS } from './pause-words.ts';

export type Counting = { terms: CaseTerms; daysOff: DaysOff };
type Spent = Pick<CasePause, 'id' | 'kind' | 'begins' | 'endedOn' | 'until'>;

/** Stands now: it has begun, and nothing has ended it. */
export const isStanding = ({ begins, endedOn }: Pick<CasePause, 'begins' | 'endedOn'>): boolean =>
  begins !== null && endedOn === null;

/** Whether a pause may stand in a state: where it is begun, and where one that had begun before goes on. */
export const mayStandIn = (kind: PauseKind, state: ProposalState): boolean =>
  PAUSE_TABLE[kind].states.includes(state) || PAUSE_TABLE[kind].goesOn.includes(state);

/** Waits for an answer or a second person, in a state in which there is such a thing. */
export const isOpen = ({ kind, endedOn, until }: CasePause, state: ProposalState, today: Day): boolean =>
  endedOn === null && until >= today && mayStandIn(kind, state);

/** What of the pauses of a case does not count, as every date of it is worked out. */
export const countedPauses = (pauses: readonly Spent[]): Pause[] =>
  pauses.flatMap(({ kind, begins, endedOn, until }) =>
    begins === null ? [] : [{ begins: before(begins), last: endedOn ?? until, why: PAUSE_WORDS[kind].why }],
  );

/** A period counts the day on which a pause of it begins. That of a case begins at once: what is asked for on the last day is in time. */
const before = (day: Day): Day => daysAfter(day, -1);

/**
 * The last day of a pause at the latest: its own limit, less what pauses that share it have taken, and no more than what all pauses of a
 * case have together. The order of a court is looked at anew each time somebody says that it stands.
 * @param begins the first day that does not count
 * @param others the other pauses of the case
 * @returns the day before where nothing is left
 */
export function lastDayOf(
  kind: PauseKind,
  begins: Day,
  others: readonly Spent[],
  { terms, daysOff }: Counting,
  lookedOn: Day | null = null,
): Day {
  const { limit, shares, inAll } = PAUSE_TABLE[kind];
  const { unit } = CASE_TERMS[limit];
  const spent = (kinds: readonly PauseKind[]): number =>
    others.filter((one) => kinds.includes(one.kind)).reduce((sum, one) => sum + daysOf(one, daysOff), 0);
  const own =
    unit === 'days'
      ? dueOn(lookedOn ?? begins, terms[limit], unit, daysOff)
      : dueOn(before(begins), Math.max(0, terms[limit] - spent(shares)), 'working_days', daysOff);
  if (!inAll) return own;
  const all = dueOn(before(begins), Math.max(0, terms.pause_all_wd - spent(IN_ALL)), 'working_days', daysOff);
  return own < all ? own : all;
}

const IN_ALL = (Object.keys(PAUSE_TABLE) as PauseKind[]).filter((kind) => PAUSE_TABLE[kind].inAll);

/** Working days that a pause took. */
function daysOf(pause: Spent, daysOff: DaysOff): number {
  if (pause.begins === null) return 0;
  const pauses = countedPauses([pause]);
  return daysPaused(
    { from: before(pause.begins), unit: 'working_days', pauses },
    pause.endedOn ?? pause.until,
    daysOff,
  );
}

/** Only the first request to correct something stops the clock (casework reference, second part, section 2, rule 5). */
export const stopsTheClock = (kind: PauseKind, before: readonly CasePause[]): boolean =>
  kind !== 'correct' || !before.some((one) => one.kind === 'correct' && one.begins !== null);

/** One emergency stop in the owner’s time, and one after the grant: nobody stops a case for ever. */
export const stoppedBefore = (before: readonly CasePause[], state: ProposalState): boolean =>
  before.some((one) => one.kind === 'emergency' && one.begins !== null && one.state === state);
