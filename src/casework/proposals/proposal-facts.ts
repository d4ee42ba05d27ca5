import type { ProposalAct } from './proposal-contract.ts';

/** The fact that each act leaves. */
export const ACT_FACTS = {
  send: 'proposal_sent',
  send_to_find: 'proposal_sent_to_find',
  drop: 'proposal_dropped',
  owner_found: 'proposal_owner_found',
  owner_missing: 'proposal_owner_missing',
  complete: 'proposal_complete',
  publish: 'proposal_published',
  deem_complete: 'proposal_deemed_complete',
  deem_published: 'proposal_deemed_published',
  ask_missing: 'proposal_missing_asked',
  send_missing: 'proposal_missing_sent',
  lapse: 'proposal_lapsed',
  close: 'proposal_closed',
  sign_up: 'proposal_sign_up',
  end_comments: 'proposal_comments_ended',
  pass: 'proposal_passed',
  pass_compared: 'proposal_passed_beside_others',
  nearly: 'proposal_nearly',
  fail: 'proposal_failed',
  to_reserve: 'proposal_to_reserve',
  to_panel: 'proposal_to_panel',
  give_up: 'proposal_unassessed',
  send_improved: 'proposal_improved',
  assessed: 'proposal_assessed',
  call_hearing: 'proposal_hearing_called',
  move_hearing: 'proposal_hearing_moved',
  cancel_hearing: 'proposal_hearing_cancelled',
  adjourn: 'proposal_hearing_adjourned',
  hold: 'proposal_hearing_held',
  to_papers: 'proposal_hearing_not_held',
  set_aside: 'proposal_set_aside',
  stand_first: 'proposal_stands_first',
  set_second: 'proposal_stands_second',
  too_close: 'proposal_close_to_another',
  to_chair: 'proposal_to_be_chosen',
  choose: 'proposal_chosen',
  go_on: 'proposal_goes_on',
  go_on_passed: 'proposal_moves_up',
  beaten: 'proposal_beaten',
  place_gone: 'proposal_place_gone',
  agree: 'proposal_agreed',
  extend: 'proposal_extended',
  file: 'proposal_filed',
  take_back_filing: 'proposal_filing_taken_back',
  turn_back: 'proposal_filing_turned_back',
  accept: 'proposal_refused',
  accept_shorter: 'proposal_granted_shorter',
  to_monitoring: 'proposal_filing_late',
  let_filing_stand: 'proposal_filing_stood',
  grant_by_default: 'proposal_granted_by_default',
  prove_filed: 'proposal_filing_proven',
  show_danger: 'proposal_danger_shown',
  advise: 'proposal_advised',
  to_officer: 'proposal_to_officer',
  decide_yes: 'proposal_officer_granted',
  decide_no: 'proposal_officer_refused',
  leave_undecided: 'proposal_left_undecided',
  call_in: 'proposal_called_in',
  uphold: 'proposal_upheld',
  overturn: 'proposal_overturned',
  let_grant_stand: 'proposal_grant_stood',
  ask_review: 'proposal_review_asked',
  review_grants: 'proposal_review_granted',
  review_confirms: 'proposal_review_confirmed',
  to_external: 'proposal_to_external',
  let_stand: 'proposal_refusal_stood',
  withdraw: 'proposal_withdrawn',
} as const satisfies Record<ProposalAct, string>;

/** What else happens to a proposal. */
type BesideFact =
  | 'proposal_begun'
  | 'proposal_sign_photo'
  | 'proposal_date_moved'
  | 'proposal_owner_changed'
  | 'proposal_hearing_asked'
  | 'proposal_signed_for';

export type ProposalFactKind = (typeof ACT_FACTS)[ProposalAct] | BesideFact;

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<ProposalFactKind, true> {}
}
