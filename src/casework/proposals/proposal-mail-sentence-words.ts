import type { Sentences } from './proposal-mail-contract.ts';

/** Sentences that stand in more than one mail about a proposal. */
export const because = (words: string): string[] => (words === '' ? [] : [words]);
const overForOthers: Sentences = () => [
  'Another group had asked for this place before you. That is over now. If you still want it, send your draft.',
];
export const toOthers = { others_who_write: overForOthers };
export const granted: Sentences = () => ['Your proposal is granted. Congratulations.'];
export const refused: Sentences = ({ reasons }) => [
  'Your proposal is refused.',
  ...because(reasons),
  'If you think that this is wrong, you can ask for a review. People who did not decide look at it again.',
];
