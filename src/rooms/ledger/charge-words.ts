import type { FactKind } from '../../kernel/fact.ts';
import { datesNamed } from '../bookings/booking-history-words.ts';

type Said = { kind: FactKind; before: unknown; after: unknown };
type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
const REASONS: Partial<Record<FactKind, (before: Fields, after: Fields) => string>> = {
  booking_taken: () => 'The room was taken.',
  booking_confirmed: () => 'The room was booked.',
  booking_let_go: () => 'The dates were given up before they were certain.',
  booking_changed: (before, after) => changeWords(before, after),
  end_given_back: (_, after) => `The end of ${datesNamed([after['date']])} was given back.`,
  dates_cancelled_by_group: (_, after) => `The group cancelled ${datesNamed(after['dates'])}.`,
  dates_cancelled_by_owner: (_, after) => `The owner took back ${datesNamed(after['dates'])}.`,
  other_date_taken: (before, after) =>
    `The group took ${datesNamed(after['dates'])} instead of ${datesNamed([before['date']])}.`,
  end_notice_given: (_, after) => `Notice was given: ${datesNamed(after['dates'])} released.`,
  booking_ended: () => 'The booking is over: no more of the deposit is asked for.',
};

function changeWords(before: Fields, after: Fields): string {
  if (after['what'] === 'add') return `Added ${datesNamed(after['dates'])}.`;
  if (after['what'] === 'one') return `Changed ${datesNamed(before['dates'])}.`;
  return 'The series was changed.';
}

/** Why a line of the ledger is there, in one sentence. It names no person. */
export const chargeReason = ({ kind, before, after }: Said): string =>
  REASONS[kind]?.(fields(before), fields(after)) ?? 'The price of the booking changed.';
