import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { isUnit, type WorkedOut } from '../clocks/clock-contract.ts';
import { workedOut } from '../clocks/clock-rules.ts';
import { CASE_TERMS, type CaseTerms } from '../terms/case-term-contract.ts';
import type { Interest, InterestAct, InterestState } from './interest-contract.ts';
import { INTEREST_TABLE } from './interest-table.ts';
import type { Viewing, ViewingPlace } from './viewing-contract.ts';

export type Counting = { terms: CaseTerms; daysOff: DaysOff };

/** The last day of a state, and every day that led to it; null for an end. */
export function dueOf(state: InterestState, from: Day, { terms, daysOff }: Counting): WorkedOut | null {
  const { limit } = INTEREST_TABLE[state];
  if (limit === null) return null;
  const { unit } = CASE_TERMS[limit];
  return isUnit(unit) ? workedOut({ from, count: terms[limit], unit, pauses: [] }, daysOff) : null;
}

/** Times that are still to come, or are today. */
export const ahead = (viewings: readonly Viewing[], today: Day): Viewing[] =>
  viewings.filter(({ state, day }) => state === 'offered' && day >= today);

/**
 * From which day a state is counted: where times are offered, from the last of them – or, for somebody who has a place, from that one.
 * @param mine places of the interest
 */
export function countedFromIn(
  state: InterestState,
  on: Day,
  viewings: readonly Viewing[],
  mine: readonly ViewingPlace[],
): Day {
  if (state !== 'viewing') return on;
  const offered = viewings.filter((one) => one.state === 'offered');
  const own = offered.filter(({ id }) => mine.some(({ viewingId }) => viewingId === id));
  return (own.length > 0 ? own : offered).map(({ day }) => day).reduce((last, day) => (day > last ? day : last), on);
}

/** Whether they had a place in a time that took place by a day, and nobody says that they did not come. */
export const hasSeen = (viewings: readonly Viewing[], mine: readonly ViewingPlace[], by: Day): boolean =>
  mine.some(
    ({ viewingId, came }) =>
      came !== false && viewings.some(({ id, state, day }) => id === viewingId && state === 'offered' && day <= by),
  );

/** What the clock does when a state is over: the first way whose guard holds. */
export const silentAct = ({ state }: Pick<Interest, 'state'>, seen: boolean): InterestAct | null =>
  INTEREST_TABLE[state].silence.find((act) => act !== 'see' || seen) ?? null;
