import type { TransitionTable } from '../../ground/cases/transition-contract.ts';
import type { CaseTermName } from '../terms/case-term-contract.ts';
import type { EnquiryAct, EnquiryState } from './enquiry-contract.ts';

type To = { to: EnquiryState; who: readonly Finder[]; guard: string | null };
type Finder = 'broker' | 'monitoring_officer' | 'owner_representative' | 'asker' | 'clock';

const byFinder = (to: EnquiryState, guard: string | null = null): To => ({
  to,
  who: ['broker', 'monitoring_officer'],
  guard,
});
const withdraw: To = { to: 'withdrawn', who: ['asker'], guard: null };
/** What whoever looks may say, in time and when they are late. */
const answers = {
  confirm: byFinder('confirmed', 'its owner has joined the compact'),
  outside: byFinder('outside', 'its owner has not joined the compact'),
  close: byFinder('closed', 'it is said why, and what can be done instead'),
  withdraw,
} as const;
const end = { turn: 'nobody', next: '', limit: null, silence: [], acts: {} } as const;

/**
 * Whose is this? Casework reference 8.1, with the exits of its second part, section 3: every state has a limit and a way that the
 * clock takes, so that no question ends nowhere.
 */
export const ENQUIRY_TABLE: TransitionTable<EnquiryState, EnquiryAct, CaseTermName> = {
  asked: {
    stage: 'Asked',
    turn: 'broker',
    next: 'say that the question has arrived, and begin to look',
    limit: 'enquiry_acknowledged_wd',
    silence: ['acknowledge'],
    acts: { acknowledge: { to: 'looking', who: ['broker', 'clock'], guard: null }, close: answers.close, withdraw },
  },
  looking: {
    stage: 'Looking for the owner',
    turn: 'broker',
    next: 'find out whose it is',
    limit: 'enquiry_looked_wd',
    silence: ['escalate'],
    acts: { ...answers, park: byFinder('parked'), escalate: { to: 'escalated', who: ['clock'], guard: null } },
  },
  escalated: {
    stage: 'With the monitoring officer',
    turn: 'monitoring_officer',
    next: 'find out whose it is, because the broker did not in time',
    limit: 'enquiry_escalated_wd',
    silence: ['presume', 'park'],
    acts: {
      ...answers,
      presume: {
        to: 'presumed',
        who: ['clock'],
        guard: 'a body that is registered, or maintains the road, is on the record',
      },
      park: { to: 'parked', who: ['broker', 'monitoring_officer', 'clock'], guard: null },
    },
  },
  presumed: {
    stage: 'Counts as owned',
    turn: 'owner',
    next: 'show that the place is not theirs, if it is not',
    limit: 'enquiry_presumed_days',
    silence: ['let_stand'],
    acts: {
      confirm: answers.confirm,
      outside: answers.outside,
      disprove: {
        to: 'looking',
        who: ['owner_representative', 'broker', 'monitoring_officer'],
        guard: 'it is said what shows that the place is not theirs',
      },
      let_stand: { to: 'stands', who: ['clock'], guard: null },
    },
  },
  outside: {
    stage: 'Owner found, outside the compact',
    turn: 'asker',
    next: 'say whether we may write to the owner',
    limit: 'enquiry_consent_wd',
    silence: ['close'],
    acts: {
      consent: { to: 'introducing', who: ['asker'], guard: 'it is written down what may be passed on' },
      decline: { to: 'closed', who: ['asker'], guard: null },
      close: { to: 'closed', who: ['clock'], guard: null },
      withdraw,
    },
  },
  introducing: {
    stage: 'A letter to the owner',
    turn: 'broker',
    next: 'send the letter to the owner',
    limit: 'enquiry_letter_wd',
    silence: ['lapse'],
    acts: {
      introduce: byFinder('introduced', 'the letter has gone'),
      lapse: { to: 'closed', who: ['clock'], guard: null },
      withdraw,
    },
  },
  introduced: {
    stage: 'Introduced to the owner',
    turn: 'owner',
    next: 'write back, if they want to',
    limit: 'enquiry_introduced_wd',
    silence: ['close'],
    acts: {
      close: { to: 'closed', who: ['asker', 'broker', 'monitoring_officer', 'clock'], guard: null },
      withdraw,
    },
  },
  parked: {
    stage: 'Nobody found yet',
    turn: 'broker',
    next: 'look again',
    limit: 'enquiry_parked_days',
    silence: ['look_again', 'close'],
    acts: {
      look_again: {
        to: 'looking',
        who: ['broker', 'monitoring_officer', 'clock'],
        guard: 'it was looked at again less often than the area says',
      },
      close: { to: 'closed', who: ['broker', 'monitoring_officer', 'clock'], guard: null },
      withdraw,
    },
  },
  confirmed: { stage: 'Owner found', ...end },
  stands: { stage: 'Owner, because nobody said otherwise', ...end },
  closed: { stage: 'Closed with advice', ...end },
  withdrawn: { stage: 'Taken back', ...end },
};
