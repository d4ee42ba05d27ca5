import type { OwnerCancel } from '../bookings/cancel-contract.ts';
import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { AboutBooking } from './hire-telling.ts';
import { OWNER_REASON_WORDS, timeWords } from '../bookings/booking-words.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { ClockTime, Day } from '../../kernel/recurrence-contract.ts';

type When = { date: Day; from: ClockTime; to: ClockTime };
type TakenBack = Pick<OwnerCancel, 'reason' | 'explanation' | 'alternative'> & {
  offer: (When & { until: number }) | null;
  room: string;
  zone: string;
  credit: number;
};

export const whenWords = ({ date, from, to }: When): string => `${dateWords(date)}, ${timeWords(from, to)}`;
export const money = (pence: number): string => `£${(pence / 100).toFixed(2)}`;
/** "Tuesday 2 March 2027 at 18:00" */
export const instantWords = (minute: number, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
    .format(new Date(minute * 60_000))
    .replace(/^(\w+),/, '$1');

/** An owner takes dates back. What it says is for the group, not for everybody. */
export const takenBackMail = (
  { room, owner, url }: AboutBooking,
  dates: readonly When[],
  { reason, explanation, alternative, offer, room: other, zone, credit }: TakenBack,
  ends: readonly string[],
): MailText => ({
  kind: 'booking_taken_back',
  subject: `${room}: ${owner} takes ${dates.length === 1 ? 'a date' : `${dates.length} dates`} back`,
  paragraphs: [
    `You cannot have ${room} on:`,
    ...dates.map(whenWords),
    `${OWNER_REASON_WORDS[reason]}: ${explanation}`,
    `They offer instead: ${alternative}`,
    ...(offer
      ? [
          `${other} is held for you on ${whenWords(offer)}, until ${instantWords(offer.until - 1, zone)}, at the prices of your booking. Take it with one press, or say no and keep your money.`,
        ]
      : []),
    credit > 0
      ? `${money(credit)} of the hire is credited to you. What you have paid of it comes back.`
      : 'You pay nothing for what was taken back.',
    ...ends,
  ],
  action: { label: offer ? 'Answer the offer' : 'See the booking', url },
});

export const datesCancelledMail = (
  { group, room, url }: AboutBooking,
  dates: readonly When[],
  ends: readonly string[],
): MailText => ({
  kind: 'booking_dates_cancelled',
  subject: `${room}: ${group} does not come ${dates.length === 1 ? 'on a date' : `on ${dates.length} dates`}`,
  paragraphs: [
    `${group} has cancelled in ${room}:`,
    ...dates.map(whenWords),
    'Whoever waits for this room is told first.',
    ...ends,
  ],
  action: { label: 'See the booking', url },
});

export const offerAcceptedMail = (
  { group, room, url }: AboutBooking,
  other: string,
  when: When,
  ends: readonly string[],
): MailText => ({
  kind: 'booking_other_date_taken',
  subject: `${group} takes the date you offered`,
  paragraphs: [
    `Instead of a date in ${room} that you took back, ${group} comes to ${other} on ${whenWords(when)}.`,
    ...ends,
  ],
  action: { label: 'See the booking', url },
});

export const offerDeclinedMail = (
  { group, room, url }: AboutBooking,
  when: When,
  how: 'declined' | 'lapsed',
  ends: readonly string[],
): MailText => ({
  kind: `booking_other_date_${how}`,
  subject: `${group} does not take the date you offered`,
  paragraphs: [
    `You offered ${whenWords(when)} for a date in ${room} that you took back. ${how === 'declined' ? `${group} has said no` : `${group} did not answer in time`}, so the time is free again.`,
    ...ends,
  ],
  action: { label: 'See the booking', url },
});
