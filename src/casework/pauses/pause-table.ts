import type { ProposalState } from '../proposals/proposal-contract.ts';
import type { PauseRow } from './pause-contract.ts';
import type { PauseKind } from './pause-kind-contract.ts';

const BEING_SCORED: readonly ProposalState[] = ['assessing', 'reserve', 'panel', 'assessing_again'];
const BEING_HEARD: readonly ProposalState[] = ['hearing_due', 'hearing_called', 'hearing_held', 'on_papers'];
const OWNERS_TIME: readonly ProposalState[] = ['window', 'filed', 'filed_late'];
/** Among others for the same days: what stands when a case comes there does not end by it. */
const AMONG_OTHERS: readonly ProposalState[] = ['comparing', 'sharing', 'choosing', 'waiting'];
const GROUP = ['group_lead', 'group_deputy', 'broker'] as const;
const COURT = ['broker', 'decision_officer', 'monitoring_officer'] as const;
const TWO = ['decision_officer', 'monitoring_officer'] as const;

/**
 * Every kind of pause, beside the table of states: a pause changes no state, it only lets days of it not count (casework reference, 8.4,
 * rules 3 and 5; second part, section 2, rules 5 and 6). Whatever is not in it is refused. No owner is in it: a statutory advert that is due
 * comes before the owner’s time, so that no owner gains time by being late with it.
 */
export const PAUSE_TABLE: Readonly<Record<PauseKind, PauseRow>> = {
  correct: {
    states: ['received', 'commenting', ...BEING_SCORED, 'hearing_due', ...OWNERS_TIME],
    goesOn: AMONG_OTHERS,
    begins: ['broker'],
    ends: GROUP,
    limit: 'pause_group_wd',
    shares: ['correct', 'wish'],
    inAll: true,
    overtakes: false,
  },
  wish: {
    states: ['awaiting_sign', 'commenting', ...BEING_SCORED, 'hearing_due', 'improving', ...OWNERS_TIME],
    goesOn: AMONG_OTHERS,
    begins: GROUP,
    ends: GROUP,
    limit: 'pause_group_wd',
    shares: ['correct', 'wish'],
    inAll: true,
    overtakes: false,
  },
  advert: {
    states: ['awaiting_sign', 'commenting', ...BEING_SCORED, 'hearing_due', 'improving'],
    goesOn: AMONG_OTHERS,
    begins: ['broker'],
    ends: ['broker'],
    limit: 'pause_advert_wd',
    shares: ['advert'],
    inAll: true,
    overtakes: false,
  },
  court: {
    states: [
      'received',
      'awaiting_sign',
      'commenting',
      ...BEING_SCORED,
      ...BEING_HEARD,
      'improving',
      ...OWNERS_TIME,
      'granted',
      'called_in',
      'in_review',
      'external_review',
    ],
    goesOn: AMONG_OTHERS,
    begins: COURT,
    ends: COURT,
    limit: 'pause_court_days',
    shares: [],
    inAll: true,
    overtakes: true,
  },
  emergency: {
    states: ['window', 'granted'],
    goesOn: [],
    begins: TWO,
    ends: TWO,
    limit: 'pause_emergency_wd',
    shares: [],
    inAll: false,
    overtakes: true,
  },
};
