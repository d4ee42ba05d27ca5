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
