import type { ProposalTold, Sentences } from './proposal-mail-contract.ts';

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
/** What an owner may do once a proposal has passed, and what its silence does. */
export const answerWords = ({ silenceGrants }: Pick<ProposalTold, 'silenceGrants'>): string =>
  silenceGrants
    ? 'Say yes, or show one of the permitted grounds with its evidence. If you say nothing until the day below, the answer is yes.'
    : 'Say yes, or show one of the permitted grounds with its evidence. If you say nothing until the day below, a decision officer decides.';
