import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal, ProposalState } from '../proposals/proposal-contract.ts';
import type { Taking } from './comment-contract.ts';

const IN_TIME: readonly ProposalState[] = ['awaiting_sign', 'commenting'];
/** Marks can still change: what comes late is read by those who score. */
const BEING_SCORED: readonly ProposalState[] = ['assessing', 'reserve', 'panel', 'improving', 'assessing_again'];
const BEFORE: readonly ProposalState[] = ['draft', 'finding_owner', 'received', 'incomplete', 'lapsed'];

/** Whether a proposal takes comments: late ones until the scoring has ended (casework reference, second part, section 4). */
export function takingOf({ state }: Pick<Proposal, 'state'>): Taking {
  if (IN_TIME.includes(state)) return 'open';
  if (BEING_SCORED.includes(state)) return 'late';
  return BEFORE.includes(state) ? 'not_yet' : 'over';
}

/** The day on which somebody got in touch counts, not the one on which it was typed. */
export const isLate = (
  { state, commentsUntil }: Pick<Proposal, 'state' | 'commentsUntil'>,
  receivedOn: Day,
): boolean => (commentsUntil === null ? !IN_TIME.includes(state) : receivedOn > commentsUntil);

/** What came of a comment can be said once no more come in time. */
export const canBeAnswered = ({ state }: Pick<Proposal, 'state'>): boolean => !IN_TIME.includes(state);
