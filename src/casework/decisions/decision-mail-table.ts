import type { MailRow } from '../proposals/proposal-mail-contract.ts';
import type { DecisionFactKind } from './decision-facts.ts';

const because = (words: string): string[] => (words === '' ? [] : [words]);

/** Who is told of what around decisions, and in which words; null where the page says it and nobody waits for it. */
export const DECISION_MAILS: Record<DecisionFactKind, MailRow | null> = {
  ground_shown: {
    subject: 'The owner has shown a ground',
    group: ({ more }) => [
      'The owner has shown a ground for saying no. It is decided on once the proposal has passed the test.',
      ...because(more),
    ],
  },
  ground_taken_back: {
    subject: 'Ground taken back',
    group: () => ['The owner has taken back a ground for saying no.'],
  },
  decision_signed: {
    subject: 'The decision is signed',
    group: () => ['The decision is signed. Its reasons and what was considered are on the page.'],
    owner: () => ['The decision is signed. Its reasons and what was considered are on the page.'],
  },
  decision_corrected: {
    subject: 'A slip is put right',
    group: ({ more }) => ['A slip in the decision is put right. The old words stay beside it.', ...because(more)],
    owner: ({ more }) => ['A slip in the decision is put right. The old words stay beside it.', ...because(more)],
  },
  call_in_asked: {
    subject: 'A councillor wants to call a grant in',
    group: ({ more }) => ['A councillor wants to call the grant in. It needs a second one.', ...because(more)],
    councillors: ({ more }) => [
      'A councillor wants to call a grant in. It needs a second one: if you want it heard, too, say so on its page.',
      ...because(more),
    ],
  },
  proposal_warned: {
    subject: 'Silence will be a yes',
    owner: () => [
      'You have not answered this proposal, which has passed the benefit test.',
      'Say yes, or show one of the permitted grounds with its evidence. Without either, the answer is yes: it is granted by default.',
    ],
    decision_officers: () => [
      'The owner has not answered this proposal, which has passed the benefit test. Without an answer it is granted by default.',
    ],
  },
};
