import type { ProposalFactKind } from './proposal-facts.ts';
import type { MailRow, Sentences } from './proposal-mail-contract.ts';

const because = (words: string): string[] => (words === '' ? [] : [words]);
const complete: Sentences = () => [
  'The proposal is complete, and its clock has started. From now until it is decided the place is not promised to anybody else for these days.',
];
const signGoesUp: Sentences = ({ byClock }) => [
  ...(byClock
    ? ['Nobody looked in time whether your proposal is complete, so it counts as complete from today.']
    : ['Your proposal is complete.']),
  'Put the sign up at the place now, and send us a photo of it. With the photo the time for comments begins. You can print the sign from the page of your proposal.',
];
const overForOthers: Sentences = () => [
  'Another group had asked for this place before you. That is over now. If you still want it, send your draft.',
];
const toOthers = { others_who_write: overForOthers };
const granted: Sentences = () => ['Your proposal is granted. Congratulations.'];
const grantedToOwner: Sentences = () => [
  'The proposal is granted. What comes next are the terms: the group and you settle them together.',
];
const toSign: Sentences = () => ['A proposal is granted. Sign the decision, and adopt its equality record.'];
const toCallIn: Sentences = () => [
  'A proposal is granted. Two councillors can call it in until the day below, with a reason.',
];
const refused: Sentences = ({ reasons }) => [
  'Your proposal is refused.',
  ...because(reasons),
  'If you think that this is wrong, you can ask for a review. People who did not decide look at it again.',
];

