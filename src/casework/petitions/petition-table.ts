import type { Transition, TransitionTable } from '../../ground/cases/transition-contract.ts';
import type { CaseTermName } from '../terms/case-term-contract.ts';
import type { PetitionAct, PetitionState } from './petition-contract.ts';

type Way = Transition<PetitionState>;

const withdraw: Way = { to: 'withdrawn', who: ['asker'], guard: null };
const lodge: Way = { to: 'lodged', who: ['clock'], guard: 'the group sends its proposal for the building' };
const enough = 'enough have signed, or fifty and a councillor sponsors it';
const end = { turn: 'nobody', next: '', limit: null, silence: [], acts: {} } as const;

/**
 * A petition for a building, from its wording to the end of what it was for (casework reference, 8.2; second part, sections 1 and 3). Nobody's
 * silence keeps it: a wording that nobody checks is published, and a count that nobody verifies stands as it is.
 */
export const PETITION_TABLE: TransitionTable<PetitionState, PetitionAct, CaseTermName> = {
  checking: {
    stage: 'Wording being checked',
    turn: 'democratic_services',
    next: 'check the wording of the petition',
    limit: 'petition_wording_wd',
    silence: ['let_open'],
    acts: {
      approve: { to: 'open', who: ['democratic_services'], guard: null },
      let_open: { to: 'open', who: ['clock'], guard: null },
      turn_back: { to: 'turned_back', who: ['democratic_services'], guard: 'one of the listed reasons is given' },
      withdraw,
    },
  },
  turned_back: {
    stage: 'Wording turned back',
    turn: 'group',
    next: 'put the wording differently',
    limit: 'petition_again_wd',
    silence: ['drop'],
    acts: {
      send_again: { to: 'checking', who: ['asker'], guard: null },
      drop: { to: 'closed', who: ['clock'], guard: null },
      withdraw,
    },
  },
  open: {
    stage: 'Open for signing',
    turn: 'everybody',
    next: 'sign the petition',
    limit: 'petition_open_days',
    silence: ['close'],
    acts: { close: { to: 'verifying', who: ['clock'], guard: null }, withdraw },
  },
  verifying: {
    stage: 'Signatures being verified',
    turn: 'democratic_services',
    next: 'verify the signatures',
    limit: 'petition_verified_wd',
    silence: ['count_alone', 'fall_short_alone'],
    acts: {
      verify: { to: 'verified', who: ['democratic_services'], guard: enough },
      fall_short: { to: 'short', who: ['democratic_services'], guard: 'too few have signed' },
      count_alone: { to: 'verified', who: ['clock'], guard: enough },
      fall_short_alone: { to: 'short', who: ['clock'], guard: null },
      withdraw,
    },
  },
  verified: {
    stage: 'Enough have signed',
    turn: 'group',
    next: 'send the proposal for the building',
    limit: 'petition_lodged_wd',
    silence: ['lapse'],
    acts: { lodge, lapse: { to: 'lapsed', who: ['clock'], guard: null }, withdraw },
  },
  short: {
    stage: 'Too few have signed',
    turn: 'group',
    next: 'send the proposal all the same, or find a councillor who sponsors the petition',
    limit: 'petition_lodged_wd',
    silence: ['lapse'],
    acts: {
      sponsor_counts: {
        to: 'verified',
        who: ['ward_councillor'],
        guard: 'enough have signed for a sponsored petition',
      },
      lodge,
      lapse: { to: 'lapsed', who: ['clock'], guard: null },
      withdraw,
    },
  },
  lodged: {
    stage: 'Goes with a proposal',
    turn: 'nobody',
    next: 'the petition ends with the case of the proposal, at the latest on',
    limit: 'petition_case_days',
    silence: ['end'],
    acts: {
      sponsor_counts: { to: 'lodged', who: ['ward_councillor'], guard: 'enough have signed for a sponsored petition' },
      end: { to: 'ended', who: ['clock'], guard: null },
    },
  },
  ended: { stage: 'Over, with its case', ...end },
  lapsed: { stage: 'Lapsed: no proposal came', ...end },
  closed: { stage: 'Closed: the wording was not put right', ...end },
  withdrawn: { stage: 'Taken back', ...end },
};
