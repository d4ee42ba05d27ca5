import type { Transition, TransitionTable } from '../../ground/cases/transition-contract.ts';
import type { CaseTermName } from '../terms/case-term-contract.ts';
import type { ProposalAct, ProposalState } from './proposal-contract.ts';

export type ProposalTable = TransitionTable<ProposalState, ProposalAct, CaseTermName>;

type Way = Transition<ProposalState>;

/** A group may take its proposal back at any time before the place is handed over. */
export const withdraw: Way = { to: 'withdrawn', who: ['group_lead', 'group_deputy', 'broker'], guard: null };
/** The test gates what silence grants, never an owner’s own yes (casework reference, second part, section 1). */
export const agree: Way = { to: 'granted', who: ['owner_representative'], guard: 'the place is theirs' };
export const pass: Way = { to: 'window', who: ['clock'], guard: 'it has passed the benefit test' };
export const passCompared: Way = {
  to: 'comparing',
  who: ['clock'],
  guard: 'it has passed, and others ask for the place',
};
export const nearly: Way = {
  to: 'improving',
  who: ['clock'],
  guard: 'its marks come close, or one question is too low, for the first time',
};
export const notPassed: Way = {
  to: 'refused',
  who: ['clock'],
  guard: 'its marks do not reach, or come close a second time (R6)',
};
export const end = { turn: 'nobody', next: '', limit: null, silence: [], acts: {} } as const;
