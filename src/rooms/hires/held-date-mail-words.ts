import { dateWords } from '../../kernel/day-words.ts';
import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { AboutBooking } from './hire-telling.ts';
import { PAPER_NAMES } from './hire-words.ts';
import type { DateNeed } from '../bookings/date-need-contract.ts';

type Lacking = Pick<DateNeed, 'date' | 'papers' | 'waiting'>;
/** Whether the group has given all that is missing, so that a broker has the turn. */
const areGiven = (dates: readonly Lacking[]): boolean =>
  dates.every(({ papers, waiting }) => papers.every((paper) => waiting.includes(paper)));

/** @param papersUrl where the group adds its papers */
export const heldBackMail = ({ room, url }: AboutBooking, dates: readonly Lacking[], papersUrl: string): MailText => ({
  kind: 'date_held_back',
  subject: `${room}: ${whichDates(dates)} held back for want of ${papersOf(dates)}`,
  paragraphs: [
    `${listed(dates)}: without ${papersOf(dates)} you cannot be let in. The dates stay yours, and nobody counts them as missed.`,
    areGiven(dates)
      ? 'You have given it, and a broker has to check it first. You need do nothing: as soon as it is accepted, the room is open to you, and we tell you.'
      : `Add the paper to your group’s papers: ${papersUrl} As soon as it is accepted, the room is open to you, and we tell you. If you do not come, cancel the date.`,
  ],
  action: { label: 'See what is needed', url },
});

export const heldBackOwnerMail = ({ group, room, url }: AboutBooking, dates: readonly Lacking[]): MailText => ({
  kind: 'date_held_back',
  subject: `Do not let ${group} into ${room} yet, for want of ${papersOf(dates)}`,
  paragraphs: [
    `${group} is booked into ${room}. ${listed(dates)}: ${papersOf(dates)} ${areGiven(dates) ? 'waits for a broker’s check' : 'is missing'}, so the room is not opened to them.`,
    'We have told the group, and tell you as soon as the paper is accepted. Nothing is cancelled, and nobody counts the date as missed.',
  ],
  action: { label: 'See the booking', url },
});

export const freedMail = ({ room, url }: AboutBooking, dates: readonly Lacking[]): MailText => ({
  kind: 'date_freed',
  subject: `${room}: everything is in order for ${whichDates(dates)}`,
  paragraphs: [`The paper is accepted. ${room} is open to you as booked: ${listed(dates)}.`],
  action: { label: 'See the booking', url },
});

export const freedOwnerMail = ({ group, room, url }: AboutBooking, dates: readonly Lacking[]): MailText => ({
  kind: 'date_freed',
  subject: `${group} may come in: the paper for ${room} is there`,
  paragraphs: [`The paper of ${group} is accepted. Open ${room} to them as booked: ${listed(dates)}.`],
  action: { label: 'See the booking', url },
});

const papersOf = (dates: readonly Lacking[]): string =>
  [...new Set(dates.flatMap(({ papers }) => papers))].map((paper) => PAPER_NAMES[paper]).join(' and ');
const listed = (dates: readonly Lacking[]): string => dates.map(({ date }) => dateWords(date)).join('; ');
const whichDates = (dates: readonly Lacking[]): string =>
  dates.length === 1 ? listed(dates) : `${dates.length} dates`;
