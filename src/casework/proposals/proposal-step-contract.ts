import type { Mover } from '../../ground/cases/transition-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal } from './proposal-contract.ts';

/** Who takes a proposal on, and what goes with it. */
export type Moving = {
  by: Mover;
  /** Id of the person, or `system` for the clock. */
  actor: string;
  on: Day;
  fields?: Partial<Proposal>;
  /** What everybody reads of it, beside the sentence of the act. */
  more?: string;
  onBehalfOf?: string | null;
  channel?: string | null;
};
