import type { PassportStanding } from '../../groups/benefit-test/passport-standing-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';

/** How a group stands with the test for rooms. `resultBy`: the day by which its scorers aim to have a result, while they score. */
export type RoomPass = { state: PassportStanding['state']; resultBy: Day | null };

/**
 * Trial dates of a group whose test is being scored: how many the area allows, and how many it has had in twelve months, those that lie
 * ahead included.
 */
export type TrialDates = { most: number; held: number; resultBy: Day | null };

/** `now`: what it may have of them, while its test is being scored. `numbers`: by booking. */
export type TrialsOfGroup = { now: TrialDates | null; numbers: ReadonlyMap<string, TrialNumbers> };

/** Where the dates of a booking come among all trial dates of its group: "2 and 3 of 3". */
export type TrialNumbers = { numbers: readonly number[]; most: number };

/** How many more dates can be had at once. Never below 0, though an area may have lowered the number since. */
export const trialsLeft = ({ most, held }: Pick<TrialDates, 'most' | 'held'>): number => Math.max(0, most - held);

/** Whether so many dates can be had as trial dates. @param trial null for a group that has none to take */
export const fitsTrial = (trial: TrialDates | null, dates: number): boolean =>
  trial !== null && dates > 0 && dates <= trialsLeft(trial);
