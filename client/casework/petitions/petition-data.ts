import type { WordingReason } from '../../../src/casework/petitions/petition-contract.ts';
import type { PublicPetition } from '../../../src/casework/petitions/petition-page-contract.ts';
import type { Party } from '../../../src/ground/cases/standing-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';

export type PetitionRights = { own: boolean; check: boolean; enter: boolean; count: boolean; sponsor: boolean };

export type PetitionData = {
  petition: PublicPetition;
  /** Why the wording was turned back, for its group and officers. */
  hidden: { turnedBackFor: WordingReason | null; reasons: string } | null;
  rights: PetitionRights;
  leftToDo: readonly string[];
  party: Party | null;
  form: FormState;
  flash: string | null;
};
