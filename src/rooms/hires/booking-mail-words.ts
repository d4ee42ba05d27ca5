import type { Day } from '../../kernel/recurrence-contract.ts';
import type { MailText } from '../../ground/notifications/mail-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import { money, whenWords } from './given-up-mail-words.ts';
import type { AboutBooking } from './hire-telling.ts';
import type { ChangeTold, MoneyNow, When } from './told-contract.ts';

const see = ({ url }: AboutBooking) => ({ label: 'See the booking', url });

/** A date in a list of them. */
const lineWords = (when: When): string => [whenWords(when), ...(when.clock ? [when.clock] : [])].join('. ');

const moneyWords = ({ price, owed, toPayBack }: MoneyNow): string[] =>
  price === null
    ? []
    : [
        `The price in full is now ${money(price)}.${owed > 0 ? ` ${money(owed)} of it is left to pay.` : ''}${toPayBack > 0 ? ` ${money(toPayBack)} is paid back.` : ''}`,
      ];

export const bookedMail = (
  about: AboutBooking,
  dates: readonly When[],
  leftOut: readonly string[],
  todo: readonly string[],
): MailText => ({
  kind: 'room_confirmed',
  subject: `Booked: ${about.room}, ${about.when}`,
  paragraphs: [
    `${about.room} is booked for you. ${dates.length === 1 ? 'This is the date:' : `These are your ${dates.length} dates:`}`,
    ...dates.map(lineWords),
    ...(leftOut.length > 0 ? ['Not booked:', ...leftOut] : []),
    ...todo,
  ],
  action: see(about),
});

export const bookedForOwnerMail = (about: AboutBooking, dates: readonly When[], ends: readonly string[]): MailText => ({
  kind: 'room_owner_confirmed',
  subject: `${about.room}: booked`,
  paragraphs: [
    `${about.group} comes to ${about.room}, ${about.when}. These are the dates:`,
    ...dates.map(lineWords),
    ...ends,
  ],
  action: see(about),
});

const changeLines = ({ what, before, after, dropped, notFree }: ChangeTold): string[] => [
  ...(what === 'one' ? ['Before:', ...before.map(lineWords), 'Now:', ...after.map(lineWords)] : []),
  ...(what === 'add' && after.length > 0 ? ['Added:', ...after.map(lineWords)] : []),
  ...(what === 'rest' && after.length > 0 ? ['These dates are new or changed:', ...after.map(lineWords)] : []),
  ...(dropped.length > 0 ? ['Given up:', ...dropped.map(lineWords)] : []),
  ...(notFree.length > 0 ? ['Could not be had:', ...notFree.map(dateWords)] : []),
];

/** @param certain false while an owner or the group still has to say yes */
export const changedMail = (
  about: AboutBooking,
  told: ChangeTold,
  moneyNow: MoneyNow,
  certain: boolean,
  ends: readonly string[],
): MailText => ({
  kind: 'booking_changed',
  subject: `${about.room}: your dates have changed`,
  paragraphs: [
    certain
      ? `Dates of your booking of ${about.room} have changed.`
      : `What you asked for in ${about.room} has changed.`,
    ...changeLines(told),
    ...moneyWords(moneyNow),
    ...(certain ? [] : ['It is not certain yet.']),
    ...ends,
  ],
  action: see(about),
});

export const changedForOwnerMail = (
  about: AboutBooking,
  told: ChangeTold,
  certain: boolean,
  ends: readonly string[],
): MailText => ({
  kind: 'booking_owner_changed',
  subject: `${about.room}: dates of ${about.group} have changed`,
  paragraphs: [
    certain
      ? `Dates of ${about.group} in ${about.room} have changed.`
      : `What ${about.group} asks for in ${about.room} has changed.`,
    ...changeLines(told),
    ...ends,
  ],
  action: see(about),
});

export const endGivenBackMail = (
  about: AboutBooking,
  when: When,
  until: string,
  moneyNow: MoneyNow,
  ends: readonly string[],
): MailText => ({
  kind: 'booking_end_given_back',
  subject: `${about.room}: you end earlier on ${dateWords(when.date)}`,
  paragraphs: [`It is now ${whenWords(when)}, instead of until ${until}.`, ...moneyWords(moneyNow), ...ends],
  action: see(about),
});

export const endGivenBackForOwnerMail = (
  about: AboutBooking,
  when: When,
  until: string,
  ends: readonly string[],
): MailText => ({
  kind: 'booking_owner_end_given_back',
  subject: `${about.room}: ${about.group} ends earlier on ${dateWords(when.date)}`,
  paragraphs: [
    `${about.group} has the room ${whenWords(when)}, instead of until ${until}. The rest is free again.`,
    ...ends,
  ],
  action: see(about),
});

export const youCancelledMail = (
  about: AboutBooking,
  dates: readonly When[],
  charged: readonly Day[],
  moneyNow: MoneyNow,
  ends: readonly string[],
): MailText => ({
  kind: 'booking_you_cancelled',
  subject: `${about.room}: ${dates.length === 1 ? 'a date is' : `${dates.length} dates are`} cancelled`,
  paragraphs: [
    `You have cancelled in ${about.room}:`,
    ...dates.map(lineWords),
    ...(charged.length > 0 ? [`Too late to be free: ${charged.map(dateWords).join(', ')}.`] : []),
    ...moneyWords(moneyNow),
    ...ends,
  ],
  action: see(about),
});

export const otherDateYoursMail = (
  about: AboutBooking,
  room: string,
  when: When,
  insteadOf: Day,
  moneyNow: MoneyNow,
  ends: readonly string[],
): MailText => ({
  kind: 'booking_other_date_yours',
  subject: `${room}: ${dateWords(when.date)} is yours`,
  paragraphs: [
    `Instead of ${dateWords(insteadOf)} you come to ${room} on ${whenWords(when)}.`,
    ...moneyWords(moneyNow),
    ...ends,
  ],
  action: see(about),
});

export const otherDateGoneMail = (about: AboutBooking, when: When, ends: readonly string[]): MailText => ({
  kind: 'booking_other_date_gone',
  subject: `${about.room}: the date that was held for you is free again`,
  paragraphs: [
    `${whenWords(when)} was held for you instead of a date that the owner took back. You did not take it in time, so others can have it now. What you paid for the date comes back.`,
    ...ends,
  ],
  action: see(about),
});
