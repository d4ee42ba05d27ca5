import { PROPOSAL_STATES, type ProposalState } from './proposal-contract.ts';
import { AFTER_DECISION } from './proposal-after-decision-table.ts';
import { OWNERS_TIME } from './proposal-owners-time-table.ts';
import { RIVALS, setAside } from './proposal-rivals-table.ts';
import { HEARING, toHearing } from './proposal-hearing-table.ts';
import { agree, nearly, notPassed, pass, passCompared, withdraw, type ProposalTable } from './proposal-way-table.ts';

const results = { pass, pass_compared: passCompared, nearly, fail: notPassed, assessed: toHearing } as const;
const LAND = 'land: its sign goes up first';
const BUILDING = 'a building: its page is its notice';
const toScorers = ['pass', 'pass_compared', 'nearly', 'fail', 'assessed'] as const;

/**
 * Land and buildings: from a draft to the end. Casework reference 8.1 and 8.2, with the exits of its second part, section 3: every state has a
 * limit and a way that the clock takes, so that nobody’s silence stops a case, and before a pass none grants one.
 */
export const PROPOSAL_TABLE: ProposalTable = {
  draft: {
    stage: 'Being written',
    turn: 'group',
    next: 'finish the proposal and send it',
    limit: 'proposal_draft_days',
    silence: ['drop'],
    acts: {
      send: { to: 'received', who: ['group_lead', 'group_deputy', 'broker'], guard: 'it is known whose the place is' },
      send_to_find: {
        to: 'finding_owner',
        who: ['group_lead', 'group_deputy', 'broker'],
        guard: 'nobody knows yet whose the place is',
      },
      drop: { to: 'dropped', who: ['group_lead', 'group_deputy', 'clock'], guard: null },
    },
  },
  finding_owner: {
    stage: 'Whose is it?',
    turn: 'broker',
    next: 'find out whose the place is',
    limit: 'proposal_owner_days',
    silence: ['owner_missing'],
    acts: {
      owner_found: { to: 'received', who: ['clock'], guard: 'the question whose it is has come to a public body' },
      owner_missing: { to: 'no_owner', who: ['clock'], guard: 'the question whose it is ended without one' },
      withdraw,
    },
  },
  received: {
    stage: 'Being looked through',
    turn: 'broker',
    next: 'look whether it is complete',
    limit: 'proposal_checked_wd',
    silence: ['deem_complete', 'deem_published'],
    acts: {
      complete: { to: 'awaiting_sign', who: ['broker'], guard: LAND },
      publish: { to: 'commenting', who: ['broker'], guard: BUILDING },
      ask_missing: { to: 'incomplete', who: ['broker'], guard: 'it has not been asked before' },
      deem_complete: { to: 'awaiting_sign', who: ['clock'], guard: LAND },
      deem_published: { to: 'commenting', who: ['clock'], guard: BUILDING },
      set_aside: setAside,
      agree,
      withdraw,
    },
  },
  incomplete: {
    stage: 'Something is missing',
    turn: 'group',
    next: 'add what is missing, and send it again',
    limit: 'proposal_missing_wd',
    silence: ['lapse'],
    acts: {
      send_missing: { to: 'received', who: ['group_lead', 'group_deputy', 'broker'], guard: null },
      lapse: { to: 'lapsed', who: ['clock'], guard: null },
      set_aside: setAside,
      withdraw,
    },
  },
  lapsed: {
    stage: 'Closed for now',
    turn: 'group',
    next: 'take it up again, if you still want the place',
    limit: 'proposal_reopen_wd',
    silence: ['close'],
    acts: {
      send_missing: { to: 'received', who: ['group_lead', 'group_deputy', 'broker'], guard: null },
      close: { to: 'closed', who: ['clock'], guard: null },
      set_aside: setAside,
      withdraw,
    },
  },
  awaiting_sign: {
    stage: 'The sign goes up',
    turn: 'group',
    next: 'put the sign up at the place, and send a photo of it',
    limit: 'proposal_sign_wd',
    silence: ['close'],
    acts: {
      sign_up: {
        to: 'commenting',
        who: ['group_lead', 'group_deputy', 'broker', 'clock'],
        guard: 'a photo shows the sign in its place',
      },
      close: { to: 'closed', who: ['clock'], guard: null },
      set_aside: setAside,
      agree,
      withdraw,
    },
  },
  commenting: {
    stage: 'Everybody may comment',
    turn: 'everybody',
    next: 'say what you think of it',
    limit: 'proposal_comments_wd',
    silence: ['end_comments'],
    acts: { end_comments: { to: 'assessing', who: ['clock'], guard: null }, agree, withdraw },
  },
  assessing: {
    stage: 'Being scored',
    turn: 'scorers',
    next: 'score it, two people apart from each other',
    limit: 'proposal_assessed_wd',
    silence: [...toScorers, 'to_reserve'],
    acts: { ...results, to_reserve: { to: 'reserve', who: ['clock'], guard: 'nobody has scored it' }, agree, withdraw },
  },
  reserve: {
    stage: 'With the reserve scorers',
    turn: 'scorers',
    next: 'score it in the place of those who did not',
    limit: 'proposal_reserve_wd',
    silence: [...toScorers, 'to_panel'],
    acts: { ...results, to_panel: { to: 'panel', who: ['clock'], guard: 'nobody has scored it' }, agree, withdraw },
  },
  panel: {
    stage: 'With the panel',
    turn: 'panel',
    next: 'score it in public, because nobody else has',
    limit: 'proposal_panel_wd',
    silence: [...toScorers, 'give_up'],
    acts: { ...results, give_up: { to: 'unassessed', who: ['clock'], guard: 'nobody has scored it' }, agree, withdraw },
  },
  improving: {
    stage: 'Nearly: one chance to improve',
    turn: 'group',
    next: 'improve the answers that fell short, and send them',
    limit: 'proposal_improve_wd',
    silence: ['fail'],
    acts: {
      send_improved: { to: 'assessing_again', who: ['group_lead', 'group_deputy', 'broker'], guard: null },
      fail: notPassed,
      agree,
      withdraw,
    },
  },
  assessing_again: {
    stage: 'Being scored again',
    turn: 'scorers',
    next: 'score what has been improved',
    limit: 'proposal_again_wd',
    silence: ['pass', 'pass_compared', 'fail', 'to_reserve'],
    acts: {
      pass,
      pass_compared: passCompared,
      fail: notPassed,
      to_reserve: { to: 'reserve', who: ['clock'], guard: 'nobody has scored it' },
      agree,
      withdraw,
    },
  },
  ...HEARING,
  ...RIVALS,
  ...OWNERS_TIME,
  ...AFTER_DECISION,
};

