import { DECIDED_MAILS } from './decided-mail-table.ts';
import { HEARING_MAILS } from './hearing-mail-table.ts';
import { RIVAL_MAILS } from './rival-mail-table.ts';
import type { ProposalFactKind } from './proposal-facts.ts';
import { PARTNERS_TOLD } from './partner-sentence-table.ts';
import type { MailRow, Sentences } from './proposal-mail-contract.ts';
import { answerWords, refused, toOthers } from './proposal-mail-sentence-words.ts';

const complete: Sentences = () => [
  'The proposal is complete, and its clock has started. From now until it is decided the place is not promised to anybody else for these days.',
];
const signGoesUp: Sentences = ({ byClock }) => [
  ...(byClock
    ? ['Nobody looked in time whether your proposal is complete, so it counts as complete from today.']
    : ['Your proposal is complete.']),
  'Put the sign up at the place now, and send us a photo of it. With the photo the time for comments begins. You can print the sign from the page of your proposal.',
];

/** The same rows, with what the groups are told that ask together with the one that leads. */
const withPartners = (mails: Record<ProposalFactKind, MailRow | null>): Record<ProposalFactKind, MailRow | null> =>
  Object.fromEntries(
    Object.entries(mails).map(([kind, row]) => {
      const partners = PARTNERS_TOLD[kind as ProposalFactKind];
      return [kind, row && partners ? { ...row, partners } : row];
    }),
  ) as Record<ProposalFactKind, MailRow | null>;

