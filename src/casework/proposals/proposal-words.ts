import type { GrantKind, ProposalAct, ProposalState } from './proposal-contract.ts';

/** What an act is called in the diagram of states. */
export const ACT_WORDS: Record<ProposalAct, string> = {
  send: 'sent',
  send_to_find: 'sent, owner not known',
  drop: 'draft dropped',
  owner_found: 'owner found',
  owner_missing: 'no owner found',
  complete: 'complete',
  publish: 'complete, and published',
  deem_complete: 'counts as complete',
  deem_published: 'counts as complete, and published',
  ask_missing: 'something is missing',
  send_missing: 'sent again',
  lapse: 'nothing came',
  close: 'closed',
  sign_up: 'the sign is up',
  end_comments: 'comments end',
  pass: 'passed',
  pass_compared: 'passed, beside others',
  nearly: 'nearly',
  fail: 'not passed (R6)',
  to_reserve: 'nobody scored it',
  to_panel: 'the reserve did not score it',
  give_up: 'the panel did not score it',
  send_improved: 'improved answers sent',
  assessed: 'scored, to be heard',
  call_hearing: 'hearing called',
  move_hearing: 'hearing moved',
  cancel_hearing: 'hearing cancelled',
  adjourn: 'adjourned, once',
  hold: 'heard',
  to_papers: 'not heard in time',
  set_aside: 'too late to be compared',
  stand_first: 'stands first',
  set_second: 'stands second',
  too_close: 'too close to say',
  to_chair: 'not shared',
  choose: 'chosen by the panel',
  go_on: 'the other came to nothing',
  go_on_passed: 'the first came to nothing',
  beaten: 'another was granted (R7)',
  place_gone: 'another was granted',
  agree: 'the owner says yes',
  extend: 'more time, once',
  file: 'a ground is shown',
  take_back_filing: 'ground taken back',
  turn_back: 'the ground does not hold',
  accept: 'the ground holds',
  accept_shorter: 'the ground holds for part of the time (R2)',
  to_monitoring: 'nobody decided',
  let_filing_stand: 'nobody decided: the ground stands',
  grant_by_default: 'granted by default',
  prove_filed: 'shown that a ground had been filed in time',
  show_danger: 'a danger is shown, while the case is stopped',
  advise: 'passed, as advice',
  to_officer: 'too few have signed',
  decide_yes: 'the officer says yes',
  decide_no: 'the officer says no',
  leave_undecided: 'nobody decided',
  call_in: 'called in',
  uphold: 'the grant stands',
  overturn: 'the grant falls',
  let_grant_stand: 'nothing stands against it',
  ask_review: 'review asked for',
  review_grants: 'the review grants',
  review_confirms: 'the review confirms',
  to_external: 'the review is late',
  let_stand: 'the refusal stands',
  withdraw: 'taken back',
};

/** What happens at the end of a state when nobody acts, for everybody to read. */
export const SILENCE_WORDS: Record<ProposalState, string> = {
  draft: 'A draft that nobody touches goes on that day.',
  finding_owner: 'If no owner is found by then, nobody can say yes, and the proposal ends with advice.',
  received: 'If nobody looks by then, it counts as complete from that day.',
  incomplete: 'If nothing comes by then, it is closed for now, and can be taken up again.',
  lapsed: 'If nobody takes it up again by then, it is closed.',
  awaiting_sign: 'If no photo of the sign comes by then, the proposal is closed.',
  commenting: 'Then two people score it, with all comments before them.',
  assessing:
    'If only one has scored it by then, those marks stand as provisional. If nobody has, reserve scorers take over.',
  reserve: 'If they do not either, the panel scores it in public.',
  panel: 'If the panel does not either, the case ends without a result, and it is published who did not act.',
  improving: 'If nothing comes by then, it is refused, because it did not pass (R6).',
  assessing_again:
    'If only one has scored it by then, those marks stand as provisional. If nobody has, reserve scorers take over.',
  hearing_due: 'If no hearing is held by then, the panel decides on the papers.',
  hearing_called: 'If it is not held, or nobody writes down in time that it was, the panel decides on the papers.',
  hearing_held: 'If the panel publishes nothing by then, the marks stand as they are.',
  on_papers: 'If the panel publishes nothing by then, the marks stand as they are.',
  comparing: 'Then it is compared with those that have their result by then.',
  sharing: 'If you do not share it by then, the panel chooses.',
  choosing: 'If the panel has not chosen by then, the one with the greater benefit goes first, by however little.',
  waiting: 'If the other proposal is still open then, this one is closed; the group can ask again.',
  window: 'If the owner says nothing by then, the answer is yes: it is granted by default.',
  deciding: 'If nobody decides by then, the result is advice to the owner, and it is published that nobody did.',
  filed: 'If they do not, the monitoring officer decides.',
  filed_late: 'If nobody decides by then, the ground stands and it is refused; the group can ask for a review.',
  granted:
    'If no councillors call it in by then, nothing stands against it any more. The signature adds; it holds nothing up.',
  called_in: 'If it is not heard by then, the grant stands.',
  endangered:
    'The grant rests. If nobody decides by then, the ground stands and the grant falls; the group can ask for a review.',
  refused: 'Without a word by then, the refusal stands.',
  in_review: 'If they do not by then, an external reviewer decides.',
  external_review: 'If no decision comes by then, the refusal stands, and it is published that nobody decided in time.',
  granted_for_good: '',
  refused_for_good: '',
  advised: '',
  unassessed: '',
  no_owner: '',
  closed: '',
  dropped: '',
  withdrawn: '',
};
/** The same for a building for which too few neighbours have signed. */
export const SILENCE_TO_OFFICER =
  'Too few neighbours have signed for silence to grant it. If the owner says nothing by then, a decision officer says yes or no.';
/** The same where the owner has not joined the compact: then silence decides nothing. */
export const SILENCE_AS_ADVICE =
  'The owner has not joined the compact, so silence decides nothing: the result goes to the owner as advice.';

export const GRANT_WORDS: Record<GrantKind, string> = {
  by_owner: 'The owner said yes.',
  by_default: 'Granted by default: the owner did not show in time that one of the permitted grounds holds.',
  shorter: 'Granted for a shorter time, because another use of the place is committed (R2).',
  by_review: 'Granted by a review.',
  by_officer:
    'Granted by the decision officer: the owner did not answer, and too few neighbours had signed for silence to grant it.',
};

/** What each proposal that was not passed is told. */
export const NOT_PASSED = 'It did not pass the benefit test (ground R6). The result says what would have changed this.';
export const NOBODY_DECIDED =
  'Nobody decided in time whether the ground of the owner holds, so it stands. The group can ask for a review.';
