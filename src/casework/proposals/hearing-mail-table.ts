import type { ProposalFactKind } from './proposal-facts.ts';
import type { MailRow, Sentences } from './proposal-mail-contract.ts';
import { because, granted, refused, toOthers } from './proposal-mail-sentence-words.ts';

const everybody = (one: Sentences): Pick<MailRow, 'group' | 'owner' | 'councillors' | 'panel'> => ({
  group: one,
  owner: one,
  councillors: one,
  panel: one,
});

const asked: Sentences = ({ more }) => [
  'This proposal is heard in public before its marks count. That gives the owner more time, once.',
  ...because(more),
];

/** Who is told of what about a hearing, and about a building for which too few neighbours have signed. */
export const HEARING_MAILS = {
  proposal_published: {
    subject: 'Complete',
    group: () => [
      'Your proposal is complete, and its clock has started. Everybody may comment on it now. You read every comment on the page, and may answer.',
    ],
    owner: () => [
      'The proposal is complete, and its clock has started. Until it is decided the place is not promised to anybody else for these days. Everybody may comment now. A ground of the kinds R2, R7 and R9 is shown before the papers of the hearing go out, or it does not count.',
    ],
    councillors: () => ['Everybody may comment on this proposal now.'],
  },
  proposal_deemed_published: {
    subject: 'Complete',
    group: () => [
      'Nobody looked in time whether your proposal is complete, so it counts as complete from today. Everybody may comment on it now.',
    ],
    owner: () => [
      'The proposal counts as complete, because nobody looked in time. Its clock has started, and everybody may comment now.',
    ],
    brokers: () => ['Nobody looked in time whether this proposal is complete, so it counts as complete.'],
    councillors: () => ['Everybody may comment on this proposal now.'],
  },
  proposal_hearing_asked: {
    subject: 'It is heard in public',
    group: asked,
    owner: asked,
    councillors: asked,
    democratic_services: asked,
  },
  proposal_signed_for: {
    subject: 'Enough neighbours have signed',
    group: () => [
      'Enough neighbours have signed for the building. If your proposal passes and the owner shows no permitted ground in time, silence is a yes.',
    ],
    owner: () => [
      'Enough neighbours have signed for this proposal. If it passes and you show no permitted ground in time, saying nothing is a yes. The page says by when.',
    ],
    brokers: () => ['Enough neighbours have signed for this proposal: after a pass the owner’s silence grants it.'],
  },
  proposal_assessed: {
    subject: 'Scored: a hearing comes next',
    group: () => [
      'Your proposal is scored. Before the marks count it is heard in public: the page shows them, and a hearing may change them with reasons.',
    ],
    owner: () => ['The proposal is scored. Before the marks count it is heard in public.'],
    democratic_services: () => [
      'A proposal is scored and is to be heard in public. Call the hearing in time for its notice.',
    ],
  },
  proposal_hearing_called: {
    subject: 'A hearing is called',
    ...everybody(({ more }) => ['The public hearing about this proposal is called.', ...because(more)]),
  },
  proposal_hearing_moved: {
    subject: 'The hearing has changed',
    ...everybody(({ more }) => ['The public hearing about this proposal has changed.', ...because(more)]),
  },
  proposal_hearing_cancelled: {
    subject: 'The hearing is cancelled',
    ...everybody(({ more }) => [
      'The public hearing about this proposal is cancelled. Another one is called.',
      ...because(more),
    ]),
    democratic_services: () => [
      'The hearing is cancelled. Call another one in time, or the panel decides on the papers.',
    ],
  },
  proposal_hearing_adjourned: {
    subject: 'The hearing goes on another day',
    ...everybody(({ more }) => ['The public hearing was adjourned, and goes on another day.', ...because(more)]),
  },
  proposal_hearing_held: {
    subject: 'Heard',
    group: () => ['Your proposal was heard in public. The panel publishes the result.'],
    owner: () => ['The proposal was heard in public. The panel publishes the result.'],
    panel: () => ['The hearing was held. Publish the result, with the reasons for every mark that it changed.'],
  },
  proposal_hearing_not_held: {
    subject: 'No hearing in time',
    group: () => ['No hearing was held in time. We are sorry. The panel decides on the papers.'],
    owner: () => ['No hearing was held in time. The panel decides on the papers.'],
    panel: () => ['No hearing was held in time. Decide on the papers; if you do not, the marks stand as they are.'],
    monitoring_officers: () => ['No hearing was held in time. The panel decides on the papers.'],
  },
  proposal_to_officer: {
    subject: 'Passed: an officer decides',
    group: () => [
      'Your proposal has passed, and the owner has not answered. Too few neighbours have signed for silence to grant it, so a decision officer says yes or no, with reasons.',
    ],
    owner: () => ['You have not answered in time. A decision officer says yes or no.'],
    decision_officers: () => [
      'A proposal for a building has passed and its owner has not answered. Too few neighbours have signed for silence to grant it: say yes or no, with reasons.',
    ],
  },
  proposal_officer_granted: {
    subject: 'Granted',
    group: granted,
    owner: ({ reasons }) => ['The decision officer has granted the proposal.', ...because(reasons)],
    councillors: () => ['A proposal is granted. Two councillors can call it in until the day below, with a reason.'],
  },
  proposal_officer_refused: {
    subject: 'Refused',
    group: refused,
    owner: ({ reasons }) => ['The decision officer has refused the proposal.', ...because(reasons)],
    ...toOthers,
  },
  proposal_left_undecided: {
    subject: 'Passed, as advice',
    group: () => [
      'Your proposal has passed, and nobody decided in time. We are sorry: that is a failing of ours. The result is advice to the owner. With enough neighbours who sign you can ask again, and then silence is a yes.',
    ],
    owner: () => ['The proposal has passed the benefit test. Nobody decided in time, so this is advice to you.'],
    monitoring_officers: () => [
      'A proposal for a building has passed, and the decision officer did not decide in time.',
    ],
    ...toOthers,
  },
} satisfies Partial<Record<ProposalFactKind, MailRow | null>>;

/** What everybody hears of a hearing that was called and whose case has ended before. */
export const HEARING_OFF_MAILS = {
  hearing_called_off: {
    subject: 'There is no hearing',
    ...everybody(({ more }) => ['The public hearing that was called is off.', ...because(more)]),
    democratic_services: ({ more }) => ['The public hearing that was called is off.', ...because(more)],
  },
} satisfies Record<string, MailRow>;