/** Who is told of what, and in which words; null where the page says it and nobody waits for it. Each kind of fact has a row. */
export const PROPOSAL_MAILS = withPartners({
  proposal_begun: null,
  proposal_dropped: null,
  proposal_sign_photo: null,
  proposal_sent: {
    subject: 'Sent',
    group: () => ['Your proposal has come in. A broker looks whether it is complete.'],
    owner: () => [
      'A group has asked for a place that is yours. You can say yes at any time; nobody has to wait for the end. Otherwise it is looked through, everybody may comment, and two people score it.',
    ],
    brokers: () => ['A proposal has come in. Look whether it is complete.'],
  },
  proposal_sent_to_find: {
    subject: 'Sent',
    group: () => ['Your proposal has come in. It is not known yet whose the place is: we find out, and tell you.'],
    brokers: () => [
      'A proposal has come in for a place whose owner is not known. The question whose it is has begun by itself.',
    ],
  },
  proposal_owner_found: {
    subject: 'Owner found',
    group: ({ owner }) => [
      `It is known now whose the place is: ${owner ?? 'a public body'}. A broker looks whether your proposal is complete.`,
    ],
    owner: () => ['A group has asked for a place that was found to be yours. You can say yes at any time.'],
    brokers: () => ['The owner is known now. Look whether the proposal is complete.'],
  },
  proposal_owner_missing: {
    subject: 'No owner found',
    group: () => [
      'No owner was found who could say yes, so your proposal ends here. A place without an owner in the compact cannot be granted to anybody. Your answers are kept: you can ask for another place.',
    ],
  },
  proposal_complete: { subject: 'Complete', group: signGoesUp, owner: complete },
  proposal_deemed_complete: {
    subject: 'Complete',
    group: signGoesUp,
    owner: complete,
    brokers: () => ['Nobody looked in time whether this proposal is complete, so it counts as complete.'],
  },
  proposal_missing_asked: {
    subject: 'Something is missing',
    group: ({ missing }) => [
      'Something is missing in your proposal. This is all of it:',
      missing,
      'Add it, and send the proposal again. Nothing else will be asked for.',
    ],
  },
  proposal_missing_sent: {
    subject: 'Sent again',
    brokers: () => ['The group has added what was missing. Look whether it is complete.'],
  },
  proposal_lapsed: {
    subject: 'Closed for now',
    group: () => [
      'What was missing did not come in time, so your proposal is closed for now. You can take it up again: nothing of it is lost.',
    ],
    ...toOthers,
  },
  proposal_closed: {
    subject: 'Closed',
    group: () => ['The time was over and nothing came, so your proposal is closed. You can ask again.'],
    owner: () => ['The time was over and nothing came from the group, so its proposal is closed.'],
    ...toOthers,
  },
  proposal_sign_up: {
    subject: 'Comments have begun',
    group: () => ['The sign is up, and everybody may comment now. You read every comment on the page, and may answer.'],
    owner: () => [
      'Everybody may comment on this proposal now. A ground of the kinds R2, R7 and R9 is shown before the scoring, or it does not count.',
    ],
    councillors: () => ['Everybody may comment on this proposal now.'],
  },
  proposal_comments_ended: {
    subject: 'Being scored',
    group: () => ['The time for comments is over. Two people score your proposal, apart from each other.'],
    scorers: () => ['A proposal waits for your marks, with all comments.'],
  },
  proposal_passed: {
    subject: 'Passed',
    group: () => [
      'Your proposal has passed the benefit test. The page explains the result. Now it is the owner’s time.',
    ],
    owner: (told) => ['The proposal has passed the benefit test.', answerWords(told)],
  },
  proposal_nearly: {
    subject: 'Nearly passed',
    group: () => [
      'Your proposal has nearly passed. The page says what would have changed this. You have one chance to improve it: your answers are open again.',
    ],
    owner: () => ['The proposal has nearly passed the benefit test. The group has one chance to improve it.'],
  },
  proposal_failed: {
    subject: 'Not passed',
    group: refused,
    owner: () => ['The proposal did not pass the benefit test, and is refused for that.'],
    ...toOthers,
  },
  proposal_to_reserve: {
    subject: 'Nobody scored it',
    group: () => ['Nobody has scored your proposal in time. We are sorry. Reserve scorers have taken over.'],
    scorers: () => ['A proposal was not scored in time. Reserve scorers may score it now.'],
    panel: () => ['A proposal was not scored in time. You may score it as a reserve.'],
  },
  proposal_to_panel: {
    subject: 'Nobody scored it',
    group: () => [
      'The reserve scorers did not score your proposal in time either. We are sorry. The panel scores it in public.',
    ],
    panel: () => ['Nobody has scored this proposal in time. The panel scores it in public.'],
  },
  proposal_unassessed: {
    subject: 'No result',
    group: () => [
      'Nobody has scored your proposal, nor has the panel in time. The case ends without a result, and it is published who did not act. This is a failing of ours; you can send the proposal again.',
    ],
    owner: () => ['Nobody has scored the proposal in time, so the case ends without a result.'],
    monitoring_officers: () => ['Nobody has scored this proposal, nor has the panel. The case ends without a result.'],
    ...toOthers,
  },
  proposal_improved: {
    subject: 'Being scored again',
    group: () => ['Your improved answers have come in. They are scored again.'],
    scorers: () => ['Improved answers wait for your marks.'],
  },
  ...HEARING_MAILS,
  ...RIVAL_MAILS,
  ...DECIDED_MAILS,
  proposal_owner_changed: {
    subject: 'Whose the place is',
    group: ({ more }) => [more],
    owner: ({ more }) => [
      more,
      'A group asks for this place. In your time you say yes, or show one of the permitted grounds with its evidence.',
    ],
    brokers: ({ more }) => [more],
  },
  proposal_date_moved: {
    subject: 'A day has moved',
    group: () => ['The calendar of holidays has changed, so a day has moved.'],
    owner: () => ['The calendar of holidays has changed, so a day has moved.'],
  },
});

/** The same of facts about the test of a proposal. */
export const TEST_MAILS: Record<'case_test_agreed', MailRow> = {
  case_test_agreed: {
    subject: 'Both have scored it',
    brokers: () => [
      'Two people have scored this proposal, and their marks stand. Answer the gates that are yours, and publish the result.',
    ],
  },
};
