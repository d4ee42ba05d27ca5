import type { Transition } from '../../ground/cases/transition-contract.ts';
import type { ProposalState } from './proposal-contract.ts';
import { agree, nearly, notPassed, pass, passCompared, withdraw, type ProposalTable } from './proposal-way-table.ts';

const CALLS = ['democratic_services', 'hearing_chair'] as const;

/** What is heard in public goes there with its marks, before they count. */
export const toHearing: Transition<ProposalState> = {
  to: 'hearing_due',
  who: ['clock'],
  guard: 'a hearing is held: about every building, and about land where many object or somebody asked for one',
};
const toPapers: Transition<ProposalState> = { to: 'on_papers', who: ['clock'], guard: 'no hearing was held in time' };
/** The panel’s result, or the marks as they were when the panel is silent. */
const concluded = { pass, pass_compared: passCompared, nearly, fail: notPassed } as const;

/**
 * Between the marks and the result: a hearing that is called, held and concluded by the panel. Where none is held in time the panel decides on
 * the papers, and where it does not, the marks stand as they are (casework reference 4 and 8.2; second part, section 3).
 */
export const HEARING: Pick<ProposalTable, 'hearing_due' | 'hearing_called' | 'hearing_held' | 'on_papers'> = {
  hearing_due: {
    stage: 'Scored: a hearing is to be called',
    turn: 'democratic_services',
    next: 'call the public hearing, in time for its notice',
    limit: 'hearing_held_wd',
    silence: ['to_papers'],
    acts: {
      call_hearing: { to: 'hearing_called', who: CALLS, guard: 'there is time for its notice' },
      to_papers: toPapers,
      agree,
      withdraw,
    },
  },
  hearing_called: {
    stage: 'A hearing is called',
    turn: 'everybody',
    next: 'come to the hearing, or say in another way what you think',
    limit: 'hearing_result_wd',
    silence: ['to_papers'],
    acts: {
      move_hearing: { to: 'hearing_called', who: CALLS, guard: 'there is time for its notice' },
      cancel_hearing: { to: 'hearing_due', who: CALLS, guard: null },
      adjourn: { to: 'hearing_called', who: CALLS, guard: 'it has begun, and has not been adjourned before' },
      hold: { to: 'hearing_held', who: CALLS, guard: 'its day has come' },
      to_papers: toPapers,
      agree,
      withdraw,
    },
  },
  hearing_held: {
    stage: 'Heard: the panel decides on the marks',
    turn: 'panel',
    next: 'publish the result, with the reasons for every mark that the hearing changed',
    limit: 'hearing_result_wd',
    silence: ['pass', 'pass_compared', 'nearly', 'fail'],
    acts: { ...concluded, agree, withdraw },
  },
  on_papers: {
    stage: 'No hearing in time: the panel decides on the papers',
    turn: 'panel',
    next: 'publish the result on the papers',
    limit: 'hearing_papers_wd',
    silence: ['pass', 'pass_compared', 'nearly', 'fail'],
    acts: { ...concluded, agree, withdraw },
  },
};
