import type { PublicProposal } from '../proposals/proposal-page-contract.ts';
import type { CommentOutcome, Rejection, Stance } from './comment-contract.ts';
import type { ParticipationLabel, PartTaken } from './participation-contract.ts';

export const STANCE_WORDS: Record<Stance, string> = {
  for: 'For it',
  against: 'Against it',
  worried: 'Worried about something',
  question: 'A question',
};
export const STANCE_COUNT_WORDS: Record<Stance, string> = {
  for: 'for it',
  against: 'against it',
  worried: 'worried',
  question: 'with a question',
};
/** As the end of “It was not published, because …”. */
export const REJECTION_WORDS: Record<Rejection, string> = {
  abusive: 'it insults or threatens somebody',
  duplicate: 'it says again what you have said in another comment',
  private_life: 'it is about somebody’s private life',
  not_about_case: 'it is not about this case',
  names_person: 'it names a person',
};
export const OUTCOME_WORDS: Record<CommentOutcome, string> = {
  changed: 'Changed',
  not_followed: 'Not followed',
  noted: 'Noted',
  case_over: 'The case is over',
};
export const OUTCOME_HINTS: Record<Exclude<CommentOutcome, 'case_over'>, string> = {
  changed: 'Something is different because of it: say what.',
  not_followed: 'Say why not.',
  noted: 'It asks for no change, or its question is answered in your words.',
};
export const PART_WORDS: Record<PartTaken, string> = {
  tell: 'We tell you',
  ask: 'We ask you',
  decide: 'You decide',
};

/** What a comment on a proposal can move, and what it cannot. */
export const commentLabel = ({ state, commentsUntil, dueOn, owner }: PublicProposal): ParticipationLabel => ({
  part: 'ask',
  open: 'What the group would do there, and under which conditions. Two people read every comment before they score.',
  shut: 'How many are for or against decides nothing: it is not a vote.',
  who: `${owner?.name ?? 'The owner'} decides, after two people have scored it apart from each other.`,
  by: state === 'commenting' ? commentsUntil : dueOn,
});
/** Following says what happens, and moves nothing. */
export const followLabel = ({ owner, dueOn }: PublicProposal): ParticipationLabel => ({
  part: 'tell',
  open: 'You read what happens. Whoever wants to say something comments.',
  shut: 'Following counts for nothing, for or against.',
  who: `${owner?.name ?? 'The owner'} decides.`,
  by: dueOn,
});

/** Why nobody can comment just now. */
export const NOT_YET =
  'This proposal is still being looked through. Comments begin when it is complete; follow it, and you are told.';
export const OVER = 'The scoring of this proposal is over, so comments can no longer be taken into account.';
/** What stands as the answer where a case ends before anybody decided. */
export const CASE_OVER_WORDS: Record<string, string> = {
  proposal_withdrawn: 'The group has taken its proposal back, so nothing comes of it. Thank you for your words.',
  proposal_closed: 'The proposal was closed because the group did not go on. Thank you for your words.',
  proposal_unassessed: 'The case ended without a result, because nobody scored it. Thank you for your words.',
};
