import type { Day } from '../../kernel/recurrence-contract.ts';
import { addWorkingDays, type DaysOff } from '../../kernel/working-days.ts';
import { daysAfter } from '../../kernel/clock.ts';
import type { DeskAsked, DeskShow, DeskTurn } from './desk-list-contract.ts';
import type { Turn } from '../../ground/cases/standing-contract.ts';
import { PAUSE_KINDS, type PauseKind } from '../pauses/pause-kind-contract.ts';
import { PAUSE_WORDS } from '../pauses/pause-words.ts';
import type { ProposalState } from './proposal-contract.ts';
import { HANDED_ON_STATES, OPEN_AND_SENT, PROPOSAL_TABLE } from './proposal-table.ts';

type Stands = { state: ProposalState; pausedBy: PauseKind | null };
/** Open proposals: states in which the clock runs, reasons for which it stands still, and which of their days must lie where. */
export type DeskFilter = {
  states: readonly ProposalState[];
  pauses: readonly PauseKind[];
  dueBy: Day | null;
  since: Day | null;
};
/** The days that the desk looks by, reckoned once a page. */
export type DeskDays = { today: Day; silenceBy: Day; since15: Day; since30: Day };
const SILENCE_WORKING_DAYS = 10;

export const deskDays = (today: Day, daysOff: DaysOff): DeskDays => ({
  today,
  silenceBy: addWorkingDays(today, SILENCE_WORKING_DAYS, daysOff),
  since15: daysAfter(today, -15),
  since30: daysAfter(today, -30),
});

/** Whose turn it is: while the clock stands still, that of whoever lets it go on. */
export const turnOf = ({ state, pausedBy }: Stands): Turn =>
  pausedBy === null ? PROPOSAL_TABLE[state].turn : PAUSE_WORDS[pausedBy].turn;

/** What waits for somebody. */
export const waitingFor = (turn: DeskTurn): Pick<DeskFilter, 'states' | 'pauses'> => ({
  states: OPEN_AND_SENT.filter((state) => PROPOSAL_TABLE[state].turn === turn),
  pauses: PAUSE_KINDS.filter((kind) => PAUSE_WORDS[kind].turn === turn),
});

/** Whether a filter takes what stands so, days aside. */
export const takes = (
  { states, pauses }: Pick<DeskFilter, 'states' | 'pauses'>,
  { state, pausedBy }: Stands,
): boolean => (pausedBy === null ? states.includes(state) : pauses.includes(pausedBy));

export const SHOWN: Record<DeskShow, (days: DeskDays) => DeskFilter> = {
  all: () => ({ states: OPEN_AND_SENT, pauses: PAUSE_KINDS, dueBy: null, since: null }),
  today: ({ today }) => ({ states: OPEN_AND_SENT, pauses: PAUSE_KINDS, dueBy: today, since: null }),
  late: () => ({ states: HANDED_ON_STATES, pauses: [], dueBy: null, since: null }),
  silence: ({ silenceBy }) => ({ states: ['window'], pauses: [], dueBy: silenceBy, since: null }),
  // Where the clock stands still for a group, it goes on by itself.
  group_15: ({ since15 }) => ({ states: waitingFor('group').states, pauses: [], dueBy: null, since: since15 }),
  group_30: ({ since30 }) => ({ states: waitingFor('group').states, pauses: [], dueBy: null, since: since30 }),
};

/** What of the open proposals is asked for; of a turn only those that wait for it. */
export function filterFor({ show, turn }: Pick<DeskAsked, 'show' | 'turn'>, days: DeskDays): DeskFilter {
  const filter = SHOWN[show](days);
  if (turn === null) return filter;
  const theirs = waitingFor(turn);
  return {
    ...filter,
    states: filter.states.filter((state) => theirs.states.includes(state)),
    pauses: filter.pauses.filter((kind) => theirs.pauses.includes(kind)),
  };
}
