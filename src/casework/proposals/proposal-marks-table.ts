import type { Turn } from '../../ground/cases/standing-contract.ts';
import type { PauseKind } from '../pauses/pause-kind-contract.ts';
import { PAUSE_WORDS } from '../pauses/pause-words.ts';
import { MARKS_STATES, type MarksState, type Proposal, type ProposalState } from './proposal-contract.ts';
import { OPEN_AND_SENT, PROPOSAL_TABLE } from './proposal-table.ts';
import { SILENCE_WORDS } from './proposal-words.ts';

/** What stands under the name of a state, and from the moment in which both sheets are in under that of the marks. */
export type StandingName = ProposalState | MarksState;
type Row = { turn: Turn; next: string; silence: string };

/** Whose turn it is while a proposal is being scored, once both scorers have handed in. Its day stays that of its state. */
const MARKS: Record<MarksState, Row> = {
  differ: {
    turn: 'scorers',
    next: 'come to one mark for each question on which the two scorers differ',
    silence: 'If they have not by then, the lower mark of the two stands as provisional.',
  },
  stand: {
    turn: 'broker',
    next: 'answer the gates that are the officer’s, and publish the result',
    silence:
      'If nobody does by then, the result is published by itself. What nobody has checked stands in nobody’s way.',
  },
};

export const nameOf = ({ state, marks }: Pick<Proposal, 'state' | 'marks'>): StandingName => marks ?? state;

/** Whose turn it is, what is next and what silence does: of a state, or of marks that are in. */
export const rowOf = (name: StandingName): Row =>
  name === 'differ' || name === 'stand' ? MARKS[name] : { ...PROPOSAL_TABLE[name], silence: SILENCE_WORDS[name] };

/** Everything under which an open proposal may stand. */
export const OPEN_NAMES: readonly StandingName[] = [...OPEN_AND_SENT, ...MARKS_STATES];

/** Whose turn it is: while the clock stands still, that of whoever lets it go on. */
export const turnOf = ({ name, pausedBy }: { name: StandingName; pausedBy: PauseKind | null }): Turn =>
  pausedBy === null ? rowOf(name).turn : PAUSE_WORDS[pausedBy].turn;
