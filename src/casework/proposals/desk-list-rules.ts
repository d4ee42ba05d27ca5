import type { Day } from '../../kernel/recurrence-contract.ts';
import { addWorkingDays, type DaysOff } from '../../kernel/working-days.ts';
import { daysAfter } from '../../kernel/clock.ts';
import type { DeskAsked, DeskShow, DeskTurn } from './desk-list-contract.ts';
import type { ProposalState } from './proposal-contract.ts';
import { HANDED_ON_STATES, OPEN_AND_SENT, PROPOSAL_TABLE } from './proposal-table.ts';

/** Open proposals: their states, and which of their days must lie where. */
export type DeskFilter = { states: readonly ProposalState[]; dueBy: Day | null; since: Day | null };
/** The days that the desk looks by, reckoned once a page. */
export type DeskDays = { today: Day; silenceBy: Day; since15: Day; since30: Day };
const SILENCE_WORKING_DAYS = 10;

export const deskDays = (today: Day, daysOff: DaysOff): DeskDays => ({
  today,
  silenceBy: addWorkingDays(today, SILENCE_WORKING_DAYS, daysOff),
  since15: daysAfter(today, -15),
  since30: daysAfter(today, -30),
});

export const statesOf = (turn: DeskTurn): readonly ProposalState[] =>
  OPEN_AND_SENT.filter((state) => PROPOSAL_TABLE[state].turn === turn);

const SHOWN: Record<DeskShow, (days: DeskDays) => DeskFilter> = {
  all: () => ({ states: OPEN_AND_SENT, dueBy: null, since: null }),
  today: ({ today }) => ({ states: OPEN_AND_SENT, dueBy: today, since: null }),
  late: () => ({ states: HANDED_ON_STATES, dueBy: null, since: null }),
  silence: ({ silenceBy }) => ({ states: ['window'], dueBy: silenceBy, since: null }),
  group_15: ({ since15 }) => ({ states: statesOf('group'), dueBy: null, since: since15 }),
  group_30: ({ since30 }) => ({ states: statesOf('group'), dueBy: null, since: since30 }),
};

/** What of the open proposals is asked for; of a turn only those that wait for it. */
export function filterFor({ show, turn }: Pick<DeskAsked, 'show' | 'turn'>, days: DeskDays): DeskFilter {
  const filter = SHOWN[show](days);
  if (turn === null) return filter;
  return { ...filter, states: filter.states.filter((state) => PROPOSAL_TABLE[state].turn === turn) };
}
