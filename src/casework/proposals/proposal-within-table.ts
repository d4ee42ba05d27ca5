import type { Turn } from '../../ground/cases/standing-contract.ts';
import type { PauseKind } from '../pauses/pause-kind-contract.ts';
import { PAUSE_WORDS } from '../pauses/pause-words.ts';
import { WITHINS, type Within, type Proposal, type ProposalState } from './proposal-contract.ts';
import { OPEN_AND_SENT, PROPOSAL_TABLE } from './proposal-table.ts';
import { SILENCE_WORDS } from './proposal-words.ts';

/** What stands under the name of its state, or of what makes it somebody else’s turn there. */
export type StandingName = ProposalState | Within;
type Row = { turn: Turn; next: string; silence: string };

/** Whose turn it is where that is not the one of the state. Its day stays that of its state. */
const WITHIN: Record<Within, Row> = {
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
  ownerless: {
    turn: 'broker',
    next: 'find out whose the place is',
    silence: 'The owner’s time is counted anew until that is known. If no owner is found, the result is advice.',
  },
};

export const nameOf = ({ state, within }: Pick<Proposal, 'state' | 'within'>): StandingName => within ?? state;

const isWithin = (name: StandingName): name is Within => (WITHINS as readonly string[]).includes(name);

/** Whose turn it is, what is next and what silence does. */
export const rowOf = (name: StandingName): Row =>
  isWithin(name) ? WITHIN[name] : { ...PROPOSAL_TABLE[name], silence: SILENCE_WORDS[name] };

/** Everything under which an open proposal may stand. */
export const OPEN_NAMES: readonly StandingName[] = [...OPEN_AND_SENT, ...WITHINS];

/** Whose turn it is: while the clock stands still, that of whoever lets it go on. */
export const turnOf = ({ name, pausedBy }: { name: StandingName; pausedBy: PauseKind | null }): Turn =>
  pausedBy === null ? rowOf(name).turn : PAUSE_WORDS[pausedBy].turn;
