import type { Standing, Step } from '../../ground/cases/standing-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal } from './proposal-contract.ts';
import { PROPOSAL_TABLE } from './proposal-table.ts';
import { SILENCE_AS_ADVICE, SILENCE_WORDS } from './proposal-words.ts';

type Stands = Pick<Proposal, 'state' | 'dueOn' | 'endedOn'>;
type Beside = {
  /** Whether the owner has joined the compact, so that its silence is a yes. */
  joined: boolean;
  /** By when it is known whose the place is. */
  ownerBy: Day | null;
};

/** Where a proposal stands: the one answer of page, list, home, desk and mail. */
export function proposalStanding({ state, dueOn }: Stands, { joined, ownerBy }: Beside): Standing {
  const { stage, turn, next } = PROPOSAL_TABLE[state];
  const by = state === 'finding_owner' ? ownerBy : dueOn;
  const how = state === 'window' && !joined ? SILENCE_AS_ADVICE : SILENCE_WORDS[state] || null;
  const step: Step = { kind: state, turn, next, by, how };
  return { stage, steps: [step], meanwhile: [] };
}
