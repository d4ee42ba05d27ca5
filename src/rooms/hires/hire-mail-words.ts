import { dateWords } from '../../kernel/day-words.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { MailText } from '../../ground/notifications/mail-contract.ts';
import { money } from './given-up-mail-words.ts';
import type { AboutBooking } from './hire-telling.ts';

const see = (url: string, label: string) => ({ label, url });

export const endedMail = ({ room, url }: AboutBooking, held: number, dueOn: Day): MailText => ({
  kind: 'booking_ended',
  subject: `${room}: your booking is over`,
  paragraphs: [
    `The last date of your booking of ${room} has passed. Thank you for looking after the room.`,
    ...(held > 0
      ? [
          `Your deposit of ${money(held)} comes back by ${dateWords(dueOn)}, less what damage costs. You see every item, and you can dispute it.`,
        ]
      : ['There is no deposit to give back. Three short questions are left: how was it?']),
  ],
  action: see(url, held > 0 ? 'See how it goes on' : 'Answer three questions'),
});

export const renewalMail = ({ room, when }: AboutBooking, endsOn: Day, renewUrl: string): MailText => ({
  kind: 'booking_renewal',
  subject: `${room}: your dates end on ${dateWords(endsOn)}`,
  paragraphs: [
    `Your dates in ${room}, ${when}, end on ${dateWords(endsOn)}.`,
    'Do you want to go on? The link carries over what you asked for: check it and send it. If not, you need do nothing.',
  ],
  action: see(renewUrl, 'Ask for the dates that follow'),
});

export const noticeMail = (
  { room, url }: AboutBooking,
  who: string,
  lastDay: Day,
  released: number,
  reason: string,
  ends: readonly string[],
): MailText => ({
  kind: 'booking_notice',
  subject: `${room}: the dates end on ${dateWords(lastDay)}`,
  paragraphs: [
    `${who} ends the series in ${room}.`,
    reason,
    `Dates up to ${dateWords(lastDay)} stay as they are. ${released === 1 ? 'One later date is' : `${released} later dates are`} released and cost nothing.`,
    ...ends,
  ],
  action: see(url, 'See the booking'),
});

export const showRoundMail = ({ room, owner, url }: AboutBooking, first: Day): MailText => ({
  kind: 'booking_start_missing',
  subject: `${room}: before your first date on ${dateWords(first)}`,
  paragraphs: [
    `You come to ${room} on ${dateWords(first)} for the first time.`,
    `Before that, somebody of your group is shown the alarm, the exits and the accident book, and signs for it. ${owner} agrees a time with you.`,
  ],
  action: see(url, 'See what is needed'),
});
export const showRoundOwnerMail = ({ group, room, url }: AboutBooking, first: Day): MailText => ({
  kind: 'booking_start_missing',
  subject: `Show ${group} round ${room} by ${dateWords(first)}`,
  paragraphs: [
    `${group} comes to ${room} on ${dateWords(first)} for the first time.`,
    'Show somebody of the group the alarm, the exits and the accident book before that, and note on the page of the booking who signed for it. It counts for a year in the whole building.',
  ],
  action: see(url, 'Note that they were shown round'),
});
