import type { ProposalFactKind } from './proposal-facts.ts';
import type { MailRow, Sentences } from './proposal-mail-contract.ts';
import { because, granted, refused, toOthers } from './proposal-mail-sentence-words.ts';

const grantedToOwner: Sentences = () => [
  'The proposal is granted. What comes next are the terms: the group and you settle them together.',
];
const toSign: Sentences = () => ['A proposal is granted. Sign the decision, and adopt its equality record.'];
const toCallIn: Sentences = () => [
  'A proposal is granted. Two councillors can call it in until the day below, with a reason.',
];

const decideDanger: Sentences = ({ more }) => [
  'After an emergency stop the owner has shown a ground. Decide whether it holds; decision officer and monitoring officer both may.',
  ...because(more),
];

/** Who is told of what once an owner has answered, or silence has. */
export const DECIDED_MAILS = {
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
  proposal_filing_taken_back: {
    subject: 'Ground taken back',
    group: () => ['The owner has taken its ground back.'],
    decision_officers: () => ['The owner has taken its ground back, so there is nothing to decide on it any more.'],
  },
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
    decision_officers: toSign,
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
    owner: () => [
      'Nobody decided in time whether the ground that you have shown holds, so it stands: the proposal is refused.',
    ],
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
  proposal_danger_shown: {
    subject: 'A ground after the grant',
    group: ({ more }) => [
      'The owner has shown a ground while the case was stopped. It is decided whether it holds; until then the grant rests.',
      ...because(more),
    ],
    decision_officers: decideDanger,
    monitoring_officers: decideDanger,
    councillors: () => ['A grant rests, because a danger, or something against the law, is looked at.'],
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
    owner: () => ['The group asks for a review of the refusal. People who did not decide it look at it again.'],
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
    owner: () => ['The review confirms the refusal.'],
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
} satisfies Partial<Record<ProposalFactKind, MailRow | null>>;