/** Who is told of what, and in which words; null where the page says it and nobody waits for it. Each kind of fact has a row. */
export const PROPOSAL_MAILS: Record<ProposalFactKind, MailRow | null> = {
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
    owner: () => [
      'The proposal has passed the benefit test. Say yes, or show one of the permitted grounds with its evidence. If you say nothing until the day below, the answer is yes.',
    ],
  },
  proposal_nearly: {
    subject: 'Nearly passed',
    group: () => [
      'Your proposal has nearly passed. The page says what would have changed this. You have one chance to improve it: your answers are open again.',
    ],
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
    monitoring_officers: () => ['Nobody has scored this proposal, nor has the panel. The case ends without a result.'],
    ...toOthers,
  },
  proposal_improved: {
    subject: 'Being scored again',
    group: () => ['Your improved answers have come in. They are scored again.'],
    scorers: () => ['Improved answers wait for your marks.'],
  },
  proposal_agreed: { subject: 'Granted', group: granted, decision_officers: toSign, councillors: toCallIn },
  proposal_extended: {
    subject: 'More time for the owner',
    group: ({ more }) => ['The owner’s time is extended, once.', ...because(more)],
    owner: ({ more }) => ['Your time is extended, once.', ...because(more)],
  },
  proposal_filed: {
    subject: 'The owner has shown a ground',
    group: ({ more }) => [
      'The owner has shown a ground for saying no.',
      ...because(more),
      'The decision officer decides whether it holds.',
    ],
    decision_officers: ({ more }) => [
      'An owner has shown a ground for saying no. Decide whether it holds.',
      ...because(more),
    ],
  },
  proposal_filing_taken_back: { subject: 'Ground taken back', group: () => ['The owner has taken its ground back.'] },
  proposal_filing_turned_back: {
    subject: 'The ground does not hold',
    group: ({ more }) => ['The ground that the owner has shown does not hold.', ...because(more)],
    owner: ({ more }) => ['The ground that you have shown does not hold.', ...because(more)],
  },
  proposal_refused: {
    subject: 'Refused',
    group: refused,
    owner: () => ['The ground that you have shown holds. The proposal is refused.'],
    ...toOthers,
  },
  proposal_granted_shorter: {
    subject: 'Granted for a shorter time',
    group: ({ reasons }) => ['Your proposal is granted, for a shorter time.', ...because(reasons)],
    owner: grantedToOwner,
    councillors: toCallIn,
  },
  proposal_filing_late: {
    subject: 'Nobody decided',
    group: () => [
      'The decision officer has not decided in time whether the owner’s ground holds. The monitoring officer has taken over.',
    ],
    monitoring_officers: () => [
      'The decision officer has not decided in time whether this ground holds. Now it is yours.',
    ],
  },
  proposal_filing_stood: {
    subject: 'Refused',
    group: refused,
    monitoring_officers: () => ['Nobody decided whether the ground holds, so it stands.'],
    ...toOthers,
  },
  proposal_granted_by_default: {
    subject: 'Granted by default',
    group: () => [
      'The owner has not shown in time that one of the permitted grounds holds. So the answer is yes: your proposal is granted by default.',
      'Its certificate is on the page. It does not give you the keys: the right to enter comes with the signed agreement.',
    ],
    owner: () => [
      'You have not shown in time that one of the permitted grounds holds. So the answer is yes, as the compact says that you have joined: the proposal is granted by default.',
    ],
    decision_officers: toSign,
    monitoring_officers: () => ['A proposal is granted by default.'],
    councillors: toCallIn,
  },
  proposal_filing_proven: {
    subject: 'A ground had been filed in time',
    group: ({ more }) => [
      'The owner has shown that a ground for saying no had been filed in time. It is decided whether it holds; until then the grant rests.',
      ...because(more),
    ],
    decision_officers: ({ more }) => [
      'An owner has shown that a ground had been filed in time, before silence granted. Decide whether it holds.',
      ...because(more),
    ],
    councillors: () => ['A grant rests, because a ground is looked at that had been filed in time.'],
  },
  proposal_advised: {
    subject: 'Passed, as advice',
    group: () => [
      'Your proposal has passed. The owner has not joined the compact, so its silence decides nothing. The result is advice to the owner: take it with you when you speak with them.',
    ],
    owner: () => ['The proposal has passed the benefit test. You have not joined the compact, so this is advice.'],
    ...toOthers,
  },
  proposal_called_in: {
    subject: 'Called in',
    group: ({ more }) => [
      'Councillors have called the grant in. It is heard; if it is not in time, the grant stands.',
      ...because(more),
    ],
    owner: ({ more }) => ['Councillors have called the grant in.', ...because(more)],
    panel: ({ more }) => ['Councillors have called a grant in. Hear it, and say whether it stands.', ...because(more)],
  },
  proposal_upheld: {
    subject: 'The grant stands',
    group: ({ reasons }) => ['It was heard: the grant stands.', ...because(reasons)],
    owner: grantedToOwner,
  },
  proposal_overturned: {
    subject: 'The grant falls',
    group: refused,
    owner: () => ['It was heard: the grant falls.'],
    ...toOthers,
  },
  proposal_grant_stood: {
    subject: 'Nothing stands against it',
    group: () => [
      'Nothing stands against the grant any more. What comes next are the terms: the owner and you settle them together.',
    ],
    owner: grantedToOwner,
  },
  proposal_review_asked: {
    subject: 'Review',
    group: () => ['Your wish for a review has come in.'],
    reviewers: () => ['A group asks for a review of a refusal. Whoever decided it does not review it.'],
  },
  proposal_review_granted: {
    subject: 'Granted',
    group: ({ reasons }) => ['The review grants your proposal.', ...because(reasons)],
    owner: grantedToOwner,
    decision_officers: toSign,
    councillors: toCallIn,
  },
  proposal_review_confirmed: {
    subject: 'Refused',
    group: ({ reasons }) => [
      'The review confirms the refusal.',
      ...because(reasons),
      'The Local Government and Social Care Ombudsman can look at how we dealt with it.',
    ],
    ...toOthers,
  },
  proposal_to_external: {
    subject: 'The review is late',
    group: () => ['The review was not done in time. We are sorry. An external reviewer decides.'],
    monitoring_officers: () => ['A review was not done in time. Bring the decision of an external reviewer.'],
  },
  proposal_refusal_stood: {
    subject: 'Refused',
    group: () => ['The refusal stands. You can ask for another place, or for this one with something new.'],
    ...toOthers,
  },
  proposal_withdrawn: {
    subject: 'Taken back',
    group: () => ['Your group has taken its proposal back.'],
    owner: () => ['The group has taken its proposal back.'],
    ...toOthers,
  },
  proposal_date_moved: {
    subject: 'A day has moved',
    group: () => ['The calendar of holidays has changed, so a day has moved.'],
    owner: () => ['The calendar of holidays has changed, so a day has moved.'],
  },
};
