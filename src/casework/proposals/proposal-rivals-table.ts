import type { Transition } from '../../ground/cases/transition-contract.ts';
import type { ProposalState } from './proposal-contract.ts';
import { agree, withdraw, type ProposalTable } from './proposal-way-table.ts';

type Way = Transition<ProposalState>;
const standFirst: Way = {
  to: 'window',
  who: ['clock'],
  guard: 'its benefit is greater than that of every other, or no other is left',
};
const setSecond: Way = {
  to: 'waiting',
  who: ['clock'],
  guard: 'another has greater benefit, was chosen, or has been granted',
};

/** Where it was not complete, with its sign up, before the comments of another ended, it waits for what becomes of that (second part, section 3). */
export const setAside: Way = {
  to: 'waiting',
  who: ['clock'],
  guard: 'the comments on another proposal for the place have ended',
};

/**
 * Several ask for one place: each goes its own way until it has passed, then they are compared by the questions on benefit. Close ones have
 * time to share it, then the panel chooses (casework reference, 7.3; second part, section 3). Whoever comes second is freed when the first falls.
 */
export const RIVALS: Pick<ProposalTable, 'comparing' | 'sharing' | 'choosing' | 'waiting'> = {
  comparing: {
    stage: 'Passed: the others are being scored',
    turn: 'scorers',
    next: 'score the other proposals for this place, so that all can be compared',
    limit: 'rivals_compared_wd',
    silence: ['stand_first', 'set_second', 'too_close'],
    acts: {
      stand_first: standFirst,
      set_second: setSecond,
      too_close: {
        to: 'sharing',
        who: ['clock'],
        guard: 'another is so close that neither has greater benefit',
      },
      agree,
      withdraw,
    },
  },
  sharing: {
    stage: 'Close to another: can you share?',
    turn: 'group',
    next: 'talk with the other group whether you can share the place, or one of you lets the other go first',
    limit: 'rivals_sharing_wd',
    silence: ['to_chair'],
    acts: {
      stand_first: standFirst,
      set_second: setSecond,
      to_chair: { to: 'choosing', who: ['clock'], guard: null },
      agree,
      withdraw,
    },
  },
  choosing: {
    stage: 'The panel chooses',
    turn: 'panel',
    next: 'choose between proposals that are close, with reasons',
    limit: 'rivals_choosing_wd',
    silence: ['stand_first', 'set_second'],
    acts: {
      choose: { to: 'window', who: ['hearing_chair', 'panel_member'], guard: null },
      stand_first: standFirst,
      set_second: setSecond,
      agree,
      withdraw,
    },
  },
  waiting: {
    stage: 'Waits for another proposal',
    turn: 'nobody',
    next: 'it goes on by itself if the other proposal for this place comes to nothing. It is closed otherwise, at the latest',
    limit: 'rivals_waiting_days',
    silence: ['close'],
    acts: {
      go_on: {
        to: 'received',
        who: ['clock'],
        guard: 'nothing else stands for the place any more',
      },
      go_on_passed: {
        to: 'window',
        who: ['clock'],
        guard: 'the same, and it has passed with the greatest benefit',
      },
      beaten: {
        to: 'refused',
        who: ['clock'],
        guard: 'it has passed, and another with greater benefit was granted (R7)',
      },
      place_gone: {
        to: 'closed',
        who: ['clock'],
        guard: 'the place was granted before it was scored',
      },
      close: { to: 'closed', who: ['clock'], guard: null },
      withdraw,
    },
  },
};
