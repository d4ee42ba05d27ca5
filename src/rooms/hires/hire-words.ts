import { dateWords } from '../../kernel/day-words.ts';
import type { BookingState } from '../bookings/booking-contract.ts';
import type { CAME, SUITED } from './evaluation-contract.ts';
import type { DatePaper } from '../bookings/date-need-contract.ts';
import type { StartCheck, StartCheckKind } from './start-contract.ts';

const NAMES: Record<StartCheckKind, string> = {
  induction: 'Shown round and signed',
  insurance: 'Insurance',
  safeguarding: 'Safeguarding statement',
};
const TODO: Record<StartCheckKind, (due: string) => string> = {
  induction: (due) =>
    `Somebody of the group is shown the alarm, the exits and the accident book, and signs for it, by ${due}.`,
  insurance: (due) => `An insurance certificate that covers the dates is added to the group’s papers by ${due}.`,
  safeguarding: (due) => `A safeguarding statement is added to the group’s papers by ${due}. One page is enough.`,
};
const MET: Record<StartCheckKind, string> = {
  induction: 'Signed.',
  insurance: 'Covers every date.',
  safeguarding: 'In order for every date.',
};

/** In the middle of a sentence. */
export const PAPER_NAMES: Record<DatePaper, string> = {
  insurance: 'proof of insurance',
  safeguarding: 'the safeguarding statement',
};
export const startName = ({ kind }: Pick<StartCheck, 'kind'>): string => NAMES[kind];
/** What is to be done, or that it is done. */
export function startWords({ kind, met, due, runsOut }: StartCheck): string {
  if (met && runsOut)
    return `It runs out on ${dateWords(runsOut)}, before the last date: a new one is needed by ${dateWords(due)}.`;
  return met ? MET[kind] : TODO[kind](dateWords(due));
}

/** Where a booking is between its confirmation and its end, and whose turn it is. */
export const HIRE_STEPS: readonly { states: readonly BookingState[]; name: string }[] = [
  { states: ['confirmed', 'deposit_due'], name: 'Booked' },
  { states: ['active'], name: 'In use' },
  { states: ['ended'], name: 'Over' },
  { states: ['deposit_returned'], name: 'Deposit settled' },
  { states: ['evaluated'], name: 'Answered' },
  { states: ['closed'], name: 'Closed' },
];

export const SUITED_WORDS: Record<(typeof SUITED)[number], string> = { yes: 'Yes', partly: 'Partly', no: 'No' };
export const CAME_WORDS: Record<(typeof CAME)[number], string> = {
  under_5: 'Fewer than 5',
  '5_to_10': '5 to 10',
  '11_to_30': '11 to 30',
  over_30: 'More than 30',
};
