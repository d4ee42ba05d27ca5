import { agree, withdraw, type ProposalTable } from './proposal-way-table.ts';

const decided = {
  turn_back: { to: 'window', guard: 'it is said why the ground does not hold' },
  accept: { to: 'refused', guard: 'the ground is one of R1 to R9, with its evidence' },
  accept_shorter: { to: 'granted', guard: 'R2: the free time is long enough to be of use' },
} as const;

/** After a pass it is the owner’s time: without one of the permitted grounds, proved, its silence is a yes. */
export const OWNERS_TIME: Pick<ProposalTable, 'window' | 'deciding' | 'filed' | 'filed_late'> = {
  window: {
    stage: 'Passed: the owner’s time',
    turn: 'owner',
    next: 'say yes, or show one of the permitted grounds',
    limit: 'proposal_window_wd',
    silence: ['grant_by_default', 'advise', 'to_officer'],
    acts: {
      agree,
      extend: { to: 'window', who: ['owner_representative', 'broker'], guard: 'it has not been extended before' },
      file: { to: 'filed', who: ['owner_representative', 'clock'], guard: 'a ground of R1 to R9, with its evidence' },
      grant_by_default: {
        to: 'granted',
        who: ['clock'],
        guard: 'the owner has joined the compact and, for a building, enough neighbours have signed for it',
      },
      advise: { to: 'advised', who: ['clock'], guard: 'the owner has not joined the compact' },
      to_officer: { to: 'deciding', who: ['clock'], guard: 'a building for which too few neighbours have signed' },
      withdraw,
    },
  },
  deciding: {
    stage: 'Passed: an officer decides',
    turn: 'decision_officer',
    next: 'say whether it may be used, with reasons: too few neighbours have signed for silence to grant it',
    limit: 'proposal_deciding_wd',
    silence: ['leave_undecided'],
    acts: {
      decide_yes: { to: 'granted', who: ['decision_officer'], guard: null },
      decide_no: { to: 'refused', who: ['decision_officer'], guard: 'with reasons' },
      leave_undecided: { to: 'advised', who: ['clock'], guard: null },
      agree,
      withdraw,
    },
  },
  filed: {
    stage: 'The owner has shown a ground',
    turn: 'decision_officer',
    next: 'decide whether the ground holds',
    limit: 'proposal_filed_wd',
    silence: ['to_monitoring'],
    acts: {
      accept: { ...decided.accept, who: ['decision_officer'] },
      accept_shorter: { ...decided.accept_shorter, who: ['decision_officer'] },
      turn_back: { ...decided.turn_back, who: ['decision_officer'] },
      take_back_filing: { to: 'window', who: ['owner_representative'], guard: null },
      to_monitoring: { to: 'filed_late', who: ['clock'], guard: null },
      agree,
      withdraw,
    },
  },
  filed_late: {
    stage: 'With the monitoring officer',
    turn: 'monitoring_officer',
    next: 'decide whether the ground holds, because the decision officer did not in time',
    limit: 'proposal_filed_late_wd',
    silence: ['let_filing_stand'],
    acts: {
      accept: { ...decided.accept, who: ['monitoring_officer'] },
      accept_shorter: { ...decided.accept_shorter, who: ['monitoring_officer'] },
      turn_back: { ...decided.turn_back, who: ['monitoring_officer'] },
      take_back_filing: { to: 'window', who: ['owner_representative'], guard: null },
      let_filing_stand: { to: 'refused', who: ['clock'], guard: null },
      agree,
      withdraw,
    },
  },
};
