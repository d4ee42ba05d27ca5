import type { Standing } from '../../ground/cases/standing-contract.ts';
import type { Petition } from './petition-contract.ts';
import { PETITION_TABLE } from './petition-table.ts';
import { PETITION_SILENCE_WORDS } from './petition-words.ts';

/** Where a petition stands: whose turn it is, what is next, by when, and what silence does. */
export function petitionStanding({ state, dueOn }: Pick<Petition, 'state' | 'dueOn'>): Standing {
  const { stage, turn, next } = PETITION_TABLE[state];
  const silence = PETITION_SILENCE_WORDS[state];
  return {
    stage,
    steps: [{ kind: `petition_${state}`, turn, next, by: dueOn, how: silence === '' ? null : silence }],
    meanwhile: [],
  };
}
