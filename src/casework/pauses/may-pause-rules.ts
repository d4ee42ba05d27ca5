import type { ActName, Role } from '../../ground/people/role-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { ProposalState } from '../proposals/proposal-contract.ts';
import type { CasePause } from './pause-contract.ts';
import type { PauseKind } from './pause-kind-contract.ts';
import { isOpen, isStanding, lastDayOf, stoppedBefore, stopsTheClock, type Counting } from './pause-rules.ts';
import { PAUSE_TABLE } from './pause-table.ts';

/** The act of the table of rights that each kind of pause is. */
const PAUSE_ACTS = {
  correct: 'pause.ask',
  advert: 'pause.ask',
  wish: 'pause.own',
  court: 'pause.court',
  emergency: 'pause.stop',
} as const satisfies Record<PauseKind, ActName>;

type Scene = {
  state: ProposalState;
  today: Day;
  pauses: readonly CasePause[];
  counting: Counting;
  personId: string;
  roles: readonly Role[];
  may(act: ActName): boolean;
};
type May = Record<'wish' | 'advert' | 'court' | 'askStop', boolean> & {
  correct: 'stops' | 'runs_on' | null;
} & Record<'answer' | 'lift' | 'look' | 'confirm' | 'waits', CasePause | null>;

/** What somebody may do with the clock of a case: no page shows a button that is refused. */
export function mayPause({ state, today, pauses, counting, personId, roles, may }: Scene): May {
  const standing = pauses.find(isStanding) ?? null;
  const open = pauses.filter((one) => isOpen(one, state, today));
  const isFor = (kind: PauseKind): boolean => may(PAUSE_ACTS[kind]) && PAUSE_TABLE[kind].states.includes(state);
  const begins = (kind: PauseKind): boolean =>
    isFor(kind) &&
    (standing === null || (PAUSE_TABLE[kind].overtakes && standing.kind !== kind && standing.kind !== 'emergency')) &&
    lastDayOf(kind, today, pauses, counting) >= today;
  const asked = open.find(({ kind, begins: since }) => kind === 'emergency' && since === null) ?? null;
  const other = asked?.askedAs === 'decision_officer' ? 'monitoring_officer' : 'decision_officer';
  const second = asked !== null && standing?.kind !== 'court' && asked.askedBy !== personId && roles.includes(other);
  const unanswered = open.find(({ kind }) => kind === 'correct') ?? null;
  return {
    correct:
      isFor('correct') && unanswered === null
        ? begins('correct') && stopsTheClock('correct', pauses)
          ? 'stops'
          : 'runs_on'
        : null,
    wish: begins('wish'),
    advert: begins('advert'),
    court: begins('court'),
    askStop:
      isFor('emergency') &&
      asked === null &&
      standing?.kind !== 'emergency' &&
      standing?.kind !== 'court' &&
      !stoppedBefore(pauses, state),
    answer: may('pause.own') ? unanswered : null,
    lift: standing && standing.kind !== 'correct' && may(PAUSE_ACTS[standing.kind]) ? standing : null,
    look: standing?.kind === 'court' && may('pause.court') && standing.lookedOn !== today ? standing : null,
    confirm: may('pause.stop') && second ? asked : null,
    waits: may('pause.stop') && !second ? asked : null,
  };
}
