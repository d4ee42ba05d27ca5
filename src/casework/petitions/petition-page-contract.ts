import type { Standing } from '../../ground/cases/standing-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { WorkedOut } from '../clocks/clock-contract.ts';
import type { Petition } from './petition-contract.ts';
import type { RefusedSignature, SignChannel } from './signature-contract.ts';

/** Counts that everybody reads: never who. Wards with fewer than five stand together. */
export type PublicTally = {
  valid: number;
  byChannel: Readonly<Record<SignChannel, number>>;
  byWard: readonly { name: string; n: number }[];
  refused: Readonly<Record<RefusedSignature, number>>;
  all: number;
  /** Of lines on paper that two people typed, how many the first had wrong. */
  typedTwice: { checked: number; wrong: number };
};

/** A petition as everybody may read it: no person. */
export type PublicPetition = Pick<
  Petition,
  | 'id'
  | 'number'
  | 'state'
  | 'wording'
  | 'openedOn'
  | 'closesOn'
  | 'dueOn'
  | 'threshold'
  | 'residents'
  | 'valid'
  | 'basis'
  | 'verifiedOn'
  | 'unlooked'
  | 'sponsoredOn'
  | 'sponsorWords'
  | 'endedOn'
  | 'outcome'
> & {
  area: { id: string; slug: string; name: string; timeZone: string };
  asset: { id: string } | null;
  place: string;
  group: { id: string; name: string };
  wards: readonly string[];
  sponsorNeeds: number;
  /** Whether it can be signed today. */
  open: boolean;
  tally: PublicTally;
  /** The proposal that it goes with, once that is sent. */
  proposal: { id: string; number: string; beforeOwnersTime: boolean } | null;
  standing: Standing;
  howDue: WorkedOut | null;
  history: readonly { on: Day; text: string }[];
};
/** One line of a list. */
export type PetitionLine = Pick<
  Petition,
  'id' | 'number' | 'state' | 'dueOn' | 'groupId' | 'closesOn' | 'threshold'
> & {
  place: string;
  group: string;
  valid: number;
  standing: Standing;
};
