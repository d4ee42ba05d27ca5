import { end, withdraw, type ProposalTable } from './proposal-way-table.ts';

type After =
  | 'granted'
  | 'called_in'
  | 'endangered'
  | 'refused'
  | 'in_review'
  | 'external_review'
  | 'granted_for_good'
  | 'refused_for_good'
  | 'advised'
  | 'unassessed'
  | 'no_owner'
  | 'closed'
  | 'dropped'
  | 'withdrawn';

/** Both have stopped the case, and either decides. */
const OFFICES = ['decision_officer', 'monitoring_officer'] as const;

/** What may still come after a decision, and the ends. */
export const AFTER_DECISION: Pick<ProposalTable, After> = {
  granted: {
    stage: 'Granted',
    turn: 'decision_officer',
    next: 'sign the decision, and adopt its equality record',
    limit: 'proposal_call_in_wd',
    silence: ['let_grant_stand'],
    acts: {
      call_in: {
        to: 'called_in',
        who: ['ward_councillor', 'clock'],
        guard: 'two councillors ask for it, with a reason, for the first time',
      },
      prove_filed: {
        to: 'filed',
        who: ['owner_representative', 'broker'],
        guard: 'silence granted it, and it is shown in time that a ground had been filed before',
      },
      show_danger: {
        to: 'endangered',
        who: ['owner_representative'],
        guard: 'an emergency stop stands, and the ground is R3, or R1',
      },
      let_grant_stand: { to: 'granted_for_good', who: ['clock'], guard: null },
      withdraw,
    },
  },
  endangered: {
    stage: 'A danger is shown after the grant',
    turn: 'decision_officer',
    next: 'decide whether the ground holds; the monitoring officer may, too',
    limit: 'proposal_filed_wd',
    silence: ['let_filing_stand'],
    acts: {
      accept: { to: 'refused', who: OFFICES, guard: 'the ground is R3 or R1, with its evidence' },
      turn_back: { to: 'granted', who: OFFICES, guard: 'it is said why the ground does not hold' },
      take_back_filing: { to: 'granted', who: ['owner_representative'], guard: null },
      let_filing_stand: { to: 'refused', who: ['clock'], guard: null },
      withdraw,
    },
  },
  called_in: {
    stage: 'Called in by councillors',
    turn: 'panel',
    next: 'hear it, and say whether the grant stands',
    limit: 'proposal_called_in_wd',
    silence: ['let_grant_stand'],
    acts: {
      uphold: { to: 'granted_for_good', who: ['hearing_chair'], guard: null },
      overturn: { to: 'refused', who: ['hearing_chair'], guard: 'one of R1 to R9 holds, with its evidence' },
      let_grant_stand: { to: 'granted_for_good', who: ['clock'], guard: null },
      withdraw,
    },
  },
  refused: {
    stage: 'Refused',
    turn: 'group',
    next: 'ask for a review, if you think that it is wrong',
    limit: 'proposal_review_wd',
    silence: ['let_stand'],
    acts: {
      ask_review: {
        to: 'in_review',
        who: ['group_lead', 'group_deputy', 'broker'],
        guard: 'it has not been reviewed before',
      },
      let_stand: { to: 'refused_for_good', who: ['clock', 'group_lead', 'group_deputy'], guard: null },
    },
  },
  in_review: {
    stage: 'In review',
    turn: 'panel',
    next: 'look at the refusal again: people who did not decide it',
    limit: 'proposal_in_review_wd',
    silence: ['to_external'],
    acts: {
      review_grants: { to: 'granted', who: ['review_panel'], guard: 'they did not decide it' },
      review_confirms: { to: 'refused_for_good', who: ['review_panel'], guard: 'they did not decide it' },
      to_external: { to: 'external_review', who: ['clock'], guard: null },
      withdraw,
    },
  },
  external_review: {
    stage: 'With an external reviewer',
    turn: 'monitoring_officer',
    next: 'bring the external reviewer’s decision',
    limit: 'proposal_external_wd',
    silence: ['let_stand'],
    acts: {
      review_grants: { to: 'granted', who: ['monitoring_officer'], guard: 'an external reviewer decided it' },
      review_confirms: {
        to: 'refused_for_good',
        who: ['monitoring_officer'],
        guard: 'an external reviewer decided it',
      },
      let_stand: { to: 'refused_for_good', who: ['clock'], guard: null },
      withdraw,
    },
  },
  granted_for_good: { ...end, stage: 'Granted, and nothing stands against it' },
  refused_for_good: { ...end, stage: 'Refused, and the time for a review is over' },
  advised: { ...end, stage: 'Passed, as advice to an owner outside the compact' },
  unassessed: { ...end, stage: 'Nobody scored it' },
  no_owner: { ...end, stage: 'No owner who could say yes' },
  closed: { ...end, stage: 'Closed' },
  dropped: { ...end, stage: 'Draft dropped' },
  withdrawn: { ...end, stage: 'Taken back' },
};
