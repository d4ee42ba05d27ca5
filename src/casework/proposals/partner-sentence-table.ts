import type { ProposalFactKind } from './proposal-facts.ts';
import type { ProposalTold, Sentences } from './proposal-mail-contract.ts';
import { because } from './proposal-mail-sentence-words.ts';

const says =
  (...sentences: string[]): Sentences =>
  () =>
    sentences;
const complete = says('The proposal is complete, and its clock has started. The group that leads puts the sign up.');
const granted: Sentences = ({ reasons }) => ['It is granted. Congratulations.', ...because(reasons)];
const refused: Sentences = ({ reasons }) => [
  'It is refused.',
  ...because(reasons),
  'The group that leads can ask for a review.',
];
const closed = says(
  'The time was over and nothing came, so the proposal is closed. The group that leads can ask again.',
);
const hearing =
  (sentence: string): Sentences =>
  ({ more }) => [sentence, ...because(more)];
const first = says('Yours goes first among the proposals for this place. Now it is the owner’s time.');
const rests = ({ more }: ProposalTold): string[] => [
  'A ground of the owner is looked at. Until it is decided the grant rests.',
  ...because(more),
];

/**
 * What groups are told that ask together with the one that leads: when it is complete, comments begin, a result comes, it is granted or
 * refused, and how it ends. Null where the group that leads has something to do, and they have not.
 */
export const PARTNERS_TOLD: Record<ProposalFactKind, Sentences | null> = {
  proposal_begun: null,
  proposal_dropped: null,
  proposal_sign_photo: null,
  proposal_date_moved: null,
  proposal_owner_changed: null,
  proposal_sent: says('The proposal has come in. A broker looks whether it is complete.'),
  proposal_sent_to_find: says('The proposal has come in. It is not known yet whose the place is: we find out.'),
  proposal_owner_found: null,
  proposal_owner_missing: says('No owner was found who could say yes, so the proposal ends here.'),
  proposal_complete: complete,
  proposal_deemed_complete: complete,
  proposal_published: says('The proposal is complete, its clock has started, and everybody may comment on it now.'),
  proposal_deemed_published: says(
    'The proposal counts as complete. Its clock has started, and everybody may comment now.',
  ),
  proposal_missing_asked: null,
  proposal_missing_sent: null,
  proposal_lapsed: says(
    'What was missing did not come in time, so the proposal is closed for now. The group that leads can take it up again.',
  ),
  proposal_closed: closed,
  proposal_sign_up: says('The sign is up, and everybody may comment now. Every comment stands on the page.'),
  proposal_comments_ended: null,
  proposal_signed_for: says(
    'Enough neighbours have signed for the building: if the proposal passes, the owner’s silence is a yes.',
  ),
  proposal_hearing_asked: says('The proposal is heard in public before its marks count.'),
  proposal_assessed: says('The proposal is scored. Before the marks count it is heard in public: come and speak.'),
  proposal_hearing_called: hearing('The public hearing about the proposal is called.'),
  proposal_hearing_moved: hearing('The public hearing about the proposal has changed.'),
  proposal_hearing_cancelled: hearing('The public hearing about the proposal is cancelled. Another one is called.'),
  proposal_hearing_adjourned: hearing('The public hearing was adjourned, and goes on another day.'),
  proposal_hearing_held: says('The proposal was heard in public. The panel publishes the result.'),
  proposal_hearing_not_held: says('No hearing was held in time. The panel decides on the papers.'),
  proposal_passed: says('It has passed the benefit test. The page explains the result. Now it is the owner’s time.'),
  proposal_passed_beside_others: says(
    'It has passed the benefit test. It is compared with others for this place when they have their results.',
  ),
  proposal_nearly: says(
    'It has nearly passed the benefit test. The group that leads has one chance to improve the answers: help with what you know.',
  ),
  proposal_failed: refused,
  proposal_to_reserve: null,
  proposal_to_panel: null,
  proposal_unassessed: says(
    'Nobody has scored the proposal in time, so it ends without a result. That is a failing of ours. The group that leads can send it again.',
  ),
  proposal_improved: null,
  proposal_set_aside: says(
    'Another proposal for this place came before it. Yours waits, and goes on by itself if that comes to nothing.',
  ),
  proposal_stands_first: first,
  proposal_stands_second: says(
    'Another proposal for this place goes first. Yours waits, and moves up by itself if that comes to nothing.',
  ),
  proposal_close_to_another: says(
    'Another proposal for this place is so close that neither goes first. The groups talk whether they can share it.',
  ),
  proposal_to_be_chosen: null,
  proposal_chosen: first,
  proposal_goes_on: says('The other proposal for this place came to nothing, so yours goes on.'),
  proposal_moves_up: first,
  proposal_beaten: refused,
  proposal_place_gone: says('The place has been granted to another group, so the proposal is closed.'),
  proposal_agreed: granted,
  proposal_to_officer: says(
    'It has passed, and the owner has not answered. Too few neighbours have signed for silence to grant it, so a decision officer says yes or no.',
  ),
  proposal_officer_granted: granted,
  proposal_officer_refused: refused,
  proposal_left_undecided: says(
    'It has passed, and nobody decided in time. That is a failing of ours. The result is advice to the owner. The group that leads can ask again.',
  ),
  proposal_extended: null,
  proposal_filed: null,
  proposal_filing_taken_back: null,
  proposal_filing_turned_back: null,
  proposal_refused: refused,
  proposal_granted_shorter: granted,
  proposal_filing_late: null,
  proposal_filing_stood: refused,
  proposal_granted_by_default: says(
    'The owner has not shown in time that one of the permitted grounds holds, so it is granted by default. Congratulations.',
  ),
  proposal_filing_proven: rests,
  proposal_danger_shown: rests,
  proposal_advised: says('It has passed. The owner has not joined the compact, so the result is advice.'),
  proposal_called_in: says(
    'Councillors have called the grant in. It is heard; if it is not in time, the grant stands.',
  ),
  proposal_upheld: says('It was heard: the grant stands.'),
  proposal_overturned: refused,
  proposal_grant_stood: says('Nothing stands against the grant any more.'),
  proposal_review_asked: null,
  proposal_review_granted: granted,
  proposal_review_confirmed: ({ reasons }) => ['The review confirms the refusal.', ...because(reasons)],
  proposal_to_external: null,
  proposal_refusal_stood: says('The refusal stands.'),
  proposal_withdrawn: says('The group that leads has taken the proposal back.'),
};
