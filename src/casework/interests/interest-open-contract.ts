/** A draft of a proposal for the same place, with the questions that what was seen may show. */
export type OpenProposal = {
  proposalId: string;
  testId: string;
  group: string;
  questions: readonly { id: string; text: string }[];
};
