import type { Day } from '../../kernel/recurrence-contract.ts';
import { addWorkingDays, type DaysOff } from '../../kernel/working-days.ts';
import { daysAfter } from '../../kernel/clock.ts';
import type { DeskAsked, DeskShow, DeskTurn } from './desk-list-contract.ts';
import { PAUSE_KINDS, type PauseKind } from '../pauses/pause-kind-contract.ts';
import { PAUSE_WORDS } from '../pauses/pause-words.ts';
import { OPEN_NAMES, rowOf, type StandingName } from './proposal-within-table.ts';
import { HANDED_ON_STATES } from './proposal-table.ts';

type Stands = { name: StandingName; pausedBy: PauseKind | null };
/** Open proposals: states in which the clock runs, or marks that are in, reasons for which it stands still, and which of their days must lie where. */
export type DeskFilter = {
  names: readonly StandingName[];
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

/** What waits for somebody. */
export const waitingFor = (turn: DeskTurn): Pick<DeskFilter, 'names' | 'pauses'> => ({
  names: OPEN_NAMES.filter((name) => rowOf(name).turn === turn),
  pauses: PAUSE_KINDS.filter((kind) => PAUSE_WORDS[kind].turn === turn),
});

/** Whether a filter takes what stands so, days aside. */
export const takes = ({ names, pauses }: Pick<DeskFilter, 'names' | 'pauses'>, { name, pausedBy }: Stands): boolean =>
  pausedBy === null ? names.includes(name) : pauses.includes(pausedBy);

export const SHOWN: Record<DeskShow, (days: DeskDays) => DeskFilter> = {
  all: () => ({ names: OPEN_NAMES, pauses: PAUSE_KINDS, dueBy: null, since: null }),
  today: ({ today }) => ({ names: OPEN_NAMES, pauses: PAUSE_KINDS, dueBy: today, since: null }),
  late: () => ({ names: HANDED_ON_STATES, pauses: [], dueBy: null, since: null }),
  silence: ({ silenceBy }) => ({ names: ['window'], pauses: [], dueBy: silenceBy, since: null }),
  group_15: ({ since15 }) => ({ ...waitingFor('group'), dueBy: null, since: since15 }),
  group_30: ({ since30 }) => ({ ...waitingFor('group'), dueBy: null, since: since30 }),
};

/** What of the open proposals is asked for; of a turn only those that wait for it. */
export function filterFor({ show, turn }: Pick<DeskAsked, 'show' | 'turn'>, days: DeskDays): DeskFilter {
  const filter = SHOWN[show](days);
  if (turn === null) return filter;
  const theirs = waitingFor(turn);
  return {
    ...filter,
    names: filter.names.filter((name) => theirs.names.includes(name)),
    pauses: filter.pauses.filter((kind) => theirs.pauses.includes(kind)),
  };
}