/** Scored, and heard in public before the marks count. */
const HEARING_STATES = ['hearing_due', 'hearing_called', 'hearing_held', 'on_papers'] as const;
/** The panel has it: its result, or the marks as they are. */
export const CONCLUDED_STATES: readonly ProposalState[] = ['hearing_held', 'on_papers'];
/** Complete, and not through the test yet: others who ask for the place wait for these. */
export const UNDECIDED_STATES: readonly ProposalState[] = [
  'awaiting_sign',
  'commenting',
  'assessing',
  'reserve',
  'panel',
  'improving',
  'assessing_again',
  ...HEARING_STATES,
];
/** Passed, beside others who ask for the place. */
export const COMPARED_STATES: readonly ProposalState[] = ['comparing', 'sharing', 'choosing'];
/** The place is one proposal’s, as long as that does not fall. */
export const TAKEN_STATES: readonly ProposalState[] = [
  'window',
  'deciding',
  'filed',
  'filed_late',
  'granted',
  'called_in',
  'endangered',
  'granted_for_good',
];
/** From complete on, as long as it may have the place or has it: the register keeps it for this one. */
export const HOLDING_STATES: readonly ProposalState[] = [...UNDECIDED_STATES, ...COMPARED_STATES, ...TAKEN_STATES];
/** The same until it is decided for good: the owner may not promise the place to others for the same days. */
export const HELD_STATES: readonly ProposalState[] = HOLDING_STATES.filter((state) => state !== 'granted_for_good');
/** States in which marks come in. */
export const SCORED_STATES: readonly ProposalState[] = ['assessing', 'reserve', 'panel', 'assessing_again'];
/** States that a proposal is in because somebody did not act in time, and another role has it now. */
export const HANDED_ON_STATES: readonly ProposalState[] = [
  'reserve',
  'panel',
  'on_papers',
  'filed_late',
  'external_review',
];
/** Sent, and not over. */
export const OPEN_AND_SENT: readonly ProposalState[] = PROPOSAL_STATES.filter(
  (state) => state !== 'draft' && PROPOSAL_TABLE[state].limit !== null,
);
