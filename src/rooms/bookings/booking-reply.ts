import type { Booking, NotFree, Occurrence } from './booking-contract.ts';
import { notFreeWords } from './booking-words.ts';

const MINUTE_MS = 60_000;
const instant = (minute: number): string => new Date(minute * MINUTE_MS).toISOString();

/** A booking as programs get it: those who may read it, nobody else. */
export function bookingReply(booking: Booking, occurrences: readonly Occurrence[], notFree: readonly NotFree[] = []) {
  const { id, state, version, from, to, recurrence, people, layout, purpose, zone } = booking;
  return {
    id,
    case_number: booking.caseNumber,
    state,
    version,
    space_id: booking.spaceId,
    group_id: booking.groupId,
    recurrence,
    from,
    to,
    zone,
    people,
    layout,
    purpose,
    public_label: booking.publicLabel,
    starts_on: booking.startsOn,
    ends_on: booking.endsOn,
    trial: booking.trial,
    hold_until: booking.holdUntil === null ? null : instant(booking.holdUntil),
    price: booking.price.quote && priced(booking.price.quote),
    dates: occurrences.map((one) => ({
      original_date: one.originalDate,
      date: one.date,
      from: one.from,
      to: one.to,
      starts: instant(one.starts),
      ends: instant(one.ends),
      space_id: one.spaceId,
      state: one.state,
      clock_moved: one.clockMoved,
      note: one.note,
    })),
    not_free: notFree.map((one) => ({ date: one.date, why: one.why, words: notFreeWords(one) })),
  };
}

function priced({ totalPence, depositPence, lines }: NonNullable<Booking['price']['quote']>) {
  return {
    total: { pence: totalPence },
    deposit: { pence: depositPence },
    lines: lines.map(({ label, count, pence }) => ({ label, count, pence })),
  };
}
