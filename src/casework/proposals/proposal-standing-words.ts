import type { Standing, Step } from '../../ground/cases/standing-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { PAUSE_WORDS } from '../pauses/pause-words.ts';
import type { Proposal } from './proposal-contract.ts';
import { nameOf, rowOf } from './proposal-within-table.ts';
import { PROPOSAL_TABLE } from './proposal-table.ts';
import { SILENCE_AS_ADVICE, SILENCE_TO_OFFICER } from './proposal-words.ts';

type Stands = Pick<
  Proposal,
  'state' | 'within' | 'silenceGrants' | 'hearingOn' | 'dueOn' | 'endedOn' | 'pausedBy' | 'pausedUntil'
>;
type Beside = {
  /** Whether the owner has joined the compact, so that its silence is a yes. */
  joined: boolean;
  /** By when it is known whose the place is. */
  ownerBy: Day | null;
};

/**
 * Where a proposal stands: the one answer of page, list, home, desk and mail. While its clock stands still, what lets it go on comes first, and
 * what is next in its state is open too.
 */
export function proposalStanding(
  { state, within, silenceGrants, hearingOn, dueOn, pausedBy, pausedUntil }: Stands,
  { joined, ownerBy }: Beside,
): Standing {
  const { stage } = PROPOSAL_TABLE[state];
  const name = nameOf({ state, within });
  const { turn, next, silence } = rowOf(name);
  const by = state === 'finding_owner' ? ownerBy : state === 'hearing_called' ? hearingOn : dueOn;
  const how = (state === 'window' && silenceInWindow(joined, silenceGrants)) || silence || null;
  const step: Step = { kind: name, turn, next, by, how };
  if (pausedBy === null) return { stage, steps: [step], meanwhile: [] };
  const paused = PAUSE_WORDS[pausedBy];
  const first: Step = { kind: pausedBy, turn: paused.turn, next: paused.next, by: pausedUntil, how: paused.silence };
  return { stage: `${stage}. The clock stands still`, steps: [first, step], meanwhile: [] };
}

/** What silence does in the owner’s time, where it grants nothing. */
function silenceInWindow(joined: boolean, silenceGrants: boolean): string | null {
  if (!joined) return SILENCE_AS_ADVICE;
  return silenceGrants ? null : SILENCE_TO_OFFICER;
}
