import type { ProposalFactKind } from './proposal-facts.ts';
import type { MailRow, Sentences } from './proposal-mail-contract.ts';
import { answerWords, because, refused, toOthers } from './proposal-mail-sentence-words.ts';

const ownersTime: Sentences = (told) => [
  'Among the proposals for this place this one goes first.',
  ...because(told.more),
  answerWords(told),
];
const goesFirst: Sentences = ({ more }) => [
  'Your proposal goes first among those for this place.',
  ...because(more),
  'Now it is the owner’s time.',
];

/** Who is told of what where several ask for one place. */
export const RIVAL_MAILS = {
  proposal_passed_beside_others: {
    subject: 'Passed',
    group: () => [
      'Your proposal has passed the benefit test. Others ask for the place too: yours is compared with them when they have their results.',
    ],
  },
  proposal_set_aside: {
    subject: 'Waiting',
    group: () => [
      'Your proposal was not complete, or its sign not up, when the time for comments on another one for the same days of this place ended, so it cannot be compared with that. It waits, and goes on by itself if the other comes to nothing.',
    ],
  },
  proposal_stands_first: { subject: 'Goes first', group: goesFirst, owner: ownersTime },
  proposal_stands_second: {
    subject: 'Another goes first',
    group: ({ more }) => [
      'Another proposal for this place goes first.',
      ...because(more),
      'Yours waits, and moves up by itself if that comes to nothing.',
    ],
  },
  proposal_close_to_another: {
    subject: 'Close: can you share?',
    group: ({ more }) => [
      'Your proposal and another one for this place are so close that neither goes first.',
      ...because(more),
      'Talk with the other group: perhaps you can share the place, or one of you takes its proposal back. The broker brings you together.',
    ],
    brokers: () => ['Two proposals for one place are close. Bring the groups together: can they share it?'],
  },
  proposal_to_be_chosen: {
    subject: 'The panel chooses',
    group: () => ['You have not come to share the place. The panel chooses, and gives its reasons.'],
    panel: () => ['Proposals for one place are close, and the groups do not share it. Choose one, with your reasons.'],
  },
  proposal_chosen: { subject: 'Chosen', group: goesFirst, owner: ownersTime },
  proposal_goes_on: {
    subject: 'It goes on',
    group: () => [
      'The other proposal for this place came to nothing. Yours goes on: a broker looks whether it is complete.',
    ],
    owner: () => ['Another proposal for a place that is yours goes on, because the one before it came to nothing.'],
    brokers: () => ['A proposal that waited for another goes on. Look whether it is complete.'],
  },
  proposal_moves_up: { subject: 'It moves up', group: goesFirst, owner: ownersTime },
  proposal_beaten: { subject: 'Refused', group: refused, ...toOthers },
  proposal_place_gone: {
    subject: 'Closed',
    group: () => [
      'The place has been granted to another group, so your proposal is closed. Your answers are kept: you can ask for another place.',
    ],
  },
} satisfies Partial<Record<ProposalFactKind, MailRow | null>>;
