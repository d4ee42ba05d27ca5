import type { TransitionTable } from '../../ground/cases/transition-contract.ts';
import type { CaseTermName } from '../terms/case-term-contract.ts';
import type { InterestAct, InterestState } from './interest-contract.ts';

const ANSWERING = ['owner_representative', 'broker', 'monitoring_officer'] as const;
const answer = { to: 'answered', who: ANSWERING, guard: 'facts, running costs and hazards are said' } as const;
const decline = { to: 'declined', who: ANSWERING, guard: 'a reason of the list is shown' } as const;
const offer = { to: 'viewing', who: ANSWERING, guard: 'a time to come lies ahead' } as const;
const withdraw = { to: 'withdrawn', who: ['asker', 'broker'], guard: null } as const;
const end = { turn: 'nobody', next: '', limit: null, silence: [], acts: {} } as const;

/**
 * An interest in a place: casework reference 8.2 (reply in 5 working days with facts, running costs and hazards; a viewing in 15), with exits for
 * everybody’s silence as its second part, section 3, asks for: whoever is silent, somebody else is asked, and nobody has to wait for a
 * viewing to go on.
 */
export const INTEREST_TABLE: TransitionTable<InterestState, InterestAct, CaseTermName> = {
  asked: {
    stage: 'Asked',
    turn: 'owner',
    next: 'say what the place is, what it costs to run and what is dangerous there',
    limit: 'interest_answered_wd',
    silence: ['chase'],
    acts: { answer, decline, chase: { to: 'chased', who: ['clock'], guard: null }, withdraw },
  },
  chased: {
    stage: 'With the monitoring officer',
    turn: 'monitoring_officer',
    next: 'get the answer, because the owner did not give one in time',
    limit: 'interest_chased_wd',
    silence: ['answer_by_register'],
    acts: {
      answer,
      decline,
      answer_by_register: { to: 'answered', who: ['clock'], guard: null },
      withdraw,
    },
  },
  answered: {
    stage: 'Answered',
    turn: 'owner',
    next: 'offer times at which the place can be seen',
    limit: 'interest_viewing_wd',
    silence: ['chase_viewing'],
    acts: { offer, decline, chase_viewing: { to: 'viewing_chased', who: ['clock'], guard: null }, withdraw },
  },
  viewing_chased: {
    stage: 'A viewing is overdue',
    turn: 'monitoring_officer',
    next: 'see to it that times are offered, because the owner offered none',
    limit: 'interest_viewing_chased_wd',
    silence: ['leave_unseen'],
    acts: { offer, decline, leave_unseen: { to: 'unseen', who: ['clock'], guard: null }, withdraw },
  },
  viewing: {
    stage: 'Times to see it are offered',
    turn: 'asker',
    next: 'choose a time, and come',
    limit: 'interest_viewed_days',
    silence: ['see', 'close'],
    acts: {
      offer,
      lose_times: { to: 'answered', who: [...ANSWERING, 'clock'], guard: 'no time is left' },
      see: { to: 'seen', who: ['clock'], guard: 'a viewing took place, and they had a place and came' },
      close: { to: 'closed', who: ['clock'], guard: null },
      withdraw,
    },
  },
  seen: {
    stage: 'Seen',
    turn: 'asker',
    next: 'write down what you saw, and ask for the place if you want it',
    limit: 'interest_open_days',
    silence: ['close'],
    acts: { close: { to: 'closed', who: ['asker', 'clock'], guard: null }, withdraw },
  },
  unseen: {
    stage: 'Nobody offered a viewing',
    turn: 'asker',
    next: 'ask for the place without having seen it, if you want it: that counts against nobody',
    limit: 'interest_open_days',
    silence: ['close'],
    acts: { offer, close: { to: 'closed', who: ['asker', 'clock'], guard: null }, withdraw },
  },
  declined: { stage: 'Not possible', ...end },
  closed: { stage: 'Closed', ...end },
  withdrawn: { stage: 'Taken back', ...end },
};
