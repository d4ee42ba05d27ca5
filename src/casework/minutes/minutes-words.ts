import type { Correction } from './minutes-contract.ts';

export const PART_WORDS: Record<Correction['part'], string> = {
  speaker: 'Somebody who spoke',
  group: 'The group',
  owner: 'The owner',
  officer: 'A councillor, or somebody of the panel',
};
