import type { Booking } from '../bookings/booking-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { EntryKind } from './ledger-contract.ts';

/** Kinds of entries as a statement names them. */
export const LINE_WORDS: Record<EntryKind, string> = {
  charged: 'Charged',
  paid: 'Paid',
  credited: 'Credited',
  waived: 'Waived',
  instalment: 'To be paid in parts',
  corrected: 'Taken back',
  returned: 'Paid back',
  deducted: 'Kept',
};

const money = (pence: number): string =>
  `£${Math.floor(pence / 100)}${pence % 100 === 0 ? '' : `.${String(pence % 100).padStart(2, '0')}`}`;

/** The deposit of a booking, and the most that the area allows. */
export const capWords = ({ price, terms }: Pick<Booking, 'price' | 'terms'>): string =>
  `Deposit: ${money(Math.min(price.quote?.depositPence ?? 0, terms.most_deposit_pence))}. The area allows ${money(terms.most_deposit_pence)} at most.`;

/** Parts that were agreed and are still to be paid. */
export const partsWords = (parts: readonly { dueOn: string; pence: number }[]): string[] =>
  parts.map(({ dueOn, pence }) => `To be paid in parts: ${money(pence)} by ${dateWords(dueOn)}.`);

/** Whole pence as pounds, without ever calculating in pounds. */
export const inPounds = (pence: number): string => `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
