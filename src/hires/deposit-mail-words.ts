import type { Day } from '../kernel/recurrence-contract.ts';
import type { MailText } from '../notifications/mail-contract.ts';
import type { AboutBooking } from './hire-telling.ts';
import { dateWords } from '../bookings/booking-words.ts';
import type { Deduction, DepositReturn } from './deposit-contract.ts';
import { money } from './given-up-mail-words.ts';

const see = (url: string, label = 'See it') => ({ label, url });

/** The statement that goes with the money. */
export const depositReturnedMail = ({ room, url }: AboutBooking, given: DepositReturn, deductions: readonly Pick<Deduction, 'words' | 'pence' | 'hasPhoto'>[], asks: boolean): MailText => ({
  kind: 'deposit_returned', subject: `${room}: your deposit`,
  paragraphs: [
    `${money(given.returnedPence)} of your deposit for ${room} goes back to you.`,
    ...(deductions.length === 0 ? ['Nothing was kept of it.'] : ['This was kept:', ...deductions.map(({ words, pence, hasPhoto }) => `${money(pence)}: ${words}${hasPhoto ? ' (with a photo)' : ''}`), `Is that not right? Tell us by ${dateWords(given.challengeUntil)}: somebody looks at it again and answers.`]),
    ...(asks ? ['Three short questions are left: how was it? Your answers help the next group.'] : []),
  ],
  action: see(url, asks ? 'See the statement and answer' : 'See the statement'),
});

export const challengedMail = ({ group, room, url }: AboutBooking, challenge: string, dueOn: Day): MailText => ({
  kind: 'deduction_disputed', subject: `${group} disputes what was kept of its deposit`,
  paragraphs: [`${group} used ${room} and disputes what was kept of its deposit. They say:`, challenge, `Please look at it again and answer by ${dateWords(dueOn)}: give some or all of it back, or say why it stays.`], action: see(url, 'Answer'),
});

export const challengeAnsweredMail = ({ room, url }: AboutBooking, answer: string, backPence: number, keptPence: number): MailText => ({
  kind: 'dispute_answered', subject: `${room}: the answer about your deposit`,
  paragraphs: [answer, backPence > 0 ? `${money(backPence)} more goes back to you.` : 'What was kept stays kept.', ...(keptPence > 0 ? [`${money(keptPence)} was kept in all. If you still do not agree, you can complain to the council; the broker tells you how.`] : [])], action: see(url, 'See the statement'),
});

export const endedMail = ({ room, url }: AboutBooking, held: number, dueOn: Day): MailText => ({
  kind: 'booking_ended', subject: `${room}: your booking is over`,
  paragraphs: [`The last date of your booking of ${room} has passed. Thank you for looking after the room.`, ...(held > 0 ? [`Your deposit of ${money(held)} comes back by ${dateWords(dueOn)}, less what damage costs. You see every item, and you can dispute it.`] : ['There is no deposit to give back. Three short questions are left: how was it?'])],
  action: see(url, held > 0 ? 'See how it goes on' : 'Answer three questions'),
});

export const renewalMail = ({ room, when }: AboutBooking, endsOn: Day, renewUrl: string): MailText => ({
  kind: 'booking_renewal', subject: `${room}: your dates end on ${dateWords(endsOn)}`,
  paragraphs: [`Your dates in ${room}, ${when}, end on ${dateWords(endsOn)}.`, 'Do you want to go on? The link carries over what you asked for: check it and send it. If not, you need do nothing.'], action: see(renewUrl, 'Ask for the dates that follow'),
});

export const noticeMail = ({ room, url }: AboutBooking, who: string, lastDay: Day, released: number, reason: string): MailText => ({
  kind: 'booking_notice', subject: `${room}: the dates end on ${dateWords(lastDay)}`,
  paragraphs: [`${who} ends the series in ${room}.`, reason, `Dates up to ${dateWords(lastDay)} stay as they are. ${released === 1 ? 'One later date is' : `${released} later dates are`} released and cost nothing.`], action: see(url, 'See the booking'),
});

export const startMissingMail = ({ room, url }: AboutBooking, first: Day, todo: readonly string[]): MailText => ({
  kind: 'booking_start_missing', subject: `${room}: before your first date on ${dateWords(first)}`, paragraphs: [`You come to ${room} on ${dateWords(first)} for the first time. Before that:`, ...todo], action: see(url, 'See what is needed'),
});
