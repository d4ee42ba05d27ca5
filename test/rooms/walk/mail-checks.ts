import { expect } from 'chai';
import { OWNER } from '../a-hire-world.ts';
import type { Course } from './walk-course.ts';

/** The mails that each kind of fact leads to: to lead and deputy, and to whoever answers for the owner. */
type Told = Record<string, { group?: string; owner?: string }>;
const OF_BOOKINGS: Told = {
  booking_confirmed: { group: 'room_confirmed', owner: 'room_owner_confirmed' },
  booking_changed: { group: 'booking_changed', owner: 'booking_owner_changed' },
  end_given_back: { group: 'booking_end_given_back', owner: 'booking_owner_end_given_back' },
  dates_cancelled_by_group: { group: 'booking_you_cancelled', owner: 'booking_dates_cancelled' },
  dates_cancelled_by_owner: { group: 'booking_taken_back' },
  other_date_taken: { group: 'booking_other_date_yours', owner: 'booking_other_date_taken' },
  other_date_declined: { owner: 'booking_other_date_declined' },
  other_date_lapsed: { group: 'booking_other_date_gone', owner: 'booking_other_date_lapsed' },
  end_notice_given: { group: 'booking_notice', owner: 'booking_notice' },
  booking_ended: { group: 'booking_ended' },
  date_held_back: { group: 'date_held_back', owner: 'date_held_back' },
  date_freed: { group: 'date_freed', owner: 'date_freed' },
  deposit_returned: { group: 'deposit_returned' },
  deduction_disputed: { owner: 'deduction_disputed' },
  dispute_answered: { group: 'dispute_answered' },
};
const OF_REQUESTS: Told = {
  room_owner_silent: { group: 'room_owner_silent' },
  room_declined: { group: 'room_declined' },
  room_outbid: { group: 'room_outbid' },
  room_default_offered: { group: 'room_default_offered' },
  room_offered: { group: 'room_offered' },
  room_request_lapsed: { group: 'room_request_lapsed' },
  room_request_closed: { group: 'room_request_closed' },
};

export type Mail = { to: string; kind: string; text: string };
/** A booking or a request: what has happened to it, and the mails that lead to its page. */
export type Subject = { id: string; groupId: string; facts: readonly string[]; mails: readonly Mail[] };

export const expectBookingMails = (course: Course, booking: Subject): void => expectMails(course, booking, OF_BOOKINGS);
export const expectRequestMails = (course: Course, request: Subject): void => expectMails(course, request, OF_REQUESTS);

/** For each thing that happened one mail to each of those whom it concerns, no more and no less. */
function expectMails({ world }: Course, { id, groupId, facts, mails }: Subject, all: Told): void {
  const { lead, deputy } = groupId === world.waiter.groupId ? world.waiter : world.group;
  for (const [fact, told] of Object.entries(all)) {
    const happened = facts.filter((kind) => kind === fact).length;
    for (const [to, kind] of [
      [lead, told.group],
      [deputy, told.group],
      [OWNER, told.owner],
    ] as const) {
      const got = mails.filter((mail) => mail.to === to && mail.kind === kind).length;
      if (kind !== undefined) expect(got, `${kind} to ${to} about ${id}`).to.equal(happened);
    }
  }
}
