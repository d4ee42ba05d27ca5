import type { Day } from '../../kernel/recurrence-contract.ts';

/** The closed list of grounds on which an owner may say no (casework reference, 8.5). R6 is the result of the test itself. */
export const GROUNDS = ['R1', 'R2', 'R3', 'R4', 'R5', 'R7', 'R8', 'R9'] as const;
export type GroundCode = (typeof GROUNDS)[number];
/** waiting: nobody has decided. accepted, turned_back: somebody has. taken_back: by the owner. stood: nobody decided in time. */
export const GROUND_STATES = ['waiting', 'accepted', 'turned_back', 'taken_back', 'stood'] as const;
export type GroundState = (typeof GROUND_STATES)[number];

/** A ground that an owner has shown, with its evidence. */
export type Ground = {
  id: string;
  proposalId: string;
  ground: GroundCode;
  /** In the owner’s words, for everybody. */
  statement: string;
  /** Who wrote the evidence, what it is, and of which day it is. */
  evidence: string;
  author: string;
  dated: Day;
  /** R2: the free time that is offered instead. */
  shorterFrom: Day | null;
  shorterUntil: Day | null;
  state: GroundState;
  filedBy: string;
  filedOn: Day;
  decidedBy: string | null;
  decidedOn: Day | null;
  /** Why it holds or does not, for everybody. */
  why: string;
  submission: string;
};
